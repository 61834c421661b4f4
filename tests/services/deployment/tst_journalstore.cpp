// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journalfile.h"
#include "services/deployment/journalstore.h"
#include "services/deployment/journalword.h"
#include "services/time/utc.h"
#include "tests/support/asnobody.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

using What = JournalEntry::What;

JournalEntry entry(int number, What what = What::Assigned)
{
    return { .at = QDateTime::fromMSecsSinceEpoch(1'795'000'000'123 + number, inUtc),
        .server = u"Staging"_s,
        .user = u"tenant\\admin"_s,
        .what = what,
        .subject = u"gateway-os %1"_s.arg(number),
        .asked = 314,
        .done = 312,
        .failed = 2 };
}

// One run of the program: a journal and its file.
struct Run {
    explicit Run(const QString &path)
        : store(journal, path)
    {
    }

    Journal journal;
    JournalStore store;
    QSignalSpy read{ &journal, &Journal::earlierAdded };
    QSignalSpy troubled{ &store, &JournalStore::troubled };
    QSignalSpy recovered{ &store, &JournalStore::recovered };
};

} // namespace

class tst_journalstore : public Test {
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"folder/journal.sqlite"_s);
    }

    void everyWordIsItsOwn()
    {
        QSet<QString> words;
        for (int what = 0; what <= int(What::TypeDeleted); ++what) {
            const QString word = journalWord(What(what));
            QVERIFY(!word.isEmpty());
            QCOMPARE(journalWhat(word), What(what));
            words << word;
        }
        QCOMPARE(words.size(), int(What::TypeDeleted) + 1);
        QVERIFY(!journalWhat(u"somethingNew"_s));
    }

    void isThereAfterARestart()
    {
        {
            Run first(m_path);
            first.journal.add(entry(1)); // before the file was read
            QTRY_COMPARE(first.read.size(), 1);
            first.journal.add(entry(2, What::SetDeleted));
        }
        Run second(m_path);
        QVERIFY(second.journal.entries().isEmpty()); // nobody waited for the disk
        second.journal.add(entry(3));
        QTRY_COMPARE(second.read.size(), 1);
        QCOMPARE(
            second.journal.entries(), QList({ entry(1), entry(2, What::SetDeleted), entry(3) }));
        QCOMPARE(second.troubled.size(), 0);
    }

    void keepsTheNewest()
    {
        JournalFile file(m_path, 3);
        QVERIFY(file.load());
        for (int i = 1; i <= 5; ++i)
            QVERIFY(file.append({ entry(i) }));
        JournalFile again(m_path, 3);
        QCOMPARE(again.load()->entries, QList({ entry(3), entry(4), entry(5) }));
        QVERIFY(again.append({ entry(6), entry(7) }));
        QCOMPARE(again.load()->entries, QList({ entry(5), entry(6), entry(7) }));
        Journal journal;
        for (int i = 0; i < Journal::most + 2; ++i)
            journal.add({ .asked = i });
        QCOMPARE(journal.entries().size(), Journal::most);
        QCOMPARE(journal.entries().constFirst().asked, 2);
    }

    void aDemoLeavesNothing()
    {
        {
            Run run(m_path);
            run.store.leaveOut(u"Demo"_s);
            JournalEntry demo = entry(1);
            demo.server = u"Demo"_s;
            run.journal.add(demo);
            run.journal.add(entry(2));
            QCOMPARE(run.journal.entries().size(), 2); // in sight for as long as it runs
        }
        Run next(m_path);
        QTRY_COMPARE(next.read.size(), 1);
        QCOMPARE(next.journal.entries(), QList{ entry(2) });
    }

    void putsADamagedFileAside()
    {
        QDir().mkpath(m_dir->filePath(u"folder"_s));
        QFile damaged(m_path);
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray(8'000, 'x'));
        damaged.close();
        {
            Run run(m_path);
            QTRY_COMPARE(run.read.size(), 1);
            QTRY_COMPARE(run.troubled.size(), 1);
            QVERIFY(!run.store.error());
            QFile aside(run.store.putAside());
            QVERIFY(aside.open(QIODevice::ReadOnly));
            QCOMPARE(aside.readAll(), QByteArray(8'000, 'x'));
            run.journal.add(entry(1));
        }
        Run next(m_path);
        QTRY_COMPARE(next.read.size(), 1);
        QCOMPARE(next.journal.entries(), QList{ entry(1) });
        QVERIFY(next.store.putAside().isEmpty());
    }

    void goesOnInMemoryWithoutItsFolder()
    {
        const QString folder = m_dir->filePath(u"folder"_s);
        QFile inTheWay(folder);
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        {
            Run run(m_path);
            run.journal.add(entry(1));
            QTRY_COMPARE(run.troubled.size(), 1);
            QCOMPARE(run.store.error()->kind, ErrorKind::Io);
            QCOMPARE(run.store.error()->where, m_path);
            run.journal.add(entry(2));
            QCOMPARE(run.journal.entries().size(), 2);
            QVERIFY(inTheWay.remove());
            run.journal.add(entry(3)); // it can be written now, and what could not be before
            QTRY_VERIFY(!run.store.error());
            QCOMPARE(run.troubled.size(), 1); // said once
            QCOMPARE(run.recovered.size(), 1);
        }
        Run next(m_path);
        QTRY_COMPARE(next.read.size(), 1);
        QCOMPARE(next.journal.entries(), QList({ entry(1), entry(2), entry(3) }));
    }

#ifdef Q_OS_LINUX
    void whatCanOnlyBeReadIsThere()
    {
        {
            Run run(m_path);
            run.journal.add(entry(1));
        }
        const QString folder = m_dir->filePath(u"folder"_s);
        const auto toRead = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
        const auto toWrite = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
        const auto toEnter = toRead | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(m_dir->path(), toEnter | toWrite));
        QVERIFY(QFile::setPermissions(m_path, toRead));
        QVERIFY(QFile::setPermissions(folder, toEnter));
        {
            auto nobody = std::make_unique<AsNobody>();
            Run run(m_path);
            nobody.reset();
            QTRY_COMPARE(run.read.size(), 1);
            QCOMPARE(run.journal.entries(), QList{ entry(1) });
            QTRY_COMPARE(run.troubled.size(), 1);
            run.journal.add(entry(2));
            QVERIFY(run.store.error());
            QVERIFY(QFile::setPermissions(folder, toEnter | toWrite));
            QVERIFY(QFile::setPermissions(m_path, toRead | toWrite));
            run.journal.add(entry(3));
            QTRY_COMPARE(run.recovered.size(), 1);
        }
        Run next(m_path);
        QTRY_COMPARE(next.read.size(), 1);
        QCOMPARE(next.journal.entries(), QList({ entry(1), entry(2), entry(3) }));
    }
#endif

    void whatCouldNotBeWrittenIsTriedOnceMoreAtTheEnd()
    {
        QFile inTheWay(m_dir->filePath(u"folder"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        {
            Run run(m_path);
            run.journal.add(entry(1));
            QTRY_VERIFY(run.store.error());
            QVERIFY(inTheWay.remove());
        }
        Run next(m_path);
        QTRY_COMPARE(next.read.size(), 1);
        QCOMPARE(next.journal.entries(), QList{ entry(1) });
    }

    void leavesAlsoWhatAnotherProgramOrVersionWrote()
    {
        QDir().mkpath(m_dir->filePath(u"folder"_s));
        {
            SqliteConnection other;
            QVERIFY(other.open(m_path, 100));
            QVERIFY(other.execute(u"CREATE TABLE theirs (a INTEGER)"_s));
        }
        Run run(m_path);
        run.journal.add(entry(1));
        QTRY_VERIFY(run.store.error());
        QCOMPARE(run.journal.entries(), QList{ entry(1) });
        SqliteConnection other;
        QVERIFY(other.open(m_path, 100));
        QCOMPARE(other.number(u"SELECT count(*) FROM sqlite_schema"_s), 1);
    }

    void nobodyWaitsForALockedFile()
    {
        {
            Run first(m_path);
            first.journal.add(entry(1));
        }
        SqliteConnection other;
        QVERIFY(other.open(m_path, 100));
        QVERIFY(other.execute(u"BEGIN IMMEDIATE"_s));
        QElapsedTimer timer;
        timer.start();
        Run run(m_path);
        run.journal.add(entry(2));
        QVERIFY(timer.elapsed() < 900); // a write alone waits a second for the lock
        QVERIFY(other.execute(u"ROLLBACK"_s));
        QTRY_COMPARE(run.read.size(), 1);
        QCOMPARE(run.journal.entries(), QList({ entry(1), entry(2) }));
    }

    void twoProgramsShareIt()
    {
        {
            Run one(m_path);
            Run other(m_path);
            for (int i = 0; i < 20; ++i) {
                one.journal.add(entry(i));
                other.journal.add(entry(100 + i));
            }
        }
        Run next(m_path);
        QTRY_COMPARE(next.read.size(), 1);
        QCOMPARE(next.journal.entries().size(), 40);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

FALCONER_TEST(tst_journalstore)
#include "tst_journalstore.moc"
