// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"
#include "services/uploads/uploadrules.h"
#include "tests/services/uploads/uploadstage.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// One that stands on its way and holds its module, and so many that wait behind it.
class Line final {
public:
    explicit Line(int waiting)
    {
        const QString path = m_stage.makeFile(u"a"_s, 100'000);
        queue.setLimits({ .atOnce = 1, .bytesPerSecond = 10 });
        queue.connectProfile(u"p"_s, m_stage.options());
        (void)*queue.add(m_stage.newUpload(path));
        if (!QTest::qWaitFor([this] { return queue.totals().sending == 1; }))
            qFatal("nothing is sent");
        d.isSuspended = true; // nobody looks at all these files
        for (int i = 0; i < waiting; ++i) {
            ids << *queue.add(m_stage.newUpload(path));
            d.changeUnwritten(ids.last(), [](Upload &upload) { upload.size = 100'000; });
        }
        d.isSuspended = false;
    }

    // The quickest of several passes over the queue.
    qint64 passNs()
    {
        qint64 least = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 9; ++i) {
            QElapsedTimer timer;
            timer.start();
            d.schedule();
            least = std::min(least, timer.nsecsElapsed());
        }
        return least;
    }

private:
    UploadStage m_stage;

public:
    UploadQueue queue{ m_stage.queuePath() };
    decltype(UploadQueueAccess::of(queue)) d = UploadQueueAccess::of(queue);
    QList<qint64> ids;
};

// As somebody would count who goes over all of them.
UploadTotals counted(const UploadQueue &queue)
{
    UploadTotals totals{ .doneBytes = queue.totals().doneBytes };
    for (const Upload &upload : queue.uploads()) {
        const bool isOnItsWay = upload.state == UploadState::Checking
            || upload.state == UploadState::Sending || upload.state == UploadState::Verifying;
        totals.sending += isOnItsWay ? 1 : 0;
        totals.asking += upload.state == UploadState::Asking ? 1 : 0;
        totals.failed += upload.state == UploadState::Failed ? 1 : 0;
        totals.done += upload.state == UploadState::Done ? 1 : 0;
        totals.paused += upload.state == UploadState::Paused ? 1 : 0;
        if (isUnderWay(upload.state) && upload.state != UploadState::NotConnected) {
            totals.bytes += upload.size;
            totals.sentBytes += upload.sentBytes;
            totals.bytesPerSecond += upload.bytesPerSecond;
        }
    }
    totals.waiting = int(queue.uploads().size()) - totals.sending - totals.asking - totals.failed
        - totals.done - totals.paused;
    return totals;
}

bool isCountedRight(const UploadQueue &queue)
{
    const UploadTotals right = counted(queue);
    const UploadTotals &told = queue.totals();
    bool isRight = told.waiting == right.waiting && told.paused == right.paused
        && told.sending == right.sending && told.asking == right.asking
        && told.failed == right.failed && told.done == right.done && told.bytes == right.bytes
        && told.sentBytes == right.sentBytes && told.bytesPerSecond == right.bytesPerSecond;
    for (int row = 0; row < queue.uploads().size(); ++row)
        isRight = isRight && queue.rowOf(queue.uploads()[row].id) == row;
    return isRight;
}

} // namespace

// A queue of thousands.
class tst_uploadmany : public Test {
    Q_OBJECT

private slots:
    // Prints how long one looks for what may begin: 8 times as many should take 8 times as long.
    void nothingBeginsWhereNothingMay_data()
    {
        QTest::addColumn<int>("atOnce");
        QTest::newRow("as many run as may") << 1;
        QTest::newRow("all wait for their module") << 4;
    }

