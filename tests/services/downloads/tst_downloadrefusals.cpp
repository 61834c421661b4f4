// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloads/artifactdownload.h"
#include "services/downloads/partfile.h"
#include "tests/services/downloads/downloadstage.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testregistry.h"
#include "tests/support/tlsidentity.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

// What keeps a file from coming is said, and tried again only where that can help.
class tst_downloadrefusals : public Test {
    Q_OBJECT

private slots:
    void aSilentServerIsTriedAgain()
    {
        DownloadStage stage;
        FaultProxy proxy(quint16(stage.url().port()));
        proxy.setFaults({ { .kind = Fault::Kind::Stall, .after = 1'000'000 } });
        ClientOptions options = stage.options(proxy.instead(stage.url()));
        options.timeouts.read = 300;
        ArtifactDownload download(stage.order(), options);
        download.setRetryDelays({ 1 });
        std::optional<Error> told;
        connect(&download, &ArtifactDownload::changed, &download, [&] {
            if (download.status().state == DownloadState::Retrying)
                told = download.status().error;
        });
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QVERIFY(told);
        QCOMPARE(told->kind, ErrorKind::Timeout);
        QCOMPARE(stage.read(), stage.content());
    }

    void whatCannotBeReachedIsGivenUp()
    {
        DownloadStage stage;
        const QUrl nowhere(u"http://127.0.0.1:%1"_s.arg(refusedPort()));
        ArtifactDownload download(stage.order(), stage.options(nowhere));
        download.setRetryDelays({ 1, 1 });
        int retries = 0;
        connect(&download, &ArtifactDownload::changed, &download,
            [&] { retries += download.status().state == DownloadState::Retrying ? 1 : 0; });
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Failed);
        QCOMPARE(download.status().problem, DownloadProblem::Connection);
        QCOMPARE(download.status().error->fault, NetworkFault::ConnectionRefused);
        QCOMPARE(retries, 2);
    }

    void refusalsAreNotTriedAgain_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<DownloadProblem>("problem");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("404") << 404 << DownloadProblem::Gone << ErrorKind::NotFound;
        QTest::newRow("410") << 410 << DownloadProblem::Gone << ErrorKind::NotFound;
        QTest::newRow("401") << 401 << DownloadProblem::Refused << ErrorKind::Unauthorized;
        QTest::newRow("403") << 403 << DownloadProblem::Refused << ErrorKind::Forbidden;
        QTest::newRow("302") << 302 << DownloadProblem::Refused << ErrorKind::Protocol;
        QTest::newRow("a page") << 200 << DownloadProblem::Refused << ErrorKind::Protocol;
    }

    void refusalsAreNotTriedAgain()
    {
        QFETCH(int, status);
        DownloadStage stage;
        ScriptedServer server([&](const HeardRequest &) {
            return httpAnswer(status, status == 200 ? "<html>no</html>" : "{}");
        });
        ArtifactDownload download(stage.order(), stage.options(server.url()));
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Failed);
        QTEST(download.status().problem, "problem");
        QTEST(download.status().error->kind, "kind");
        QCOMPARE(server.heard().size(), 1);
        QCOMPARE(stage.partSize(), 0);
    }

    void theBinaryOfADeletedModuleIsGone()
    {
        DownloadStage stage;
        stage.deleteBinary();
        ArtifactDownload download(stage.order(), stage.options());
        download.start();
        QTRY_COMPARE(download.status().problem, DownloadProblem::Gone);
        QCOMPARE(download.status().error->httpStatus, 410);
        QCOMPARE(download.status().error->code, u"artifact.binaryDeleted"_s);
    }

    void aFullDiskIsSaid()
    {
        DownloadStage stage;
        if (!QFile::link(u"/dev/full"_s, partPath(stage.order())))
            QSKIP("there is no disk that is always full");
        ArtifactDownload download(stage.order(), stage.options());
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Failed);
        QCOMPARE(download.status().problem, DownloadProblem::DiskFull);
        QCOMPARE(download.status().error->kind, ErrorKind::Io);
    }

    void moreThanIsFreeIsNotAskedFor()
    {
        DownloadStage stage;
        ScriptedServer server(stage.rangeHandler());
        DownloadOrder order = stage.order();
        order.artifact.size = std::numeric_limits<qint64>::max() / 2;
        ArtifactDownload download(order, stage.options(server.url()));
        download.start();
        QTRY_COMPARE(download.status().problem, DownloadProblem::DiskFull);
        QVERIFY(server.heard().isEmpty());
    }

    void aFolderThatTakesNoFileIsSaid_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<DownloadProblem>("problem");
        QTest::newRow("not allowed") << u"/proc/image.bin"_s << DownloadProblem::NoPermission;
        QTest::newRow("not there") << u"/nowhere/image.bin"_s << DownloadProblem::File;
    }

    void aFolderThatTakesNoFileIsSaid()
    {
        QFETCH(QString, path);
        if (!QFileInfo(u"/proc"_s).isDir())
            QSKIP("there is no folder that takes no file");
        DownloadStage stage;
        DownloadOrder order = stage.order();
        order.path = path;
        ArtifactDownload download(order, stage.options());
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Failed);
        QTEST(download.status().problem, "problem");
    }

    void aCertificateIsPinned()
    {
        DownloadStage stage;
        ScriptedServer server(stage.rangeHandler());
        server.useTls(tlsIdentity(u"selfsigned"_s));
        ClientOptions options = stage.options(server.url());
        ArtifactDownload download(stage.order(), options);
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Failed);
        QCOMPARE(download.status().problem, DownloadProblem::Refused);
        QCOMPARE(download.status().error->kind, ErrorKind::Tls);
        QVERIFY(download.status().error->certificate);
        QVERIFY(server.heard().isEmpty());
        options.trustedCertificate = download.status().error->certificate->sha256;
        download.setOptions(options);
        download.start();
        QTRY_COMPARE(download.status().state, DownloadState::Done);
        QCOMPARE(stage.read(), stage.content());
    }
};

FALCONER_TEST(tst_downloadrefusals)
#include "tst_downloadrefusals.moc"
