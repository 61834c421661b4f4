// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/uploads/scriptedmodule.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A module whose server has got the whole of the first file and says nothing about it.
struct Line {
    ScriptedModule module;
    std::function<std::optional<QByteArray>(const HeardRequest &)> good = module.judge;
    qint64 next = add(u"b"_s, module.stage.module());

    Line()
    {
        module.judge = [this](const HeardRequest &request) {
            return isOfFirst(request) ? std::nullopt : good(request);
        };
    }
    static bool isOfFirst(const HeardRequest &request)
    {
        return request.target.endsWith("?filename=a");
    }
    qint64 add(const QString &name, qint64 softwareModuleId)
    {
        NewUpload upload = module.stage.newUpload(module.stage.makeFile(name, 1'000, 2));
        upload.softwareModuleId = softwareModuleId;
        return *module.queue.add(upload);
    }
    // The first one is the first to be sent.
    void connectProfile(int transferTimeout = 60'000)
    {
        QTRY_VERIFY(isLookedAt(module.queue, module.id) && isLookedAt(module.queue, next));
        ClientOptions options = UploadStage::optionsOf(module.server.url());
        options.timeouts.transfer = transferTimeout;
        module.queue.connectProfile(u"p"_s, options);
    }
    int asked() const
    {
        return int(std::ranges::count_if(module.server.heard(), [](const HeardRequest &request) {
            return request.method == "GET" && request.target.endsWith("/artifacts");
        }));
    }
};

// As it is on the disk at this moment, as if the program ended in it.
QString copyOfQueue(const ScriptedModule &module)
{
    const QString copy = module.stage.filePath(u"next.sqlite"_s);
    for (const QString &ending : { u""_s, u"-wal"_s }) {
        if (!QFile::copy(module.stage.queuePath() + ending, copy + ending))
            qFatal("not copied");
    }
    return copy;
}

enum class End { Pause, Remove, Disconnect, Timeout, GatewayTimeout, Reset };

} // namespace

// Behind the last byte nobody waits for the answer any more, and the server is still at work: of
// two that come into one module at once, hawkBit loses one.
class tst_uploadunanswered : public Test {
    Q_OBJECT

private slots:
    void theNextOneWaits_data()
    {
        QTest::addColumn<int>("end");
        QTest::newRow("paused") << int(End::Pause);
        QTest::newRow("removed") << int(End::Remove);
        QTest::newRow("disconnected") << int(End::Disconnect);
        QTest::newRow("timed out") << int(End::Timeout);
        QTest::newRow("timed out in a proxy") << int(End::GatewayTimeout);
        QTest::newRow("connection lost") << int(End::Reset);
    }

    void theNextOneWaits()
    {
        QFETCH(int, end);
        Line line;
        ScriptedModule &module = line.module;
        line.connectProfile(end == int(End::Timeout) ? 300 : 60'000);
        QTRY_COMPARE(module.posts(), 1);
        QTRY_COMPARE(module.upload().state, UploadState::Verifying);
        QCOMPARE(stateOf(module.queue, line.next), UploadState::Waiting);
        const QString sha256 = module.upload().sha256;
        const int asked = line.asked();
        if (end == int(End::Pause)) {
            module.queue.pause({ module.id });
        } else if (end == int(End::Remove)) {
            module.queue.cancel({ module.id });
        } else if (end == int(End::Disconnect)) {
            module.queue.disconnectProfile(u"p"_s);
            line.connectProfile();
        } else if (end == int(End::GatewayTimeout)) {
            module.server.answerLater(module.server.heard().size() - 1, httpAnswer(504));
        } else if (end == int(End::Reset)) {
            module.server.closeConnections();
        }
        // Neither that one again nor the next one is sent beside it.
        QTRY_VERIFY(line.asked() >= asked + 3);
        QCOMPARE(module.posts(), 1);

        module.artifacts = '[' + artifact(sha256.toLatin1()) + ']';
        QTRY_COMPARE(stateOf(module.queue, line.next), UploadState::Done);
        QCOMPARE(module.posts(), 2);
        if (end == int(End::Remove))
            return;
        module.queue.resume({ module.id });
        QTRY_COMPARE(module.upload().state, UploadState::Done);
        QVERIFY(module.upload().wasThere);
        QCOMPARE(module.posts(), 2);
    }

    void notForEver()
    {
        Line line;
        ScriptedModule &module = line.module;
        UploadQueueAccess::of(module.queue).storingMs = [](qint64) { return 1'500LL; };
        line.connectProfile();
        QTRY_COMPARE(module.upload().state, UploadState::Verifying);
        QElapsedTimer clock;
        clock.start();
        module.queue.cancel({ module.id });
        QTRY_COMPARE(stateOf(module.queue, line.next), UploadState::Done);
        QVERIFY(clock.elapsed() >= 1'400);
    }

    void alsoAfterTheNextStart_data()
    {
        QTest::addColumn<bool>("isSuspended");
        QTest::newRow("to go on then") << true;
        QTest::newRow("by a crash") << false;
    }

    void alsoAfterTheNextStart()
    {
        QFETCH(bool, isSuspended);
        Line line;
        ScriptedModule &module = line.module;
        line.connectProfile();
        QTRY_COMPARE(module.upload().state, UploadState::Verifying);
        const QString sha256 = module.upload().sha256;
        if (isSuspended)
            module.queue.suspend();
        const auto &d = UploadQueueAccess::of(module.queue);
        QTRY_VERIFY(d.isWritten(module.id) && !d.isFlushing);
        const QString path = copyOfQueue(module);
        module.queue.cancel({ module.id, line.next });

        UploadQueue queue(path);
        queue.connectProfile(u"p"_s, UploadStage::optionsOf(module.server.url()));
        if (!isSuspended) {
            QCOMPARE(problemOf(queue, module.id), UploadProblem::Interrupted);
            queue.retry({ module.id });
        }
        const int asked = line.asked();
        QTRY_VERIFY(line.asked() >= asked + 3);
        QCOMPARE(module.posts(), 1);

        module.artifacts = '[' + artifact(sha256.toLatin1()) + ']';
        QTRY_COMPARE(stateOf(queue, module.id), UploadState::Done);
        QVERIFY(queue.find(module.id)->wasThere);
        QVERIFY(queue.find(module.id)->unansweredSince.isValid()); // it is from here
        QTRY_COMPARE(stateOf(queue, line.next), UploadState::Done);
        QVERIFY(!queue.find(line.next)->unansweredSince.isValid());
        QCOMPARE(module.posts(), 2);
    }

    void otherModulesDoNotWait()
    {
        Line line;
        ScriptedModule &module = line.module;
        line.connectProfile();
        QTRY_COMPARE(module.upload().state, UploadState::Verifying);
        module.queue.pause({ module.id });
        const qint64 other = line.add(u"c"_s, module.stage.module() + 1);
        QTRY_COMPARE(stateOf(module.queue, other), UploadState::Done);
        QCOMPARE(stateOf(module.queue, line.next), UploadState::Checking);
        QCOMPARE(module.posts(), 2);
    }

    // Before its last byte the server stores nothing.
    void aFileOnItsWayIsNotWaitedFor()
    {
        Line line;
        ScriptedModule &module = line.module;
        module.queue.setLimits({ .bytesPerSecond = 500 });
        line.connectProfile();
        QTRY_COMPARE(module.upload().state, UploadState::Sending);
        module.queue.pause({ module.id });
        module.queue.setLimits({});
        QElapsedTimer clock;
        clock.start();
        QTRY_COMPARE(stateOf(module.queue, line.next), UploadState::Done);
        QVERIFY(clock.elapsed() < 3'000);
    }

    void rules()
    {
        const Artifact a{ .id = 1, .providedFilename = u"a"_s };
        const AwaitedFile awaited{ u"a"_s, QDeadlineTimer(60'000) };
        const AwaitedFile given{ u"a"_s, QDeadlineTimer(0) };
        QVERIFY(!isAnyAwaited({}, {}));
        QVERIFY(isAnyAwaited({ awaited }, {}));
        QVERIFY(!isAnyAwaited({ awaited }, { a }));
        QVERIFY(!isAnyAwaited({ given }, {}));
        QVERIFY(isAnyAwaited({ given, { u"b"_s, QDeadlineTimer(60'000) } }, { a }));
        constexpr qint64 mebi = 1024LL * 1024;
        QVERIFY(storingMs(256 * mebi) > 20'000 && storingMs(256 * mebi) < 60'000);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        Upload upload{ .size = 256 * mebi, .state = UploadState::Verifying };
        QCOMPARE(patienceMs(upload, now), 0);
        upload.unansweredSince = now.addMSecs(-1'000);
        QCOMPARE(patienceMs(upload, now), storingMs(upload.size) - 1'000);
        QCOMPARE(patienceMs(upload, now.addDays(1)), 0);
        QCOMPARE(patienceMs(upload, now.addDays(-1)), storingMs(upload.size));
        upload.state = UploadState::Done;
        QCOMPARE(patienceMs(upload, now), 0);
        QVERIFY(isUnanswered({ .kind = ErrorKind::Timeout }));
        QVERIFY(isUnanswered({ .kind = ErrorKind::Server, .httpStatus = 504 }));
        QVERIFY(!isUnanswered({ .kind = ErrorKind::Server, .httpStatus = 500 }));
        QVERIFY(!isUnanswered({ .kind = ErrorKind::Quota, .httpStatus = 429 }));
    }
};

FALCONER_TEST(tst_uploadunanswered)
#include "tst_uploadunanswered.moc"