    void nothingBeginsWhereNothingMay()
    {
        QFETCH(int, atOnce);
        Line few(500);
        Line many(4'000);
        few.d.limits.atOnce = atOnce;
        many.d.limits.atOnce = atOnce;
        const qint64 short_ = few.passNs();
        const qint64 long_ = many.passNs();
        QCOMPARE(many.queue.totals().sending, 1);
        qInfo("a pass: 500 waiting %lld ns, 4,000 waiting %lld ns", short_, long_);
    }

    // Whoever shows them goes over what is shown each time.
    void figuresOfManyAreToldOnce()
    {
        Line line(300);
        const QSignalSpy told(&line.queue, &UploadQueue::totalsChanged);
        const QSignalSpy changed(&line.queue, &UploadQueue::changed);
        line.queue.pause(line.ids);
        QCOMPARE(changed.size(), 300);
        QCOMPARE(told.size(), 1);
        line.queue.resume(line.ids);
        QCOMPARE(told.size(), 2);
        line.queue.cancel(line.ids);
        QCOMPARE(told.size(), 3);
        QCOMPARE(line.queue.uploads().size(), 1);
        line.queue.disconnectProfile(u"p"_s);
        QCOMPARE(told.size(), 4);
    }

    void figuresAndPlacesAreThoseOfTheRows()
    {
        UploadStage stage;
        UploadQueue queue(stage.queuePath());
        queue.connectProfile(u"p"_s, stage.options());
        QRandomGenerator random(7);
        const QStringList paths{ stage.makeFile(u"a"_s, 100), stage.makeFile(u"b"_s, 2'000),
            stage.filePath(u"none"_s) };
        for (int i = 0; i < 400; ++i) {
            QList<qint64> some;
            for (const Upload &upload : queue.uploads()) {
                if (random.bounded(8) == 0)
                    some << upload.id;
            }
            switch (random.bounded(8)) {
            case 0:
                queue.pause(some);
                break;
            case 1:
                queue.resume(some);
                break;
            case 2:
                queue.moveTo(some, random.bounded(int(queue.uploads().size()) + 1));
                break;
            case 3:
                queue.cancel(some);
                break;
            case 4:
                QTest::qWait(1);
                break;
            default:
                (void)*queue.add(stage.newUpload(paths[random.bounded(3)]));
            }
            QVERIFY(isCountedRight(queue));
        }
        queue.resume(queue.uploads().isEmpty() ? QList<qint64>() : [&queue] {
            QList<qint64> all;
            for (const Upload &upload : queue.uploads())
                all << upload.id;
            return all;
        }());
        QTRY_VERIFY(queue.totals().sending == 0 && queue.totals().waiting == 0);
        QVERIFY(isCountedRight(queue));
        QVERIFY(queue.totals().done > 0 && queue.totals().asking > 0);
    }

    // What is done belongs to the whole as long as anything goes on.
    void theShareIsOfAllThatWasBegun()
    {
        UploadStage stage;
        UploadQueue queue(stage.queuePath());
        queue.setLimits({ .atOnce = 1 });
        for (int i = 0; i < 3; ++i)
            (void)*queue.add(stage.newUpload(stage.makeFile(QString::number(i), 1'000, i)));
        QTRY_VERIFY(isLookedAt(queue, 1) && isLookedAt(queue, 2) && isLookedAt(queue, 3));
        QList<qint64> shares;
        connect(&queue, &UploadQueue::totalsChanged, this, [&] {
            const UploadTotals &now = queue.totals();
            if (now.sending > 0)
                shares << now.doneBytes;
            if (now.sending > 0)
                QCOMPARE(now.doneBytes + now.bytes, 3'000);
            if (now.done == 1) // out of sight it is done all the same
                queue.removeFinished();
        });
        queue.connectProfile(u"p"_s, stage.options());
        QTRY_VERIFY(queue.totals().waiting == 0 && queue.totals().sending == 0);
        QVERIFY(shares.contains(0) && shares.contains(1'000) && shares.contains(2'000));
        QCOMPARE(queue.totals().doneBytes, 0); // the next go begins anew
    }
};

FALCONER_TEST(tst_uploadmany)
#include "tst_uploadmany.moc"
