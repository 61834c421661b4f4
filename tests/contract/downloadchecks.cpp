// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/repository.h"

#include "services/downloads/artifactdownload.h"
#include "services/downloads/partfile.h"

#include <QFile>
#include <QTemporaryDir>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Download run(const Repository &repository, const DownloadOrder &order)
{
    ArtifactDownload download(order, repository.options);
    download.start();
    waitUntil([&download] {
        const DownloadState state = download.status().state;
        return state == DownloadState::Done || state == DownloadState::Failed;
    });
    return download.status();
}

} // namespace

void checkDownload(Repository &repository)
{
    Steps &steps = repository.scenario.steps;
    const qint64 module = repository.first.id;
    const auto artifact = repository.scenario.server.ask(getArtifact(module, repository.artifact));
    const QTemporaryDir folder;
    DownloadOrder order{ .softwareModuleId = module,
        .artifact = artifact.value_or(Artifact()),
        .path = folder.filePath(u"image.bin"_s) };
    write(partPath(order), repository.content.left(7));
    const Download whole = run(repository, order);
    steps.check(whole.state == DownloadState::Done && !whole.isBegunAnew
            && read(order.path) == repository.content,
        u"a download goes on where it broke off"_s,
        whole.error ? describe(*whole.error) : u"begun anew"_s);
    order.path += ".other"_L1;
    order.artifact.sha256 = QString(64, u'0');
    const Download wrong = run(repository, order);
    steps.check(wrong.problem == DownloadProblem::WrongHash && !QFile::exists(order.path),
        u"a file whose hash is wrong gets no name"_s);
    order.artifact.id = 999'999'999;
    const Download gone = run(repository, order);
    steps.check(gone.problem == DownloadProblem::Gone, u"what is not there is gone"_s,
        gone.error ? describe(*gone.error) : QString());
}

} // namespace falconer
