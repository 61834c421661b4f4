// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadfile.h"
#include "services/uploads/uploadqueue_p.h"
#include "tests/services/uploads/uploadstage.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebi = 1024LL * 1024;

} // namespace

// What the next start makes of what the last one left.
class tst_uploadrestart : public Test {
    Q_OBJECT

private slots:
    void whatWasUnderWayAsks_data()
    {
        QTest::addColumn<UploadState>("left");
        QTest::addColumn<UploadState>("found");
        QTest::newRow("waiting") << UploadState::Waiting << UploadState::NotConnected;
        QTest::newRow("checking") << UploadState::Checking << UploadState::NotConnected;
        QTest::newRow("sending") << UploadState::Sending << UploadState::Asking;
        QTest::newRow("verifying") << UploadState::Verifying << UploadState::Asking;
        QTest::newRow("retrying") << UploadState::Retrying << UploadState::Asking;
        QTest::newRow("paused") << UploadState::Paused << UploadState::Paused;
        QTest::newRow("failed") << UploadState::Failed << UploadState::Failed;
        QTest::newRow("done") << UploadState::Done << UploadState::Done;
    }

    void whatWasUnderWayAsks()
    {
        QFETCH(UploadState, left);
        QFETCH(UploadState, found);
        UploadStage stage;
        const Upload upload = stage.leaveBehind(left);
        FaultProxy proxy(quint16(stage.bench().url().port()));
        UploadQueue queue(stage.queuePath());
        QCOMPARE(stateOf(queue, upload.id), found);
        if (found == UploadState::NotConnected)
            return;
        const bool isAsking = found == UploadState::Asking;
        QCOMPARE(problemOf(queue, upload.id),
            isAsking ? UploadProblem::Interrupted : UploadProblem::None);
        // Nothing is asked and nothing is sent before a person says so.
        queue.connectProfile(u"p"_s, UploadStage::optionsOf(proxy.instead(stage.bench().url())));
        QTest::qWait(200);
        QCOMPARE(proxy.connections(), 0);
        if (!isAsking)
            return;
        queue.retry({ upload.id });
        QTRY_COMPARE(stateOf(queue, upload.id), UploadState::Done);
        QCOMPARE(stage.artifactNames(), QStringList{ u"a.swu"_s });
        QVERIFY(queue.find(upload.id)->isSentAgain);
    }

    // What only waited goes out unasked no more than what was interrupted.
    void whatWaitedForTheSameServerWaitsForTheAnswer_data()
    {
        QTest::addColumn<bool>("isSent");
        QTest::newRow("send") << true;
        QTest::newRow("remove") << false;
    }

