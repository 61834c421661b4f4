// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/repository.h"

#include "services/hawkbit/artifacts.h"
#include "services/uploads/uploadqueue.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int fileCount = 8;

QStringList makeFiles(const QTemporaryDir &folder)
{
    QStringList paths;
    for (int i = 0; i < fileCount; ++i) {
        paths << folder.filePath(u"part-%1.bin"_s.arg(i));
        QFile file(paths.last());
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(20'000, char('a' + i))) < 0)
            qFatal("cannot write %s", qPrintable(paths.last()));
    }
    return paths;
}

// All of them through a queue of its own; how they ended.
QList<Upload> send(
    const Repository &repository, const SoftwareModule &module, const QStringList &paths)
{
    const QTemporaryDir folder;
    UploadQueue queue(folder.filePath(u"uploads.sqlite"_s));
    queue.connectProfile(u"p"_s, repository.options);
    for (const QString &path : paths) {
        const auto added = queue.add({ .profileId = u"p"_s,
            .softwareModuleId = module.id,
            .moduleTitle = module.name + u' ' + module.version,
            .path = path });
        if (!added)
            qFatal("not queued: %s", qPrintable(path));
    }
    waitUntil([&queue] {
        const UploadTotals totals = queue.totals();
        return totals.waiting + totals.sending == 0;
    });
    return queue.uploads();
}

QString firstTrouble(const QList<Upload> &uploads)
{
    for (const Upload &upload : uploads) {
        if (upload.error)
            return describe(*upload.error);
    }
    return {};
}

} // namespace

// Real servers lose one of two files that come into one module at once.
void checkUploads(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    const SoftwareModule &module = repository.second;
    const QTemporaryDir folder;
    const QStringList paths = makeFiles(folder);
    const QList<Upload> sent = send(repository, module, paths);
    const auto arrived = [](const Upload &upload) {
        return upload.state == UploadState::Done && !upload.wasThere && upload.tries == 1;
    };
    scenario.steps.check(std::ranges::all_of(sent, arrived), u"files for one module all arrive"_s,
        firstTrouble(sent));
    const QList<Upload> again = send(repository, module, paths);
    scenario.steps.check(
        std::ranges::all_of(again, &Upload::wasThere), u"what is there is not sent again"_s);
    const auto artifacts = scenario.server.ask(listArtifacts(module.id));
    scenario.steps.check(artifacts && artifacts->size() == fileCount
            && std::ranges::all_of(
                *artifacts, [](const Artifact &artifact) { return artifact.size == 20'000; }),
        u"and each is there once, whole"_s);
    for (const Artifact &artifact : artifacts.value_or(QList<Artifact>()))
        scenario.server.ask(deleteArtifact(module.id, artifact.id));
}

} // namespace falconer
