// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"
#include "tests/services/uploads/uploadstage.h"
#include "tests/support/faultproxy.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebi = 1024LL * 1024;

// A queue whose server is behind a proxy, and what one upload in it went through.
struct Line {
    UploadStage stage;
    FaultProxy proxy{ quint16(stage.bench().url().port()) };
    UploadQueue queue{ stage.queuePath() };
    ClientOptions options = UploadStage::optionsOf(proxy.instead(stage.bench().url()));
    qint64 id = 0;
    QList<Upload> course;

    Line() { UploadQueueAccess::of(queue).firstPauseMs = 40; }

    void send(const QList<Fault> &faults, qint64 size = 4 * mebi)
    {
        proxy.setFaultsOf("POST", faults);
        id = *queue.add(stage.newUpload(stage.makeFile(u"a.swu"_s, size)));
        QObject::connect(&queue, &UploadQueue::changed, &queue, [this] {
            if (course.isEmpty() || course.last() != upload())
                course << upload();
        });
        queue.connectProfile(u"p"_s, options);
    }
    const Upload &upload() const { return *queue.find(id); }
    bool went(const std::function<bool(const Upload &)> &through) const
    {
        return std::any_of(course.begin(), course.end(), through);
    }
    // Without those that only ask why the last one broke.
    int posts() const { return proxy.connectionsOf("POST", 10'000); }
    bool isStoredOnce() { return stage.artifactNames() == QStringList{ u"a.swu"_s }; }
};

Fault cutAfter(Fault::Kind kind, qint64 sentBytes)
{
    return { .kind = kind, .from = Fault::Side::Client, .after = sentBytes };
}

Fault answerAfter(qint64 sentBytes, const QByteArray &answer)
{
    return { .kind = Fault::Kind::Answer,
        .from = Fault::Side::Client,
        .after = sentBytes,
        .bytes = answer };
}

// As 0.9.0 and 1.0.4 say of one of two that came into one module at the same moment.
QByteArray lostBesideAnother()
{
    return httpAnswer(400,
        R"({"errorCode":"hawkbit.server.error.artifact.uploadFailed.checksum.sha256.match",)"
        R"("message":"The given sha256 hash 00 does not match the calculated sha256 hash )"
        R"(e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"})");
}

bool isRetrying(const Upload &upload)
{
    return upload.state == UploadState::Retrying && upload.nextTryAt.isValid();
}

} // namespace

// What breaks on the way, and what QNetworkAccessManager makes of it.
class tst_uploadfaults : public Test {
    Q_OBJECT

private slots:
    void aLostConnectionIsTold()
    {
        Line line;
        const QSignalSpy lost(&line.queue, &UploadQueue::connectionLost);
        line.send({ cutAfter(Fault::Kind::Reset, mebi) });
        QTRY_COMPARE_WITH_TIMEOUT(line.upload().state, UploadState::Done, 30'000);
        QCOMPARE(lost.size(), 1);
        QCOMPARE(lost[0][0].toString(), u"p"_s);
    }

    // QNAM alone would send it once more, unsaid and unasked.
    void aBrokenSendIsSentAgainOnlyByUs_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("reset") << int(Fault::Kind::Reset);
        QTest::newRow("closed") << int(Fault::Kind::Close);
    }

