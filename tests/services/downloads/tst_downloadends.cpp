// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloads/artifactdownload.h"
#include "tests/services/downloads/diskhook.h"
#include "tests/services/downloads/downloadstage.h"
#include "tests/support/testregistry.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

// How a download goes: while its disk is busy, with its session, with the program.
class tst_downloadends : public Test {
    Q_OBJECT

private slots:
#ifdef Q_OS_LINUX
    void aBusyDiskDoesNotHoldTheWindow()
    {
        DownloadStage stage;
        QSemaphore reached;
        QSemaphore disk;
        auto download = std::make_unique<ArtifactDownload>(stage.order(), stage.options());
        const DiskHook hook([&](const QByteArray &) {
            reached.release();
            disk.tryAcquire(1, 1'500); // less than the end of the program would wait
        });
        download->start();
        QTRY_VERIFY(reached.available() > 0);
        QVERIFY(download->cancel());
        download.reset();
        QCOMPARE(stage.files(), QStringList(stage.partName())); // the disk is busy still
        disk.release();
        QTRY_VERIFY(stage.files().isEmpty());
    }

    void whatIsDiscardedIsGoneWhenTheProgramIs_data()
    {
        QTest::addColumn<bool>("isGoneBefore");
        QTest::newRow("its line is there still") << false;
        QTest::newRow("its line went before") << true;
    }

    void whatIsDiscardedIsGoneWhenTheProgramIs()
    {
        QFETCH(bool, isGoneBefore);
        DownloadStage stage;
        QSemaphore reached;
        QSemaphore disk; // slow: never released
        auto download = std::make_unique<ArtifactDownload>(stage.order(), stage.options());
        const DiskHook hook([&](const QByteArray &) {
            reached.release();
            disk.tryAcquire(1, 300);
        });
        download->start();
        QTRY_VERIFY(reached.available() > 0);
        QVERIFY(download->cancel());
        if (isGoneBefore)
            download.reset();
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        QCoreApplication::exec();
        download.reset();
        QVERIFY2(stage.files().isEmpty(), qPrintable(stage.files().join(u' ')));
    }
#endif

    // As after a kill, before anybody had heard that it is done.
    void whatHasItsNameIsDone_data()
    {
        QTest::addColumn<bool>("isSha256Told");
        QTest::newRow("by its SHA-256") << true;
        QTest::newRow("by its SHA-1") << false;
    }

    void whatHasItsNameIsDone()
    {
        QFETCH(bool, isSha256Told);
        DownloadStage stage;
        stage.write(stage.content());
        ScriptedServer server(stage.rangeHandler());
        DownloadOrder order = stage.order();
        if (!isSha256Told)
            order.artifact.sha256.clear();
        ArtifactDownload download(order, stage.options(server.url()));
        const QSignalSpy finished(&download, &ArtifactDownload::finished);
        download.restore();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QCOMPARE(download.status().receivedBytes, stage.content().size());
        QCOMPARE(finished.size(), 1);
        QVERIFY(server.heard().isEmpty());
        QCOMPARE(stage.read(), stage.content());
    }

    void whatIsNotItIsNotTakenForIt_data()
    {
        QTest::addColumn<QByteArray>("final");
        QTest::addColumn<QByteArray>("part");
        const QByteArray content = DownloadStage::makeContent();
        QTest::newRow("another of its size") << QByteArray(content.size(), '?') << QByteArray();
        QTest::newRow("a shorter one") << content.left(99) << QByteArray();
        QTest::newRow("beside a part") << content << content.left(1'234);
    }

    void whatIsNotItIsNotTakenForIt()
    {
        QFETCH(QByteArray, final);
        QFETCH(QByteArray, part);
        DownloadStage stage;
        stage.write(final);
        if (!part.isEmpty())
            stage.writePart(part);
        ArtifactDownload download(stage.order(), stage.options());
        const QSignalSpy finished(&download, &ArtifactDownload::finished);
        QSignalSpy changed(&download, &ArtifactDownload::changed);
        download.restore();
        QCOMPARE(download.status().state, DownloadState::Paused);
        QTRY_VERIFY(changed.size() > 1 && download.status().state == DownloadState::Paused);
        QCOMPARE(download.status().receivedBytes, part.size());
        QVERIFY(finished.isEmpty());
        download.start();
        QTRY_COMPARE(download.status().problem, DownloadProblem::NameTaken);
        QCOMPARE(stage.read(), final);
    }

    // The hash of a large file takes its time.
    void isNotHeldByWhatIsStillCompared()
    {
        DownloadStage stage;
        stage.write(stage.content());
        ArtifactDownload download(stage.order(), stage.options());
        download.restore();
        download.overwriteAndStart(); // before it was heard
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QCOMPARE(stage.read(), stage.content());
    }
};

FALCONER_TEST(tst_downloadends)
#include "tst_downloadends.moc"
