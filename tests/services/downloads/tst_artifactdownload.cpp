// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloads/artifactdownload.h"
#include "services/downloads/partfile.h"
#include "tests/services/downloads/diskhook.h"
#include "tests/services/downloads/downloadstage.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testregistry.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

// A file that is whole and right gets its name, and nothing else does.
class tst_artifactdownload : public Test {
    Q_OBJECT

private slots:
    void comesWhole_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::newRow("1.0.4") << Wire::V1_0_4;
        QTest::newRow("0.9.0") << Wire::V0_9_0;
    }

    void comesWhole()
    {
        QFETCH(Wire, wire);
        DownloadStage stage(wire);
        ArtifactDownload download(stage.order(), stage.options());
        const QSignalSpy finished(&download, &ArtifactDownload::finished);
        QCOMPARE(download.status().state, DownloadState::Waiting);
        QVERIFY(stage.files().isEmpty());
        download.start();
        QCOMPARE(download.status().state, DownloadState::Downloading);
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QCOMPARE(download.status().receivedBytes, stage.content().size());
        QVERIFY(!download.status().error);
        QVERIFY(!download.status().isBegunAnew);
        QCOMPARE(finished.size(), 1);
        QCOMPARE(stage.files(), QStringList(u"image.bin"_s));
        QCOMPARE(stage.read(), stage.content());
        download.start(); // done is done
        QCOMPARE(download.status().state, DownloadState::Done);
    }

    void sha1IsEnoughWhereThereIsNoOther()
    {
        DownloadStage stage;
        DownloadOrder order = stage.order();
        order.artifact.sha256.clear();
        ArtifactDownload download(order, stage.options());
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QCOMPARE(stage.read(), stage.content());
    }

    void goesOnWhereItBroke_data() { comesWhole_data(); }

    void goesOnWhereItBroke()
    {
        QFETCH(Wire, wire);
        DownloadStage stage(wire);
        FaultProxy proxy(quint16(stage.url().port()));
        const Fault lost{ .kind = Fault::Kind::Reset, .after = 1'000'000 };
        proxy.setFaults({ lost, lost });
        ArtifactDownload download(stage.order(), stage.options(proxy.instead(stage.url())));
        download.setRetryDelays({ 1 });
        QList<Download> seen;
        connect(
            &download, &ArtifactDownload::changed, &download, [&] { seen << download.status(); });
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QCOMPARE(proxy.connections(), 3);
        QCOMPARE(stage.read(), stage.content());
        QVERIFY(!download.status().isBegunAnew);
        const auto isRetry
            = [](const Download &status) { return status.state == DownloadState::Retrying; };
        QCOMPARE(std::count_if(seen.begin(), seen.end(), isRetry), 2);
        const auto retry = std::find_if(seen.begin(), seen.end(), isRetry);
        QCOMPARE(retry->error->kind, ErrorKind::Network);
        QCOMPARE(retry->error->fault, NetworkFault::ConnectionLost);
        QVERIFY(retry->nextTryAt.isValid());
        QVERIFY(retry->receivedBytes > 0);
        // What came is never had twice.
        QVERIFY(std::is_sorted(seen.begin(), seen.end(), [](const Download &a, const Download &b) {
            return a.receivedBytes < b.receivedBytes;
        }));
    }

    void whatAnEarlierRunLeftIsContinued()
    {
        DownloadStage stage;
        ScriptedServer server(stage.rangeHandler());
        stage.writePart(stage.content().left(1'234));
        ArtifactDownload download(stage.order(), stage.options(server.url()));
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QCOMPARE(server.heard().size(), 1);
        const HeardRequest &heard = server.heard().first();
        QCOMPARE(heard.line(), "GET " + stage.downloadPath());
        QCOMPARE(heard.headers.value("range"), "bytes=1234-");
        QCOMPARE(heard.headers.value("accept-encoding"), "identity");
        QVERIFY(heard.headers.value("authorization").startsWith("Basic "));
        QCOMPARE(stage.read(), stage.content());
        QVERIFY(!download.status().isBegunAnew);
    }

    void aWholePartIsOnlyVerified()
    {
        DownloadStage stage;
        ScriptedServer server(stage.rangeHandler());
        stage.writePart(stage.content());
        ArtifactDownload download(stage.order(), stage.options(server.url()));
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QVERIFY(server.heard().isEmpty());
        QCOMPARE(stage.read(), stage.content());
    }

    void beginsAnewWhereThereAreNoRanges_data()
    {
        QTest::addColumn<QByteArray>("answer");
        const QByteArray content = DownloadStage::makeContent();
        QTest::newRow("ignored") << httpAnswer(200, content, {});
        QTest::newRow("refused") << httpAnswer(416, {}, { { "Content-Range", "bytes */3" } });
        QTest::newRow("of another file") << httpAnswer(
            206, content.mid(1'234), { { "Content-Range", "bytes 1234-9999/10000" } });
        QTest::newRow("not said") << httpAnswer(206, content.mid(1'234), {});
    }

    void beginsAnewWhereThereAreNoRanges()
    {
        QFETCH(QByteArray, answer);
        DownloadStage stage;
        ScriptedServer server([&](const HeardRequest &request) -> std::optional<QByteArray> {
            return request.headers.contains("range") ? answer
                                                     : httpAnswer(200, stage.content(), {});
        });
        stage.writePart(stage.content().left(1'234));
        ArtifactDownload download(stage.order(), stage.options(server.url()));
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QVERIFY(download.status().isBegunAnew);
        QCOMPARE(stage.read(), stage.content());
    }

    // The server knows no ranges, and something between cuts each answer: not for ever.
    void whatCanNeverBeContinuedIsGivenUp()
    {
        DownloadStage stage;
        ScriptedServer server([&](const HeardRequest &) -> std::optional<QByteArray> {
            return httpAnswer(200, stage.content(), {});
        });
        FaultProxy proxy(quint16(server.url().port()));
        proxy.setFaults(QList<Fault>(9, Fault{ .kind = Fault::Kind::Reset, .after = 1'000'000 }));
        ArtifactDownload download(stage.order(), stage.options(proxy.instead(server.url())));
        download.setRetryDelays({ 1 });
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Failed);
        QCOMPARE(download.status().problem, DownloadProblem::Connection);
        QCOMPARE(download.status().error->fault, NetworkFault::ConnectionLost);
        QCOMPARE(proxy.connections(), 5); // begun anew three times, and not a fourth
        QCOMPARE(stage.files(), QStringList(stage.partName()));
        proxy.setFaults({});
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
    }

    // The hash tells, and all is had again, once.
    void aDamagedPartIsReplaced()
    {
        DownloadStage stage;
        stage.writePart(QByteArray(1'234, '?'));
        ArtifactDownload download(stage.order(), stage.options());
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QVERIFY(download.status().isBegunAnew);
        QCOMPARE(stage.read(), stage.content());
    }

    void aFileOfSomebodyElseIsNoPartOfOurs()
    {
        DownloadStage stage;
        QFile other(stage.filePath(u"image.bin.part"_s));
        QVERIFY(other.open(QIODevice::ReadWrite));
        other.write("mine");
        QVERIFY(other.flush());
        ArtifactDownload download(stage.order(), stage.options());
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QVERIFY(!download.status().isBegunAnew);
        QVERIFY(other.seek(0));
        QCOMPARE(other.readAll(), "mine");
    }

    void whatAnEarlierStartLeftIsMeasuredAndGoesOn()
    {
        DownloadStage stage;
        ScriptedServer server(stage.rangeHandler());
        stage.writePart(stage.content().left(1'234));
        ArtifactDownload download(stage.order(), stage.options(server.url()));
        download.restore();
        QCOMPARE(download.status().state, DownloadState::Paused);
        QTRY_COMPARE(download.status().receivedBytes, 1'234);
        QVERIFY(server.heard().isEmpty()); // nothing unasked
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QCOMPARE(server.heard().first().headers.value("range"), "bytes=1234-");
    }

#ifdef Q_OS_LINUX
    // A power cut after the rename must not leave an empty file of the right name.
    void isOnTheDiskBeforeItHasItsName()
    {
        DownloadStage stage;
        DownloadOrder order = stage.order();
        order.overwrites = true;
        QList<QByteArray> calls;
        ArtifactDownload download(order, stage.options());
        const DiskHook hook([&](const QByteArray &call) { calls << call; });
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        const QByteArray part = stage.partName().toUtf8();
        QCOMPARE(calls, QList<QByteArray>({ "fsync " + part, "rename " + part }));
    }

    void theLastMomentIsEitherBeforeOrAfter_data()
    {
        QTest::addColumn<QByteArray>("moment");
        QTest::addColumn<bool>("cancels");
        for (const bool cancels : { false, true }) {
            const char *const deed = cancels ? "cancelled" : "paused";
            QTest::addRow("%s before it has its name", deed) << QByteArray("fsync ") << cancels;
            QTest::addRow("%s while it gets it", deed) << QByteArray("rename ") << cancels;
        }
    }

    void theLastMomentIsEitherBeforeOrAfter()
    {
        QFETCH(QByteArray, moment);
        QFETCH(bool, cancels);
        const bool isTooLate = moment == "rename ";
        DownloadStage stage;
        DownloadOrder order = stage.order();
        order.overwrites = true;
        QSemaphore reached;
        QSemaphore goOn;
        ArtifactDownload download(order, stage.options());
        const DiskHook hook([&](const QByteArray &call) {
            if (!call.startsWith(moment))
                return;
            reached.release();
            goOn.tryAcquire(1, 10'000);
        });
        download.start();
        QTRY_VERIFY(reached.available() > 0);
        if (cancels)
            QCOMPARE(download.cancel(), !isTooLate);
        else
            download.pause();
        goOn.release(2);
        if (isTooLate) {
            QTRY_COMPARE(download.status().state, DownloadState::Done);
            QCOMPARE(stage.read(), stage.content());
        } else if (cancels) {
            QTRY_VERIFY(stage.files().isEmpty());
            QCOMPARE(download.status(), Download());
        } else {
            QCOMPARE(download.status().state, DownloadState::Paused);
            download.start();
            QTRY_COMPARE(download.status().state, DownloadState::Done);
        }
    }
#endif

    void aWrongOneNeverGetsItsName()
    {
        DownloadStage stage;
        DownloadOrder order = stage.order();
        order.artifact.sha256 = QString(64, u'0');
        ArtifactDownload download(order, stage.options());
        const QSignalSpy finished(&download, &ArtifactDownload::finished);
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Failed);
        QCOMPARE(download.status().problem, DownloadProblem::WrongHash);
        QCOMPARE(download.status().receivedBytes, 0);
        QCOMPARE(finished.size(), 1);
        QVERIFY(stage.files().isEmpty());
    }

    void aWrongOneLeavesTheFileThatItWasToReplace()
    {
        DownloadStage stage;
        stage.write("mine");
        DownloadOrder order = stage.order();
        order.artifact.sha256 = QString(64, u'0');
        order.overwrites = true;
        ArtifactDownload download(order, stage.options());
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Failed);
        QCOMPARE(stage.read(), "mine");
    }

    void whatIsThereIsNotOverwrittenUnasked()
    {
        DownloadStage stage;
        stage.write("mine");
        ScriptedServer server(stage.rangeHandler());
        ArtifactDownload download(stage.order(), stage.options(server.url()));
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Failed);
        QCOMPARE(download.status().problem, DownloadProblem::NameTaken);
        QCOMPARE(download.status().error->kind, ErrorKind::Io);
        QVERIFY(server.heard().isEmpty());
        QCOMPARE(stage.files(), QStringList(u"image.bin"_s));
        QCOMPARE(stage.read(), "mine");
        download.overwriteAndStart();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QCOMPARE(stage.read(), stage.content());
        QCOMPARE(stage.files(), QStringList(u"image.bin"_s));
    }

    // A file of its name that appeared while it came.
    void whatAppearsMeanwhileStays()
    {
        DownloadStage stage;
        ScriptedServer server(stage.rangeHandler(true));
        ArtifactDownload download(stage.order(), stage.options(server.url()));
        download.start();
        QTRY_COMPARE(server.heard().size(), 1);
        stage.write("mine");
        server.answerLater(0, httpAnswer(200, stage.content(), {}));
        QTRY_COMPARE(download.status().problem, DownloadProblem::NameTaken);
        QCOMPARE(stage.read(), "mine");
    }

    void pausesAndGoesOn()
    {
        DownloadStage stage;
        FaultProxy proxy(quint16(stage.url().port()));
        proxy.setFaults({ { .kind = Fault::Kind::Stall, .after = 1'000'000 } });
        ArtifactDownload download(stage.order(), stage.options(proxy.instead(stage.url())));
        download.start();
        QTRY_VERIFY(stage.partSize() > 500'000);
        download.pause();
        QCOMPARE(download.status().state, DownloadState::Paused);
        const qint64 left = stage.partSize();
        QTRY_COMPARE(proxy.connections(), 1);
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QVERIFY(left > 0);
        QVERIFY(!download.status().isBegunAnew);
        QCOMPARE(stage.read(), stage.content());
    }

    void cancelLeavesNothing()
    {
        DownloadStage stage;
        FaultProxy proxy(quint16(stage.url().port()));
        proxy.setFaults({ { .kind = Fault::Kind::Stall, .after = 1'000'000 } });
        ArtifactDownload download(stage.order(), stage.options(proxy.instead(stage.url())));
        const QSignalSpy finished(&download, &ArtifactDownload::finished);
        download.start();
        QTRY_VERIFY(stage.partSize() > 500'000);
        download.cancel();
        QCOMPARE(download.status(), Download());
        QTRY_VERIFY(stage.files().isEmpty());
        QVERIFY(finished.isEmpty());
    }

    void whatCameStaysWhenItIsDeleted()
    {
        DownloadStage stage;
        FaultProxy proxy(quint16(stage.url().port()));
        proxy.setFaults({ { .kind = Fault::Kind::Stall, .after = 1'000'000 } });
        {
            ArtifactDownload download(stage.order(), stage.options(proxy.instead(stage.url())));
            download.start();
            QTRY_VERIFY(stage.partSize() > 500'000);
        }
        QCOMPARE(stage.files(), QStringList(stage.partName()));
    }

    void progressIsToldTenTimesASecond()
    {
        DownloadStage stage;
        FaultProxy proxy(quint16(stage.url().port()));
        proxy.setFaults({ { .kind = Fault::Kind::Drip, .dripBytes = 30'000, .dripMs = 5 } });
        ArtifactDownload download(stage.order(), stage.options(proxy.instead(stage.url())));
        const QSignalSpy changed(&download, &ArtifactDownload::changed);
        QElapsedTimer clock;
        clock.start();
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        // Start, first byte, last byte, verifying, done.
        QVERIFY2(changed.size() <= clock.elapsed() / 100 + 6,
            qPrintable(QString::number(changed.size())));
    }
};

FALCONER_TEST(tst_artifactdownload)
#include "tst_artifactdownload.moc"