    void whatWaitedForTheSameServerWaitsForTheAnswer()
    {
        QFETCH(bool, isSent);
        UploadStage stage;
        const Upload sending = stage.leaveBehind(UploadState::Sending);
        qint64 waiting = 0;
        qint64 elsewhere = 0;
        {
            UploadQueue queue(stage.queuePath());
            waiting = *queue.add(stage.newUpload(stage.makeFile(u"b.swu"_s, 1'000)));
            NewUpload other = stage.newUpload(stage.makeFile(u"c.swu"_s, 1'000));
            other.profileId = u"q"_s;
            elsewhere = *queue.add(other);
            QVERIFY(!queue.find(waiting)->isHeld); // somebody has just said so
            QTRY_VERIFY(isLookedAt(queue, waiting) && isLookedAt(queue, elsewhere));
        }
        UploadStage another;
        FaultProxy proxy(quint16(stage.bench().url().port()));
        UploadQueue queue(stage.queuePath());
        QVERIFY(queue.find(waiting)->isHeld && !queue.find(elsewhere)->isHeld);
        QCOMPARE(queue.totals().interrupted, 1);
        QCOMPARE(queue.totals().held, 1);
        queue.connectProfile(u"p"_s, UploadStage::optionsOf(proxy.instead(stage.bench().url())));
        queue.connectProfile(u"q"_s, another.options());
        QTRY_COMPARE(stateOf(queue, elsewhere), UploadState::Done);
        QCOMPARE(stateOf(queue, waiting), UploadState::Waiting);
        QCOMPARE(proxy.connections(), 0);
        QCOMPARE(queue.totals().bytes, 0); // nobody knows when it goes on
        // What a person puts in now goes at once.
        const qint64 now = *queue.add(stage.newUpload(stage.makeFile(u"d.swu"_s, 1'000)));
        QTRY_COMPARE(stateOf(queue, now), UploadState::Done);
        QCOMPARE(stateOf(queue, waiting), UploadState::Waiting);

        if (isSent)
            queue.retry({ sending.id });
        else
            queue.cancel({ sending.id });
        QTRY_COMPARE(stateOf(queue, waiting), UploadState::Done);
        QVERIFY(!queue.find(waiting)->isHeld);
        QTRY_COMPARE(queue.totals().done, isSent ? 4 : 3);
        QCOMPARE(stage.artifactNames().contains(u"a.swu"_s), isSent);
    }

    void oneThatIsSaidToGoOnIsNotHeldAnyMore()
    {
        UploadStage stage;
        (void)stage.leaveBehind(UploadState::Sending);
        {
            UploadQueue queue(stage.queuePath());
            const qint64 id = *queue.add(stage.newUpload(stage.makeFile(u"b.swu"_s, 1'000)));
            QTRY_VERIFY(isLookedAt(queue, id));
        }
        UploadQueue queue(stage.queuePath());
        queue.connectProfile(u"p"_s, stage.options());
        QVERIFY(queue.find(2)->isHeld);
        queue.pause({ 2 });
        queue.resume({ 2 });
        QTRY_COMPARE(stateOf(queue, 2), UploadState::Done);
        QCOMPARE(problemOf(queue, 1), UploadProblem::Interrupted);
    }

    void whatNobodyHadLookedAtIsLookedAt()
    {
        UploadStage stage;
        {
            UploadQueue queue(stage.queuePath());
            (void)*queue.add(stage.newUpload(stage.makeFile(u"a.swu"_s, mebi)));
        }
        const UploadQueue queue(stage.queuePath());
        QVERIFY(!isLookedAt(queue, 1));
        QTRY_VERIFY(isLookedAt(queue, 1));
        QCOMPARE(queue.find(1)->size, mebi);
        QVERIFY(queue.find(1)->modifiedAt.isValid());
    }

    void whatIsThereIsNotSentAgain()
    {
        UploadStage stage;
        const Upload upload = stage.leaveBehind(UploadState::Verifying);
        {
            UploadQueue other(stage.filePath(u"other"_s));
            const qint64 id = *other.add(stage.newUpload(upload.path));
            other.connectProfile(u"p"_s, stage.options());
            QTRY_COMPARE(stateOf(other, id), UploadState::Done);
        }
        FaultProxy proxy(quint16(stage.bench().url().port()));
        UploadQueue queue(stage.queuePath());
        queue.connectProfile(u"p"_s, UploadStage::optionsOf(proxy.instead(stage.bench().url())));
        queue.retry({ upload.id });
        QTRY_COMPARE(stateOf(queue, upload.id), UploadState::Done);
        QVERIFY(queue.find(upload.id)->wasThere);
        QCOMPARE(proxy.connectionsOf("POST"), 0);
        QCOMPARE(stage.artifactNames(), QStringList{ u"a.swu"_s });
    }

    void suspendedGoesOnUnasked()
    {
        UploadStage stage;
        qint64 id = 0;
        {
            UploadQueue queue(stage.queuePath());
            queue.setLimits({ .bytesPerSecond = mebi });
            id = *queue.add(stage.newUpload(stage.makeFile(u"a.swu"_s, mebi)));
            queue.connectProfile(u"p"_s, stage.options());
            QTRY_VERIFY(queue.find(id)->sentBytes > 0);
            queue.suspend();
            QCOMPARE(stateOf(queue, id), UploadState::Waiting);
            QTest::qWait(100);
            QCOMPARE(stateOf(queue, id), UploadState::Waiting);
        }
        UploadQueue queue(stage.queuePath());
        QCOMPARE(stateOf(queue, id), UploadState::NotConnected);
        queue.connectProfile(u"p"_s, stage.options());
        QTRY_COMPARE(stateOf(queue, id), UploadState::Done);
        QVERIFY(queue.find(id)->isSentAgain);
        QCOMPARE(stage.artifactNames(), QStringList{ u"a.swu"_s });
    }

    void isWrittenBeforeItIsSent()
    {
        UploadStage stage;
        UploadQueue queue(stage.queuePath());
        QStringList points;
        UploadQueueAccess::of(queue).probe
            = [&points](const QByteArray &point, qint64) { points << QString::fromLatin1(point); };
        const qint64 id = *queue.add(stage.newUpload(stage.makeFile(u"a.swu"_s, mebi)));
        queue.connectProfile(u"p"_s, stage.options());
        QTRY_COMPARE(stateOf(queue, id), UploadState::Done);
        const qsizetype ready = points.indexOf(u"readyToSend"_s);
        const qsizetype sending = points.indexOf(u"sending"_s);
        QVERIFY(ready >= 0 && sending > ready);
        QVERIFY(points.mid(ready, sending - ready).contains(u"written"_s));
    }

    void anEarlierVersionsFileIsBroughtUp_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("first") << 1;
        QTest::newRow("second") << 2;
    }

    // As they laid out the queue's file.
    void anEarlierVersionsFileIsBroughtUp()
    {
        QFETCH(int, version);
        UploadStage stage;
        const UploadProblem problem = UploadProblem::NameTaken;
        {
            const Upload upload = stage.leaveBehind(UploadState::Asking);
            UploadFile file(stage.queuePath());
            Upload asking = upload;
            asking.problem = problem;
            asking.replacesId = 1;
            asking.unansweredSince = asking.queuedAt;
            QVERIFY(file.load());
            QVERIFY(file.write({ .put = { asking } }));
        }
        {
            SqliteConnection connection;
            QVERIFY(connection.open(stage.queuePath(), 1'000));
            QStringList steps{ u"ALTER TABLE uploads DROP COLUMN unansweredSince"_s,
                u"PRAGMA user_version = %1"_s.arg(0x46'55'00'00 + version) };
            if (version == 1)
                steps << u"ALTER TABLE uploads DROP COLUMN server"_s
                      << u"ALTER TABLE uploads RENAME COLUMN replacesId TO replaces"_s;
            QVERIFY(connection.execute(steps));
        }
        {
            UploadQueue queue(stage.queuePath());
            QVERIFY(!queue.storageError() && !queue.putAside());
            const Upload upload = queue.uploads().constFirst();
            QCOMPARE(upload.problem, problem);
            QCOMPARE(upload.filename, u"a.swu"_s);
            QCOMPARE(upload.server, QString());
            QCOMPARE(upload.replacesId, version == 1 ? 0 : 1);
            QVERIFY(!upload.unansweredSince.isValid());
            queue.connectProfile(u"p"_s, stage.options()); // is its server from now on
            queue.disconnectProfile(u"p"_s);
        }
        UploadQueue queue(stage.queuePath());
        QCOMPARE(queue.uploads().constFirst().server, stage.bench().url().toString());
    }

    void aLaterVersionsFileIsLeftAlone()
    {
        UploadStage stage;
        {
            const UploadQueue queue(stage.queuePath());
        }
        {
            SqliteConnection connection;
            QVERIFY(connection.open(stage.queuePath(), 1'000));
            QVERIFY(connection.execute(u"PRAGMA user_version = 99"_s));
        }
        {
            UploadQueue queue(stage.queuePath());
            QVERIFY(queue.storageError());
            QVERIFY(queue.add(stage.newUpload(stage.makeFile(u"a"_s, 1))).has_value());
        }
        SqliteConnection connection;
        QVERIFY(connection.open(stage.queuePath(), 1'000));
        QCOMPARE(*connection.number(u"PRAGMA user_version"_s), 99);
        QCOMPARE(*connection.number(u"SELECT count(*) FROM uploads"_s), 0);
    }
};

FALCONER_TEST(tst_uploadrestart)
#include "tst_uploadrestart.moc"
