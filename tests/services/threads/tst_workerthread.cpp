// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/threads/workerthread.h"
#include "tests/support/testregistry.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

void post(QObject *worker, const std::function<void()> &work)
{
    QMetaObject::invokeMethod(worker, work, Qt::QueuedConnection);
}

// As when the last window closes.
void endProgram()
{
    QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    QCoreApplication::exec();
}

} // namespace

class tst_workerthread final : public QObject {
    Q_OBJECT

private slots:
    void worksElsewhereAndEndsWithItsWorker();
    void quitsBehindWhatIsQueued();
    void givesWayToTheWindow();
    void doesNotWaitForWorkThatHangs();
    void theEndOfTheProgramWaitsForWhatWasLeft();
    void butNotForWhatHangs();
};

void tst_workerthread::worksElsewhereAndEndsWithItsWorker()
{
    const QPointer worker(new QObject);
    QThread *where = nullptr;
    {
        WorkerThread thread(u"work"_s, worker);
        QMetaObject::invokeMethod(
            worker, [&where] { where = QThread::currentThread(); }, Qt::BlockingQueuedConnection);
        QVERIFY(where != QThread::currentThread());
        QCOMPARE(where->objectName(), u"work"_s);
        thread.quit();
        QVERIFY(thread.wait(QDeadlineTimer(QDeadlineTimer::Forever)));
    }
    QVERIFY(worker.isNull());
}

void tst_workerthread::quitsBehindWhatIsQueued()
{
    auto *const worker = new QObject;
    WorkerThread thread(u"work"_s, worker);
    std::atomic_int done = 0;
    for (int i = 0; i < 100; ++i)
        post(worker, [&done] { ++done; });
    thread.quitBehind();
    QVERIFY(thread.wait(QDeadlineTimer(QDeadlineTimer::Forever)));
    QCOMPARE(done.load(), 100);
}

void tst_workerthread::givesWayToTheWindow()
{
#ifdef Q_OS_LINUX
    auto *const worker = new QObject;
    WorkerThread thread(u"work"_s, worker, WorkerThread::Rank::BehindWindow);
    int politeness = 0;
    int ofItsOwnThread = 0;
    QMetaObject::invokeMethod(
        worker,
        [&] {
            politeness = getpriority(PRIO_PROCESS, 0);
            const std::unique_ptr<QThread> own(QThread::create(
                [&ofItsOwnThread] { ofItsOwnThread = getpriority(PRIO_PROCESS, 0); }));
            own->start();
            own->wait();
        },
        Qt::BlockingQueuedConnection);
    QCOMPARE(politeness, std::min(getpriority(PRIO_PROCESS, 0) + 5, 19));
    QCOMPARE(ofItsOwnThread, politeness); // as QNetworkAccessManager's
    thread.quit();
    QVERIFY(thread.wait(QDeadlineTimer(QDeadlineTimer::Forever)));
#else
    QSKIP("the scheduler's own priorities are used elsewhere");
#endif
}

void tst_workerthread::doesNotWaitForWorkThatHangs()
{
    const QPointer worker(new QObject);
    QSemaphore disk;
    {
        WorkerThread thread(u"work"_s, worker);
        QSemaphore begun;
        post(worker, [&] {
            begun.release();
            disk.acquire();
        });
        begun.acquire();
        thread.quit();
        QVERIFY(!thread.wait(QDeadlineTimer(1)));
    } // not held here
    QVERIFY(!worker.isNull());
    disk.release();
    QTRY_VERIFY(worker.isNull());
}

void tst_workerthread::theEndOfTheProgramWaitsForWhatWasLeft()
{
    const QPointer worker(new QObject);
    QSemaphore disk; // slow: never released
    std::atomic_bool isDone = false;
    {
        WorkerThread thread(u"work"_s, worker);
        post(worker, [&] {
            disk.tryAcquire(1, 300);
            isDone = true;
        });
        thread.quitBehind();
    }
    QVERIFY(!isDone);
    endProgram();
    QVERIFY(isDone);
    QVERIFY(worker.isNull());
}

void tst_workerthread::butNotForWhatHangs()
{
    const QPointer worker(new QObject);
    QSemaphore disk;
    {
        WorkerThread thread(u"work"_s, worker);
        post(worker, [&disk] { disk.acquire(); });
        thread.quitBehind();
    }
    endProgram();
    QVERIFY(!worker.isNull());
    disk.release();
    QTRY_VERIFY(worker.isNull());
}

FALCONER_TEST(tst_workerthread)
#include "tst_workerthread.moc"
