// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/uploads/uploadstage.h"

#include "services/uploads/uploadfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

namespace falconer {

using namespace Qt::StringLiterals;

UploadStage::UploadStage(const FleetOptions &options)
    : m_bench(options)
    , m_module(makeModule(u"gateway"_s))
{
}

QString UploadStage::makeFile(const QString &name, qint64 size, quint32 seed) const
{
    QFile file(filePath(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(file.fileName()));
    QRandomGenerator random(seed);
    QByteArray block(64LL * 1024, Qt::Uninitialized);
    for (qint64 left = size; left > 0; left -= block.size()) {
        random.fillRange(reinterpret_cast<quint32 *>(block.data()), block.size() / 4);
        block.truncate(left);
        file.write(block);
    }
    return file.fileName();
}

qint64 UploadStage::makeModule(const QString &name)
{
    const SimResponse response = m_bench.manage("POST", "softwaremodules",
        QJsonArray{ QJsonObject{
            { u"name"_s, name }, { u"version"_s, u"1.0"_s }, { u"type"_s, u"os"_s } } });
    return QJsonDocument::fromJson(response.body)[0]["id"_L1].toInteger();
}

ClientOptions UploadStage::optionsOf(const QUrl &url)
{
    return { .server = url,
        .credentials = { Credentials::Scheme::Basic, u"admin"_s, u"admin"_s },
        .retryDelays = {},
        .useSystemProxy = false };
}

NewUpload UploadStage::newUpload(const QString &path) const
{
    return { .profileId = u"p"_s,
        .softwareModuleId = m_module,
        .moduleTitle = u"gateway 1.0"_s,
        .path = path };
}

QList<SimArtifact> UploadStage::artifactsOf(qint64 module)
{
    QList<SimArtifact> result;
    m_bench.change([&](Fleet &fleet) {
        if (const SimModule *const found = fleet.modules.find(module))
            result = found->artifacts;
    });
    return result;
}

QStringList UploadStage::artifactNames()
{
    QStringList result;
    const QList<SimArtifact> all = artifacts();
    for (const SimArtifact &artifact : all)
        result << artifact.filename;
    return result;
}

void UploadStage::setLocked(bool locked)
{
    m_bench.change([&](Fleet &fleet) { fleet.modules.find(m_module)->locked = locked; });
}

Upload UploadStage::leaveBehind(UploadState state) const
{
    {
        UploadQueue queue(queuePath());
        const qint64 id = *queue.add(newUpload(makeFile(u"a.swu"_s, 1024LL * 1024)));
        if (!QTest::qWaitFor([&] { return isLookedAt(queue, id); }))
            qFatal("nobody looks at the file");
    }
    UploadFile file(queuePath());
    Upload upload = file.load()->uploads.constFirst();
    upload.state = state;
    upload.tries = state == UploadState::Waiting ? 0 : 1;
    if (!file.write({ .put = { upload } }))
        qFatal("not written");
    return upload;
}

UploadState stateOf(const UploadQueue &queue, qint64 id)
{
    return queue.find(id)->state;
}

bool isLookedAt(const UploadQueue &queue, qint64 id)
{
    return queue.find(id)->size > 0;
}

UploadProblem problemOf(const UploadQueue &queue, qint64 id)
{
    return queue.find(id)->problem;
}

} // namespace falconer
