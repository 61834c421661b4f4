// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadlane.h"

#include "services/uploads/ratelimit.h"
#include "services/uploads/uploadsender.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_uploadlane : public Test {
    Q_OBJECT

private slots:
    // The share answers when nobody waits for it any more, and the queue is gone.
    void whatIsLeftBehindNeedsNobody()
    {
#ifdef Q_OS_UNIX
        const QTemporaryDir dir;
        const QString path = dir.filePath(u"share"_s);
        QCOMPARE(mkfifo(qPrintable(path), 0600), 0);
        const int share = ::open(qPrintable(path), O_RDWR | O_CLOEXEC);
        QVERIFY(share >= 0);
        QCOMPARE(::write(share, "begin", 5), 5);
        const ScriptedServer server([](const HeardRequest &) { return std::nullopt; });
        const Upload upload{
            .softwareModuleId = 1, .path = path, .filename = u"a"_s, .size = 1'000'000
        };
        auto limit = std::make_unique<RateLimit>();
        auto lane = std::make_unique<UploadLane>(*limit);
        const QPointer sender(&lane->sender());
        lane->post([&, run = lane->take()](
                       UploadSender &its) { its.send(run, upload, { .server = server.url() }); });
        int unread = -1;
        QTRY_VERIFY(ioctl(share, FIONREAD, &unread) == 0 && unread == 0); // it waits for more
        lane.reset();
        limit.reset();
        QVERIFY(sender);
        ::close(share);
        QTRY_VERIFY(!sender);
#else
        QSKIP("there is no file that hangs when told");
#endif
    }
};

FALCONER_TEST(tst_uploadlane)
#include "tst_uploadlane.moc"
