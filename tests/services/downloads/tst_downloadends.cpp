// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloads/artifactdownload.h"
#include "tests/services/downloads/diskhook.h"
#include "tests/services/downloads/downloadstage.h"
#include "tests/support/testregistry.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSemaphore>
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
            disk.tryAcquire(1, 20'000);
        });
        download->start();
        QTRY_VERIFY(reached.available() > 0);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(download->cancel());
        download.reset();
        QVERIFY2(clock.elapsed() < 1'000, qPrintable(QString::number(clock.elapsed())));
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
};

FALCONER_TEST(tst_downloadends)
#include "tst_downloadends.moc"
