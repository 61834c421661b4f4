// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/history/historycache.h"
#include "services/storage/sqliteconnection.h"
#include "services/time/utc.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

using Found = std::optional<QList<ActionStatus>>;

Action endedAction(qint64 id)
{
    return { .id = id,
        .status = u"finished"_s,
        .createdAt = QDateTime::fromMSecsSinceEpoch(1'795'000'000'000, inUtc),
        .controllerId = u"device"_s };
}

QList<ActionStatus> someHistory()
{
    return loadDeviceHistory(u"rauc-hawkbit-updater-success"_s).statuses;
}

// Asks and waits.
Found ask(HistoryCache &cache, const Action &action)
{
    std::optional<Found> answer;
    const Call call
        = cache.load(historyKey(action), [&answer](const Found &found) { answer = found; });
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); });
    return answer.value_or(std::nullopt);
}

const QString writerVariable = u"FALCONER_HISTORY_FILE"_s;

} // namespace

class tst_historycache : public Test {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"profile.sqlite"_s);
    }

    void givesBackWhatItKeeps()
    {
        {
            HistoryCache cache(m_path);
            QVERIFY(!ask(cache, endedAction(1)));
            cache.keep(endedAction(1), someHistory());
            QCOMPARE(ask(cache, endedAction(1)), Found(someHistory()));
            QVERIFY(!ask(cache, endedAction(2)));
        }
        HistoryCache cache(m_path);
        QCOMPARE(ask(cache, endedAction(1)), Found(someHistory()));
        QVERIFY(!cache.lastError());
    }

    void refusesWhatMayChange()
    {
        HistoryCache cache(m_path);
        Action action = endedAction(1);
        action.active = true;
        cache.keep(action, someHistory());
        QVERIFY(!ask(cache, action));
        action.active = false;
        action.createdAt = {};
        cache.keep(action, someHistory());
        QVERIFY(!ask(cache, action));
    }

    void answersLaterAndOnThisThread()
    {
        HistoryCache cache(m_path);
        cache.keep(endedAction(1), someHistory());
        QThread *thread = nullptr;
        const Call call = cache.load(historyKey(endedAction(1)),
            [&thread](const Found &) { thread = QThread::currentThread(); });
        QVERIFY(!thread);
        QTRY_VERIFY(thread);
        QCOMPARE(thread, QThread::currentThread());
    }

    void isSilentAfterTheCallWasDropped()
    {
        HistoryCache cache(m_path);
        bool isHeard = false;
        {
            const Call dropped = cache.load(
                historyKey(endedAction(1)), [&isHeard](const Found &) { isHeard = true; });
        }
        Call overwritten
            = cache.load(historyKey(endedAction(1)), [&isHeard](const Found &) { isHeard = true; });
        overwritten = Call();
        ask(cache, endedAction(2)); // comes behind them
        QVERIFY(!isHeard);
    }

    void isSilentAfterItsDeath()
    {
        bool isHeard = false;
        Call call;
        {
            HistoryCache cache(m_path);
            cache.keep(endedAction(1), someHistory());
            call = cache.load(
                historyKey(endedAction(1)), [&isHeard](const Found &) { isHeard = true; });
        }
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QVERIFY(!isHeard);
        call.abort(); // of a cache that is gone
    }

    void mayDieInItsAnswer()
    {
        auto cache = std::make_unique<HistoryCache>(m_path);
        int heard = 0;
        const Call first = cache->load(historyKey(endedAction(1)), [&](const Found &) {
            ++heard;
            cache.reset();
        });
        const Call second
            = cache->load(historyKey(endedAction(2)), [&heard](const Found &) { ++heard; });
        QTRY_VERIFY(!cache);
        QCoreApplication::processEvents();
        QCOMPARE(heard, 1);
    }

    void writesAllBeforeItDies()
    {
        {
            HistoryCache cache(m_path);
            for (int i = 0; i < 60; ++i)
                cache.keep(endedAction(i), someHistory());
        }
        HistoryCache cache(m_path);
        for (int i = 0; i < 60; ++i)
            QVERIFY(ask(cache, endedAction(i)));
    }

    void doesNotHangOnAFileThatIsLocked()
    {
        HistoryCache first(m_path);
        first.keep(endedAction(1), someHistory());
        QVERIFY(ask(first, endedAction(1)));
        SqliteConnection other;
        QVERIFY(other.open(m_path, 100));
        QVERIFY(other.execute(u"BEGIN IMMEDIATE"_s));
        QElapsedTimer timer;
        {
            HistoryCache cache(m_path);
            for (int i = 0; i < 50; ++i)
                cache.keep(endedAction(i), someHistory());
            timer.start();
        }
        QVERIFY(timer.elapsed() < 10'000); // each write alone waits a second
    }

    void saysOnceThatItCannotWork()
    {
        QFile file(m_dir->filePath(u"nofolder"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        HistoryCache cache(m_dir->filePath(u"nofolder/profile.sqlite"_s));
        const QSignalSpy failed(&cache, &HistoryCache::failed);
        QVERIFY(!cache.lastError());
        QVERIFY(!ask(cache, endedAction(1)));
        cache.keep(endedAction(1), someHistory());
        QVERIFY(!ask(cache, endedAction(1)));
        QVERIFY(cache.lastError());
        QCOMPARE(cache.lastError()->kind, ErrorKind::Io);
        QCOMPARE(failed.size(), 1);
    }

    void sharesItsFileWithAnother()
    {
        HistoryCache one(m_path);
        HistoryCache other(m_path);
        for (int i = 0; i < 50; ++i) {
            one.keep(endedAction(i), someHistory());
            other.keep(endedAction(1000 + i), someHistory());
        }
        ask(one, endedAction(0));
        ask(other, endedAction(0));
        for (int i = 0; i < 50; ++i) {
            QVERIFY(ask(other, endedAction(i)));
            QVERIFY(ask(one, endedAction(1000 + i)));
        }
        QVERIFY(!one.lastError());
        QVERIFY(!other.lastError());
    }

    // What survivesAKill kills; by itself it does nothing.
    void writesUntilItIsKilled()
    {
        const QString path = qEnvironmentVariable(qPrintable(writerVariable));
        if (path.isEmpty())
            return;
        HistoryCache cache(path);
        for (int i = 0;; ++i) {
            cache.keep(endedAction(i), someHistory());
            ask(cache, endedAction(i));
        }
    }

    void survivesAKill()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(writerVariable, m_path);
        for (int round = 0; round < 3; ++round) {
            QProcess writer;
            writer.setProcessEnvironment(environment);
            writer.start(QCoreApplication::applicationFilePath(),
                { u"tst_historycache"_s, u"writesUntilItIsKilled"_s });
            QTRY_VERIFY(QFileInfo(m_path + u"-wal"_s).size() > 200'000);
            writer.kill();
            QVERIFY(writer.waitForFinished());
            HistoryCache cache(m_path);
            for (int i = 0; i < 5; ++i)
                QVERIFY(ask(cache, endedAction(i)) == someHistory());
            cache.keep(endedAction(-1), someHistory());
            QVERIFY(ask(cache, endedAction(-1)));
            QVERIFY(!cache.lastError());
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

FALCONER_TEST(tst_historycache)
#include "tst_historycache.moc"
