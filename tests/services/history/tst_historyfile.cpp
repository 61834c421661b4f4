// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/history/historyfile.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>
#endif

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 large = 64LL * 1024 * 1024;

HistoryKey keyOf(qint64 action)
{
    return { .controllerId = u"device/%;ä"_s, .actionId = action, .createdAt = 1'795'000'000'000 };
}

// About as many bytes on disk, whatever compression does.
QList<ActionStatus> historyOf(qint64 id, int bytes = 20)
{
    QRandomGenerator random(quint32(id) + 1);
    QString text;
    while (text.size() * 3 / 4 < bytes)
        text += QString::number(random.generate64(), 36);
    return { ActionStatus{ .id = id, .type = u"running"_s, .messages = { text } } };
}

bool holds(HistoryFile &file, qint64 action)
{
    const auto found = file.load(keyOf(action));
    return found && *found;
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class tst_historyfile : public Test {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"histories/profile.sqlite"_s);
    }

    void givesBackEveryRealHistory()
    {
        QList<DeviceHistory> all;
        for (const QString &name : deviceHistoryFiles())
            all << loadDeviceHistories(name);
        {
            HistoryFile file(m_path, large);
            for (const DeviceHistory &history : all)
                QVERIFY(file.keep(historyKey(history.action), history.statuses));
        }
        HistoryFile file(m_path, large);
        for (const DeviceHistory &history : all) {
            const HistoryKey key = historyKey(history.action);
            QVERIFY(!key.controllerId.isEmpty() && key.createdAt > 0);
            const auto found = file.load(key);
            QVERIFY(found);
            QVERIFY2(*found == history.statuses, qPrintable(history.name));
        }
    }

    void tellsAnotherServersActionFromThisOne()
    {
        HistoryFile file(m_path, large);
        QVERIFY(file.keep(keyOf(1), historyOf(1)));
        HistoryKey later = keyOf(1);
        later.createdAt += 1;
        QVERIFY(!*file.load(later));
        HistoryKey other = keyOf(1);
        other.controllerId = u"another"_s;
        QVERIFY(!*file.load(other));
        QVERIFY(!holds(file, 2));
        QVERIFY(holds(file, 1));
    }

    void replacesWhatItHas()
    {
        HistoryFile file(m_path, large);
        QVERIFY(file.keep(keyOf(1), historyOf(1)));
        QVERIFY(file.keep(keyOf(1), historyOf(2)));
        QCOMPARE(**file.load(keyOf(1)), historyOf(2));
        QVERIFY(file.keep(keyOf(1), {}));
        QCOMPARE(**file.load(keyOf(1)), QList<ActionStatus>());
    }

    void throwsOutTheLeastRecentlyUsed()
    {
        constexpr qint64 limit = 256LL * 1024;
        HistoryFile file(m_path, limit);
        for (int i = 0; i < 10; ++i)
            QVERIFY(file.keep(keyOf(i), historyOf(i, 20'000)));
        QVERIFY(holds(file, 0)); // used again
        for (int i = 10; i < 18; ++i)
            QVERIFY(file.keep(keyOf(i), historyOf(i, 20'000)));
        QVERIFY(holds(file, 0));
        QVERIFY(!holds(file, 1));
        QVERIFY(holds(file, 17));
        QVERIFY(holds(file, 12));
    }

    void staysBelowItsLimit()
    {
        constexpr qint64 limit = 512LL * 1024;
        {
            HistoryFile file(m_path, limit);
            for (int i = 0; i < 300; ++i)
                QVERIFY(file.keep(keyOf(i), historyOf(i, 1'000 + i * 331 % 40'000)));
            QVERIFY(holds(file, 299));
        }
        QVERIFY(QFileInfo(m_path).size() <= limit + 64 * 1024);
        QVERIFY(!QFile::exists(m_path + u"-wal"_s));
    }

    void keepsNothingThatFillsIt()
    {
        HistoryFile file(m_path, 256 * 1024);
        QVERIFY(file.keep(keyOf(1), historyOf(1)));
        QVERIFY(file.keep(keyOf(2), historyOf(2, 300'000)));
        QVERIFY(!holds(file, 2));
        QVERIFY(holds(file, 1));
    }

    void beginsAnewFromWhatIsNoGood_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text")
            << QByteArray("this was never a database, said the cat\n").repeated(99);
        QTest::newRow("header only") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("zeros") << QByteArray(8192, '\0');
        QTest::newRow("empty") << QByteArray();
    }

    void beginsAnewFromWhatIsNoGood()
    {
        QFETCH(QByteArray, content);
        QDir().mkpath(QFileInfo(m_path).path());
        overwrite(m_path, content);
        HistoryFile file(m_path, large);
        QVERIFY(!holds(file, 1));
        const auto kept = file.keep(keyOf(1), historyOf(1));
        QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().message));
        QVERIFY(holds(file, 1));
    }

    void beginsAnewFromAnotherVersion()
    {
        {
            HistoryFile file(m_path, large);
            QVERIFY(file.keep(keyOf(1), historyOf(1)));
        }
        {
            SqliteConnection connection;
            QVERIFY(connection.open(m_path, 100));
            QVERIFY(connection.execute(u"PRAGMA user_version = 77"_s));
        }
        HistoryFile file(m_path, large);
        QVERIFY(!holds(file, 1));
        QVERIFY(file.keep(keyOf(1), historyOf(1)));
        QVERIFY(holds(file, 1));
    }

    // Whatever byte is wrong: an answer is right or there is none, and the file is of use again.
    void neverGivesWrongBytes()
    {
        QByteArray whole;
        {
            HistoryFile file(m_path, large);
            for (int i = 0; i < 40; ++i)
                QVERIFY(file.keep(keyOf(i), historyOf(i, 3'000)));
        }
        QFile stored(m_path);
        QVERIFY(stored.open(QIODevice::ReadOnly));
        whole = stored.readAll();
        stored.close();
        QRandomGenerator random(42);
        for (int round = 0; round < 30; ++round) {
            QByteArray damaged = whole;
            const int from = round < 15 ? 100 : 0; // every other time the head is whole
            for (int i = 0; i < 20; ++i)
                damaged[random.bounded(from, int(damaged.size()))] = char(random.generate());
            if (round % 5 == 4)
                damaged.truncate(random.bounded(int(damaged.size())));
            overwrite(m_path, damaged);
            HistoryFile file(m_path, large);
            for (int i = 0; i < 40; ++i) {
                const auto found = file.load(keyOf(i));
                QVERIFY2(found, qPrintable(found ? QString() : found.error().message));
                QVERIFY(!*found || **found == historyOf(i, 3'000));
            }
            const auto kept = file.keep(keyOf(99), historyOf(99));
            QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().message));
            QVERIFY(holds(file, 99));
        }
    }

    void survivesBeingDeleted()
    {
        HistoryFile file(m_path, large);
        QVERIFY(file.keep(keyOf(1), historyOf(1)));
        QVERIFY(QDir(QFileInfo(m_path).path()).removeRecursively());
        QVERIFY(!holds(file, 1));
        QVERIFY(file.keep(keyOf(1), historyOf(1)));
        QVERIFY(holds(file, 1));
        QVERIFY(QFile::exists(m_path));
    }

    void sharesItsFile()
    {
        HistoryFile one(m_path, large);
        HistoryFile other(m_path, large);
        for (int i = 0; i < 20; ++i) {
            QVERIFY(one.keep(keyOf(i), historyOf(i)));
            QVERIFY(other.keep(keyOf(100 + i), historyOf(i)));
        }
        for (int i = 0; i < 20; ++i) {
            QVERIFY(holds(other, i));
            QVERIFY(holds(one, 100 + i));
        }
    }

    void isNoFailureWhereAnotherWrites()
    {
        HistoryFile file(m_path, large);
        QVERIFY(file.keep(keyOf(1), historyOf(1)));
        SqliteConnection other;
        QVERIFY(other.open(m_path, 100));
        QVERIFY(other.execute(u"BEGIN IMMEDIATE"_s));
        QVERIFY(file.keep(keyOf(2), historyOf(2)));
        QVERIFY(holds(file, 1));
        QVERIFY(other.execute(u"ROLLBACK"_s));
        QVERIFY(!holds(file, 2));
        QVERIFY(file.keep(keyOf(2), historyOf(2)));
        QVERIFY(holds(file, 2));
    }

    void saysWhereItCannotBe()
    {
        overwrite(m_dir->filePath(u"nofolder"_s), "a file");
        HistoryFile file(m_dir->filePath(u"nofolder/profile.sqlite"_s), large);
        const auto found = file.load(keyOf(1));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Io);
        QVERIFY(!found.error().message.isEmpty());
        QCOMPARE(found.error().where, m_dir->filePath(u"nofolder/profile.sqlite"_s));
        QVERIFY(!file.keep(keyOf(1), historyOf(1)));
    }

#ifdef Q_OS_UNIX
    void readsWhereItMayNotWrite()
    {
        if (geteuid() == 0)
            return; // root may write everywhere
        {
            HistoryFile file(m_path, large);
            QVERIFY(file.keep(keyOf(1), historyOf(1)));
        }
        const QString folder = QFileInfo(m_path).path();
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        {
            HistoryFile file(m_path, large);
            (void)file.load(keyOf(1)); // SQLite may or may not be able to
            QVERIFY(!file.keep(keyOf(2), historyOf(2)));
        }
        QVERIFY(
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void livesOnOnAFullDisk()
    {
        HistoryFile file(m_path, large);
        QVERIFY(file.keep(keyOf(1), historyOf(1)));
        const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        rlimit full = old;
        full.rlim_cur = 150'000;
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
        int failures = 0;
        for (int i = 2; i < 30; ++i)
            failures += !file.keep(keyOf(i), historyOf(i, 20'000));
        const bool isThere = holds(file, 1);
        setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY(failures > 0);
        QVERIFY(isThere);
        QVERIFY(file.keep(keyOf(99), historyOf(99, 20'000))); // there is room again
        QVERIFY(holds(file, 99));
        QVERIFY(holds(file, 1));
    }
#endif

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

FALCONER_TEST(tst_historyfile)
#include "tst_historyfile.moc"
