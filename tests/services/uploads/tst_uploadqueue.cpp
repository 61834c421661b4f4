// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"
#include "tests/services/uploads/uploadstage.h"
#include "tests/support/testregistry.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebi = 1024LL * 1024;

QList<qint64> idsOf(const UploadQueue &queue)
{
    QList<qint64> ids;
    for (const Upload &upload : queue.uploads())
        ids << upload.id;
    return ids;
}

} // namespace

// The rows of the queue and the plain way of a file into a module.
class tst_uploadqueue : public Test {
    Q_OBJECT

private slots:
    void sendsAFile()
    {
        UploadStage stage;
        const QString path = stage.makeFile(u"gätew\"ay 1.swu"_s, 3 * mebi + 17);
        UploadQueue queue(stage.queuePath());
        QVERIFY(!queue.storageError());
        QSignalSpy finished(&queue, &UploadQueue::finished);
        const Result<qint64> id = queue.add(stage.newUpload(path));
        QVERIFY(id.has_value());
        QCOMPARE(stateOf(queue, *id), UploadState::NotConnected);
        queue.connectProfile(u"p"_s, stage.options());
        QCOMPARE(stateOf(queue, *id), UploadState::Waiting);
        QTRY_COMPARE(stateOf(queue, *id), UploadState::Done);

        const Upload &done = *queue.find(*id);
        const QList<SimArtifact> artifacts = stage.artifacts();
        QCOMPARE(artifacts.size(), 1);
        QCOMPARE(artifacts[0].filename, u"gätew\"ay 1.swu"_s);
        QCOMPARE(artifacts[0].size, 3 * mebi + 17);
        QCOMPARE(QString::fromLatin1(artifacts[0].sha256), done.sha256);
        QCOMPARE(artifacts[0].id, done.artifactId);
        QVERIFY(!done.wasThere && !done.isSentAgain);
        QCOMPARE(done.tries, 1);
        QCOMPARE(done.sentBytes, done.size);
        QVERIFY(done.endedAt.isValid());
        QCOMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<Upload>(), done);
    }

    void asksAboutWhatCannotBeSent()
    {
        UploadStage stage;
        UploadQueue queue(stage.queuePath());
        const qint64 none = *queue.add(stage.newUpload(stage.filePath(u"none"_s)));
        const qint64 empty = *queue.add(stage.newUpload(stage.makeFile(u"empty"_s, 0)));
        const qint64 folder = *queue.add(stage.newUpload(stage.filePath(u"."_s)));
        QTRY_COMPARE(queue.totals().asking, 3); // although nobody is signed in
        QCOMPARE(problemOf(queue, none), UploadProblem::FileGone);
        QCOMPARE(problemOf(queue, empty), UploadProblem::FileEmpty);
        QCOMPARE(problemOf(queue, folder), UploadProblem::FileGone);
        queue.takeFile(none, stage.makeFile(u"a"_s, 10));
        QTRY_COMPARE(queue.find(none)->size, 10);
        QCOMPARE(stateOf(queue, none), UploadState::NotConnected);
    }

    void refusesNamesThatNoServerTakes()
    {
        UploadStage stage;
        UploadQueue queue(stage.queuePath());
        NewUpload longName = stage.newUpload(stage.makeFile(u"a"_s, 1));
        longName.filename = QString(257, u'x');
        QCOMPARE(queue.add(longName).error().kind, ErrorKind::Invalid);
        QVERIFY(queue.uploads().isEmpty());
    }

    void keepsItsRows()
    {
        UploadStage stage;
        QList<Upload> before;
        {
            UploadQueue queue(stage.queuePath());
            for (int i = 0; i < 4; ++i) {
                const QString path = stage.makeFile(QString::number(i), 10 + i);
                QVERIFY(queue.add(stage.newUpload(path)).has_value());
            }
            queue.pause({ 2 });
            queue.moveTo({ 4, 1 }, 2);
            queue.cancel({ 3 });
            before = queue.uploads();
            QCOMPARE(idsOf(queue), QList<qint64>({ 2, 1, 4 }));
        }
        UploadQueue queue(stage.queuePath());
        QVERIFY(!queue.storageError());
        QCOMPARE(queue.uploads(), before);
        queue.cancel({ 4 });
        QCOMPARE(*queue.add(stage.newUpload(stage.filePath(u"0"_s))), 5);
        QCOMPARE(queue.totals().waiting, 2);
        QCOMPARE(queue.totals().paused, 1);
    }

    void sendsInOrderAndSoManyAtOnce()
    {
        UploadStage stage;
        UploadQueue queue(stage.queuePath());
        queue.setLimits({ .atOnce = 1, .bytesPerSecond = 2 * mebi });
        for (int i = 0; i < 3; ++i) {
            const QString path = stage.makeFile(QString::number(i), mebi / 2, i);
            QVERIFY(queue.add(stage.newUpload(path)).has_value());
        }
        QTRY_VERIFY(isLookedAt(queue, 1) && isLookedAt(queue, 2) && isLookedAt(queue, 3));
        QStringList order;
        int mostAtOnce = 0;
        connect(&queue, &UploadQueue::finished, this,
            [&order](const Upload &upload) { order << upload.filename; });
        connect(&queue, &UploadQueue::totalsChanged, this,
            [&] { mostAtOnce = std::max(mostAtOnce, queue.totals().sending); });
        queue.connectProfile(u"p"_s, stage.options());
        QTRY_COMPARE(stateOf(queue, 1), UploadState::Sending);
        queue.sendFirst(3);
        QCOMPARE(idsOf(queue), QList<qint64>({ 1, 3, 2 }));
        QTRY_COMPARE(queue.totals().done, 3);
        QCOMPARE(order, QStringList({ u"0"_s, u"2"_s, u"1"_s }));
        QCOMPARE(mostAtOnce, 1);
        queue.removeFinished();
        QVERIFY(queue.uploads().isEmpty());
    }

    void aDiskThatHangsHoldsNoOther_data()
    {
        QTest::addColumn<bool>("isAtTheFirstLook");
        QTest::newRow("at the first look") << true;
        QTest::newRow("at the look before it is sent") << false;
    }

    // As a share that is gone holds the thread that reads from it.
    void aDiskThatHangsHoldsNoOther()
    {
        QFETCH(bool, isAtTheFirstLook);
        UploadStage stage;
        QSemaphore disk;
        UploadQueue queue(stage.queuePath());
        auto &d = UploadQueueAccess::of(queue);
        d.lanes.push_back(std::make_unique<UploadLane>(d.rateLimit));
        const auto hang
            = [&] { d.lanes.front()->post([&disk](UploadSender &) { disk.acquire(); }); };
        if (isAtTheFirstLook)
            hang();
        const qint64 stuck = *queue.add(stage.newUpload(stage.makeFile(u"stuck"_s, 10)));
        if (!isAtTheFirstLook) {
            QTRY_VERIFY(isLookedAt(queue, stuck) && d.lanes.front()->isFree());
            hang();
        }
        queue.connectProfile(u"p"_s, stage.options());
        QTRY_VERIFY(!d.lanes.front()->isFree());
        QCOMPARE(isLookedAt(queue, stuck), !isAtTheFirstLook);
        queue.cancel({ stuck });
        const qint64 good = *queue.add(stage.newUpload(stage.makeFile(u"good"_s, 10)));
        QTRY_COMPARE(stateOf(queue, good), UploadState::Done);
        QVERIFY(!d.lanes.front()->isFree());

        disk.release();
        QTRY_VERIFY(d.lanes.front()->isFree());
        const qint64 last = *queue.add(stage.newUpload(stage.makeFile(u"last"_s, 10)));
        QTRY_COMPARE(stateOf(queue, last), UploadState::Done);
    }

    // Each has a thread of its own.
    void disksThatHangHoldSoManyAtMost()
    {
        UploadStage stage;
        QSemaphore disk;
        UploadQueue queue(stage.queuePath());
        auto &d = UploadQueueAccess::of(queue);
        queue.connectProfile(u"p"_s, stage.options());
        for (int i = 0; i < 8; ++i) {
            d.lanes.push_back(std::make_unique<UploadLane>(d.rateLimit));
            UploadLane &lane = *d.lanes.back();
            connect(&lane, &UploadLane::freed, &queue, [&d] { d.scheduleLater(); });
            lane.take();
            lane.post([&disk](UploadSender &) { disk.acquire(); });
            lane.release();
        }
        const qint64 id = *queue.add(stage.newUpload(stage.makeFile(u"a"_s, 10)));
        QTRY_VERIFY(!d.isScheduled);
        QCOMPARE(stateOf(queue, id), UploadState::Waiting);
        QCOMPARE(d.lanes.size(), 8U);
        disk.release(); // one of them answers
        QTRY_COMPARE(stateOf(queue, id), UploadState::Done);
        QCOMPARE(d.lanes.size(), 8U);
        disk.release(7);
    }

    void pausedOnItsWayIsSentAgain()
    {
        UploadStage stage;
        UploadQueue queue(stage.queuePath());
        queue.setLimits({ .bytesPerSecond = 1 * mebi });
        const qint64 id = *queue.add(stage.newUpload(stage.makeFile(u"a"_s, 2 * mebi)));
        queue.connectProfile(u"p"_s, stage.options());
        QTRY_VERIFY(queue.find(id)->sentBytes > 0);
        queue.pause({ id });
        QCOMPARE(stateOf(queue, id), UploadState::Paused);
        QCOMPARE(queue.find(id)->sentBytes, 0);
        queue.setLimits({});
        queue.resume({ id });
        QTRY_COMPARE(stateOf(queue, id), UploadState::Done);
        QVERIFY(queue.find(id)->isSentAgain);
        QCOMPARE(queue.find(id)->tries, 2);
        QCOMPARE(stage.artifactNames(), QStringList{ u"a"_s });
    }
};

FALCONER_TEST(tst_uploadqueue)
#include "tst_uploadqueue.moc"
