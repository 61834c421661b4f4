// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/downloads/downloadstage.h"

#include "services/downloads/partfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int size = 3'000'000;

QByteArray hashOf(const QByteArray &bytes, QCryptographicHash::Algorithm algorithm)
{
    return QCryptographicHash::hash(bytes, algorithm).toHex();
}

void writeTo(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

QByteArray DownloadStage::makeContent()
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 number = 1;
    for (char &byte : bytes) {
        number = number * 1'664'525 + 1'013'904'223;
        byte = char(number >> 24);
    }
    return bytes;
}

DownloadStage::DownloadStage(Wire wire)
    : m_content(makeContent())
    , m_bench({ .wire = wire })
{
    SimArtifact stored{ .filename = u"image.bin"_s,
        .sha1 = hashOf(m_content, QCryptographicHash::Sha1),
        .sha256 = hashOf(m_content, QCryptographicHash::Sha256),
        .size = m_content.size(),
        .content = m_content };
    m_bench.change([&](Fleet &fleet) {
        SimModule &module = fleet.modules.rows().begin()->second;
        stored.id = fleet.nextId();
        m_module = module.id;
        module.artifacts << stored;
    });
    m_artifact = { .id = stored.id,
        .providedFilename = stored.filename,
        .size = stored.size,
        .sha1 = QString::fromLatin1(stored.sha1),
        .sha256 = QString::fromLatin1(stored.sha256) };
}

DownloadOrder DownloadStage::order() const
{
    return { .softwareModuleId = m_module,
        .artifact = m_artifact,
        .path = m_folder.filePath(u"image.bin"_s) };
}

ClientOptions DownloadStage::options(const QUrl &server) const
{
    return { .server = server.isEmpty() ? m_bench.url() : server,
        .credentials
        = { .scheme = Credentials::Scheme::Basic, .user = u"admin"_s, .secret = u"admin"_s },
        .useSystemProxy = false };
}

QByteArray DownloadStage::downloadPath() const
{
    return artifactDownloadPath(m_module, m_artifact.id);
}

void DownloadStage::deleteBinary()
{
    m_bench.change([&](Fleet &fleet) {
        for (SimArtifact &artifact : fleet.modules.find(m_module)->artifacts)
            artifact.isBinaryDeleted = true;
    });
}

ScriptedServer::Handler DownloadStage::rangeHandler(bool isLate) const
{
    return [content = m_content, isLate](const HeardRequest &request) -> std::optional<QByteArray> {
        if (isLate)
            return std::nullopt;
        const QByteArray range = request.headers.value("range");
        if (range.isEmpty())
            return httpAnswer(200, content, {});
        const QByteArray first = range.mid(6).chopped(1);
        const QByteArray last = QByteArray::number(content.size() - 1);
        return httpAnswer(206, content.mid(first.toInt()),
            { { "Content-Range",
                "bytes " + first + '-' + last + '/' + QByteArray::number(content.size()) } });
    };
}

QStringList DownloadStage::files() const
{
    return QDir(m_folder.path()).entryList(QDir::Files);
}

QByteArray DownloadStage::read() const
{
    QFile file(m_folder.filePath(u"image.bin"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 DownloadStage::partSize() const
{
    return QFileInfo(partPath(order())).size();
}

void DownloadStage::write(const QByteArray &bytes) const
{
    writeTo(m_folder.filePath(u"image.bin"_s), bytes);
}

void DownloadStage::writePart(const QByteArray &bytes) const
{
    writeTo(partPath(order()), bytes);
}

QString DownloadStage::partName() const
{
    return QFileInfo(partPath(order())).fileName();
}

} // namespace falconer
