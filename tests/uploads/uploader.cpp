// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <csignal>
#include <cstdio>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const QString profile = u"p"_s;

// As kill -9 does: nothing is written, closed or said any more.
void die()
{
#ifdef Q_OS_WIN
    std::_Exit(9);
#else
    (void)std::raise(SIGKILL);
#endif
}

void dieAt(UploadQueue &queue, const QString &point, int occurrence)
{
    UploadQueueAccess::of(queue).probe
        = [point = point.toLatin1(), left = occurrence](const QByteArray &reached, qint64) mutable {
              if (reached == point && --left == 0)
                  die();
          };
}

void addWhatIsMissing(UploadQueue &queue, qint64 module, const QStringList &paths)
{
    for (const QString &path : paths) {
        const bool isThere = std::any_of(queue.uploads().begin(), queue.uploads().end(),
            [&path](const Upload &upload) { return upload.path == path; });
        if (isThere)
            continue;
        std::printf("added\n");
        if (!queue.add({ .profileId = profile, .softwareModuleId = module, .path = path }))
            std::exit(3);
    }
}

// The person before it says yes to what was interrupted, and to another address; to nothing else.
void answer(UploadQueue &queue)
{
    const QList<Upload> uploads = queue.uploads();
    for (const Upload &upload : uploads) {
        if (upload.problem == UploadProblem::Interrupted)
            queue.retry({ upload.id });
        else if (upload.problem == UploadProblem::OtherServer)
            queue.sendToProfileServer(upload.id);
    }
}

void endWhenAllEnded(const UploadQueue &queue)
{
    const bool isOver = std::none_of(queue.uploads().begin(), queue.uploads().end(),
        [](const Upload &upload) { return isUnderWay(upload.state); });
    if (!isOver)
        return;
    int undone = 0;
    for (const Upload &upload : queue.uploads()) {
        std::printf(
            "%d %d %s\n", int(upload.state), int(upload.problem), qPrintable(upload.filename));
        undone += upload.state != UploadState::Done;
    }
    QCoreApplication::exit(undone == 0 ? 0 : 1);
}

} // namespace

// Uploads files to a module until all are done, with a queue in a file; can be told where to die.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({ { u"queue"_s, {}, u"path"_s }, { u"server"_s, {}, u"url"_s },
        { u"module"_s, {}, u"id"_s }, { u"die"_s, {}, u"point"_s },
        { u"occurrence"_s, {}, u"number"_s, u"1"_s } });
    parser.process(application);

    UploadQueue queue(parser.value(u"queue"_s));
    if (queue.storageError())
        return 2;
    UploadQueueAccess::of(queue).firstPauseMs = 20;
    queue.setLimits({ .bytesPerSecond = 16LL * 1024 * 1024 });
    dieAt(queue, parser.value(u"die"_s), parser.value(u"occurrence"_s).toInt());
    QObject::connect(
        &queue, &UploadQueue::totalsChanged, &queue,
        [&queue] {
            answer(queue);
            endWhenAllEnded(queue);
        },
        Qt::QueuedConnection);
    queue.connectProfile(profile,
        { .server = QUrl(parser.value(u"server"_s)),
            .credentials = { Credentials::Scheme::Basic, u"admin"_s, u"admin"_s },
            .useSystemProxy = false });
    addWhatIsMissing(queue, parser.value(u"module"_s).toLongLong(), parser.positionalArguments());
    answer(queue);
    return QCoreApplication::exec();
}
