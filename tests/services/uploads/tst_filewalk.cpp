// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/filewalk.h"
#include "tests/support/testregistry.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Folder {
    QTemporaryDir dir;

    QString path(const QString &name) const { return dir.filePath(name); }
    QString make(const QString &name, const QByteArray &content = "x") const
    {
        QDir().mkpath(QFileInfo(path(name)).absolutePath());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return path(name);
    }
    QStringList names(const WalkedFiles &walked) const
    {
        QStringList names;
        for (const DroppedFile &file : walked.files)
            names << QDir(dir.path()).relativeFilePath(file.path) + u'|' + file.folder;
        return names;
    }
};

} // namespace

class tst_filewalk : public Test {
    Q_OBJECT

    // Of the walk that hangs: another thread holds on to them for a moment longer.
    QSemaphore begun;
    QSemaphore answer;
    QSemaphore ended;

private slots:
    void foldersAreWalked()
    {
        const Folder folder;
        const QString alone = folder.make(u"b.bin"_s, "four");
        folder.make(u"gateway-1.0/z.bin"_s);
        folder.make(u"gateway-1.0/a/k.img"_s);
        const WalkedFiles walked = walkFiles({ alone, folder.path(u"gateway-1.0"_s) }, 100);
        QCOMPARE(folder.names(walked),
            QStringList({ u"b.bin|"_s, u"gateway-1.0/a/k.img|gateway-1.0"_s,
                u"gateway-1.0/z.bin|gateway-1.0"_s }));
        QCOMPARE(walked.files[0].size, 4);
        QVERIFY(!walked.isLimited);
    }

    void numbersInNamesCount()
    {
        const Folder folder;
        for (const QString &name : { u"f/part-10.bin"_s, u"f/part-1.bin"_s, u"f/part-2.bin"_s })
            folder.make(name);
        QCOMPARE(folder.names(walkFiles({ folder.path(u"f"_s) }, 100)),
            QStringList({ u"f/part-1.bin|f"_s, u"f/part-2.bin|f"_s, u"f/part-10.bin|f"_s }));
    }

    void hiddenFilesAreSkippedUnlessTheyWereDropped()
    {
        const Folder folder;
        folder.make(u"d/.git/config"_s);
        const QString hidden = folder.make(u"d/.hidden"_s);
        folder.make(u"d/seen"_s);
        QCOMPARE(
            folder.names(walkFiles({ folder.path(u"d"_s) }, 100)), QStringList{ u"d/seen|d"_s });
        QCOMPARE(folder.names(walkFiles({ hidden }, 100)), QStringList{ u"d/.hidden|"_s });
    }

    void whatCannotBeSentIsNamed()
    {
        const Folder folder;
        const QString empty = folder.make(u"empty"_s, {});
        const QString gone = folder.path(u"gone"_s);
        const WalkedFiles walked = walkFiles({ empty, gone }, 100);
        QVERIFY(walked.files.isEmpty());
        QCOMPARE(walked.emptyFiles, QStringList{ empty });
        QCOMPARE(walked.unreadable, QStringList{ gone });
    }

    void whatIsNoFileIsNamed()
    {
#ifdef Q_OS_UNIX
        const Folder folder;
        folder.make(u"d/a.bin"_s);
        folder.make(u"d/.hidden"_s);
        const QString pipe = folder.path(u"d/pipe"_s);
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const QString dead = folder.path(u"d/dead"_s);
        QVERIFY(QFile::link(folder.path(u"gone"_s), dead));
        QVERIFY(QFile::link(folder.path(u"gone"_s), folder.path(u"d/.dead"_s)));
        QVERIFY(QFile::link(folder.path(u"d/a.bin"_s), folder.path(u"d/link"_s)));
        const WalkedFiles walked = walkFiles({ folder.path(u"d"_s), pipe, dead }, 100);
        QCOMPARE(folder.names(walked), QStringList({ u"d/a.bin|d"_s, u"d/link|d"_s }));
        QCOMPARE(walked.notFiles, QStringList({ dead, pipe, pipe, dead }));
        QVERIFY(walked.unreadable.isEmpty() && walked.emptyFiles.isEmpty());
#else
        QSKIP("this system has no pipes in folders");
#endif
    }

    void theLimitIsSaid()
    {
        const Folder folder;
        for (int i = 0; i < 5; ++i)
            folder.make(u"d/%1"_s.arg(i));
        const WalkedFiles walked = walkFiles({ folder.path(u"d"_s) }, 3);
        QCOMPARE(folder.names(walked), QStringList({ u"d/0|d"_s, u"d/1|d"_s, u"d/2|d"_s }));
        QVERIFY(walked.isLimited);
        QVERIFY(!walkFiles({ folder.path(u"d"_s) }, 5).isLimited);
    }

    void aFolderThatLinksToItselfEnds()
    {
        const Folder folder;
        folder.make(u"d/file"_s);
        QVERIFY(QFile::link(folder.path(u"d"_s), folder.path(u"d/again"_s)));
        QCOMPARE(
            folder.names(walkFiles({ folder.path(u"d"_s) }, 100)), QStringList{ u"d/file|d"_s });
    }

    void tellsOnceFromItsThread()
    {
        const Folder folder;
        folder.make(u"d/file"_s);
        FileWalk walk({ QUrl::fromLocalFile(folder.path(u"d"_s)) });
        const QSignalSpy finished(&walk, &FileWalk::finished);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].value<WalkedFiles>().files.size(), 1);
        QVERIFY(finished[0][0].value<WalkedFiles>().elsewhere.isEmpty());
    }

    void whatIsNotOnThisComputerIsNamed()
    {
        const Folder folder;
        FileWalk walk({ QUrl(u"https://joe:secret@host/a.bin"_s),
            QUrl::fromLocalFile(folder.make(u"b.bin"_s)), QUrl(u"smb://host/share/c.bin"_s) });
        const QSignalSpy finished(&walk, &FileWalk::finished);
        QTRY_COMPARE(finished.size(), 1);
        const auto walked = finished[0][0].value<WalkedFiles>();
        QCOMPARE(folder.names(walked), QStringList{ u"b.bin|"_s });
        QCOMPARE(walked.elsewhere,
            QStringList({ u"https://joe@host/a.bin"_s, u"smb://host/share/c.bin"_s }));
    }

    void itsEndStopsIt()
    {
        const Folder folder;
        folder.make(u"d/file"_s);
        FileWalk walk({ QUrl::fromLocalFile(folder.path(u"d"_s)) }); // and gone
    }

    // A share that does not answer: whoever looks is let go, and ends once it does.
    void itsEndDoesNotWaitForADeadShare()
    {
        QElapsedTimer waited;
        {
            FileWalk walk({ QUrl::fromLocalFile(u"/share"_s) },
                [this](const QStringList &, const std::atomic_bool &stop) {
                    begun.release();
                    answer.acquire();
                    if (stop)
                        ended.release();
                    return WalkedFiles{};
                });
            const QSignalSpy finished(&walk, &FileWalk::finished);
            QVERIFY(begun.tryAcquire(1, 5'000));
            QVERIFY(finished.isEmpty());
            waited.start();
        }
        QVERIFY2(waited.elapsed() < 1'500, qPrintable(QString::number(waited.elapsed())));
        answer.release();
        QVERIFY(ended.tryAcquire(1, 5'000));
    }
};

FALCONER_TEST(tst_filewalk)
#include "tst_filewalk.moc"