    void aBrokenSendIsSentAgainOnlyByUs()
    {
        QFETCH(int, kind);
        Line line;
        line.send({ cutAfter(Fault::Kind(kind), mebi) });
        QTRY_COMPARE_WITH_TIMEOUT(line.upload().state, UploadState::Done, 30'000);
        QCOMPARE(line.posts(), 2);
        QVERIFY(line.isStoredOnce());
        QVERIFY(line.upload().isSentAgain);
        QVERIFY(!line.upload().wasThere);
        QCOMPARE(line.upload().tries, 2);
        QVERIFY(line.went(isRetrying));
        QVERIFY(line.went([](const Upload &upload) {
            return isRetrying(upload) && upload.error->kind == ErrorKind::Network
                && upload.error->fault == NetworkFault::ConnectionLost && upload.sentBytes == 0;
        }));
        QVERIFY(!line.upload().error);
    }

    // The server has it, and its answer never came.
    void aLostAnswerIsNoReasonToSendAgain()
    {
        Line line;
        line.send({ { .kind = Fault::Kind::Reset, .from = Fault::Side::Server, .after = 1 } });
        QTRY_COMPARE_WITH_TIMEOUT(line.upload().state, UploadState::Done, 30'000);
        QCOMPARE(line.posts(), 1);
        QVERIFY(line.isStoredOnce());
        QVERIFY(line.upload().wasThere);
        QVERIFY(line.went(isRetrying));
        QCOMPARE(line.upload().artifactId, line.stage.artifacts().constFirst().id);
    }

    void progressGrowsToTheWholeAndNeverBack()
    {
        Line line;
        line.queue.setLimits({ .bytesPerSecond = 8 * mebi });
        line.send({});
        QTRY_COMPARE_WITH_TIMEOUT(line.upload().state, UploadState::Done, 30'000);
        qint64 last = 0;
        bool isVerified = false;
        for (const Upload &upload : line.course) {
            QVERIFY(upload.sentBytes >= last && upload.sentBytes <= upload.size);
            last = upload.sentBytes;
            isVerified = isVerified || upload.state == UploadState::Verifying;
            QVERIFY(isVerified || upload.state != UploadState::Done);
        }
        QCOMPARE(last, 4 * mebi);
        QVERIFY(line.course.size() > 4);
    }

    // What a proxy or a server says before it has read all: QNAM loses it.
    void anEarlyRefusalIsFoundOut_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("problem");
        QTest::newRow("too large")
            << 413 << int(UploadState::Failed) << int(UploadProblem::TooLarge);
        QTest::newRow("forbidden")
            << 403 << int(UploadState::Failed) << int(UploadProblem::NotAllowed);
        QTest::newRow("signed out")
            << 401 << int(UploadState::NotConnected) << int(UploadProblem::None);
    }

    void anEarlyRefusalIsFoundOut()
    {
        QFETCH(int, status);
        QFETCH(int, state);
        QFETCH(int, problem);
        Line line;
        QSignalSpy signInNeeded(&line.queue, &UploadQueue::signInNeeded);
        const Fault refusal
            = answerAfter(64LL * 1024, httpAnswer(status, {}, { { "Connection", "close" } }));
        const Fault atOnce = answerAfter(1, refusal.bytes);
        line.send({ refusal, atOnce });
        QTRY_COMPARE(int(line.upload().state), state);
        QCOMPARE(int(line.upload().problem), problem);
        QCOMPARE(signInNeeded.size(), status == 401 ? 1 : 0);
        QVERIFY(line.stage.artifacts().isEmpty());
    }

    // Other programs send, too.
    void whatAnotherUploadCostIsSentAgain()
    {
        Line line;
        line.send({ answerAfter(10'000, lostBesideAnother()) }, 10'000);
        QTRY_COMPARE(line.upload().state, UploadState::Done);
        QVERIFY(line.went(isRetrying));
        QCOMPARE(line.upload().tries, 2);
        QCOMPARE(line.proxy.connectionsOf("POST", 5'000), 2);
        QVERIFY(line.isStoredOnce());
    }

    // Ends as QNAM's cancel does.
    void silenceIsATimeout()
    {
        Line line;
        line.options.timeouts.write = 400;
        // More than the buffers of both sides swallow, or it would be the answer that is missing.
        line.send({ cutAfter(Fault::Kind::Stall, mebi) }, 48 * mebi);
        QTRY_COMPARE_WITH_TIMEOUT(line.upload().state, UploadState::Done, 30'000);
        QVERIFY(line.went([](const Upload &upload) {
            return isRetrying(upload) && upload.error->kind == ErrorKind::Timeout;
        }));
        QCOMPARE(line.posts(), 2);
        QVERIFY(line.isStoredOnce());
    }

    // The server may be silent for long behind the last byte: it hashes.
    void silenceBehindTheLastByteHasMoreTime()
    {
        Line line;
        line.options.timeouts.write = 300;
        line.options.timeouts.transfer = 60'000;
        line.send(
            { { .kind = Fault::Kind::Stall, .from = Fault::Side::Server, .after = 1 } }, 100'000);
        QTRY_COMPARE(line.upload().state, UploadState::Verifying);
        QTest::qWait(700);
        QCOMPARE(line.upload().state, UploadState::Verifying);
        QCOMPARE(line.posts(), 1);
    }

    void goesOnWhenTheServerIsBack()
    {
        Line line;
        line.queue.setLimits({ .bytesPerSecond = 4 * mebi });
        line.send({});
        QTRY_VERIFY(line.upload().sentBytes > 0);
        line.proxy.setDown(true);
        QTRY_VERIFY(line.went([](const Upload &upload) {
            return isRetrying(upload) && upload.error->fault == NetworkFault::ConnectionRefused;
        }));
        line.queue.setLimits({});
        line.proxy.setDown(false);
        QTRY_COMPARE_WITH_TIMEOUT(line.upload().state, UploadState::Done, 30'000);
        QVERIFY(line.isStoredOnce());
        QCOMPARE(line.posts(), 2);
    }

    void isNotSentForEver()
    {
        Line line;
        UploadQueueAccess::of(line.queue).firstPauseMs = 1;
        line.send(QList<Fault>(30, cutAfter(Fault::Kind::Reset, mebi)));
        QTRY_COMPARE_WITH_TIMEOUT(line.upload().state, UploadState::Failed, 60'000);
        QCOMPARE(line.upload().problem, UploadProblem::Refused);
        QCOMPARE(line.upload().error->fault, NetworkFault::ConnectionLost);
        QCOMPARE(line.posts(), 5);
        line.queue.retry({ line.id }); // as often once more
        QTRY_COMPARE_WITH_TIMEOUT(line.posts(), 10, 60'000);
        QTRY_COMPARE(line.upload().state, UploadState::Failed);
        QCOMPARE(line.posts(), 10);
    }

    void aStallIsSaid()
    {
        Line line;
        auto &d = UploadQueueAccess::of(line.queue);
        QVERIFY(!d.stalls.isActive());
        line.queue.setLimits({ .bytesPerSecond = 2 * mebi });
        line.send({ cutAfter(Fault::Kind::Stall, mebi) }, 12 * mebi);
        QTRY_VERIFY_WITH_TIMEOUT(line.upload().isStalled, 30'000);
        QCOMPARE(line.upload().state, UploadState::Sending);
        QVERIFY(line.upload().sentBytes > 0);
        QCOMPARE(line.upload().bytesPerSecond, 0);
        QCOMPARE(line.queue.totals().stalled, 1);
        QVERIFY(line.went([](const Upload &upload) { return upload.bytesPerSecond > 0; }));
        QVERIFY(d.stalls.isActive());
        line.queue.pause({ line.id });
        QVERIFY(!line.upload().isStalled);
        line.queue.setLimits({});
        line.queue.resume({ line.id });
        QTRY_COMPARE_WITH_TIMEOUT(line.upload().state, UploadState::Done, 30'000);
        QTRY_VERIFY(!d.stalls.isActive()); // nothing ticks when nothing is sent
    }

    void othersGoOn()
    {
        Line line;
        line.proxy.setFaultsOf("POST", { cutAfter(Fault::Kind::Stall, mebi) });
        line.queue.connectProfile(u"p"_s, line.options);
        const qint64 stalled
            = *line.queue.add(line.stage.newUpload(line.stage.makeFile(u"stalls"_s, 12 * mebi)));
        QTRY_COMPARE(stateOf(line.queue, stalled), UploadState::Sending);
        const qint64 module = line.stage.makeModule(u"other"_s);
        for (const QString &name : { u"b"_s, u"c"_s, u"d"_s }) {
            NewUpload other = line.stage.newUpload(line.stage.makeFile(name, mebi));
            other.softwareModuleId = module;
            other.moduleTitle = u"other 1.0"_s;
            QVERIFY(line.queue.add(other));
        }
        QTRY_COMPARE(line.queue.totals().done, 3);
        QCOMPARE(stateOf(line.queue, stalled), UploadState::Sending);
    }
};

FALCONER_TEST(tst_uploadfaults)
#include "tst_uploadfaults.moc"
