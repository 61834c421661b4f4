// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/downloads/partfile.h"
#include "services/time/utc.h"
#include "tests/support/faultproxy.h"
#include "tests/support/testregistry.h"
#include "tests/ui/repository/repositorystage.h"
#include "ui/repository/downloadrow.h"
#include "ui/repository/downloadstrip.h"
#include "ui/repository/downloadtext.h"

#include <QCryptographicHash>
#include <QDesktopServices>
#include <QFileDialog>
#include <QRegularExpression>
#include <QToolButton>

using namespace falconer;
using namespace Qt::StringLiterals;

// An artifact is saved on this computer, by the dialog and the line that follows.
class tst_downloads : public Test {
    Q_OBJECT

    static void save(const RepositoryStage &stage, const QString &path)
    {
        stage.select(u"gateway-os"_s, u"2.4.0-rc2"_s);
        QTRY_COMPARE(stage.artifacts().artifacts().size(), 1);
        clickRow(&stage.artifacts().table(), 0);
        clickAt(stage.artifacts().findChild<QPushButton *>(u"download"_s));
        auto *const dialog = stage.window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(dialog->selectedFiles().value(0).section(u'/', -1),
            stage.artifacts().artifacts().first().providedFilename);
        auto *const name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(stage.workspace->downloads().rows().size(), 1);
    }

    static DownloadRow &row(const RepositoryStage &stage)
    {
        return *stage.workspace->downloads().rows().first();
    }

    static Artifact artifactOf(const SimModule &module)
    {
        const SimArtifact &stored = module.artifacts.first();
        return { .id = stored.id,
            .providedFilename = stored.filename,
            .size = stored.content.size(),
            .sha1 = QString::fromLatin1(stored.sha1),
            .sha256 = QString::fromLatin1(stored.sha256) };
    }

    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static RepositoryContext context(RepositoryStage &stage, Client &client)
    {
        return { client, *stage.feed, stage.session->facts(), stage.settings,
            { .profile = u"Test"_s }, RepositoryStage::profileId(), &stage.uploads,
            &QDateTime::currentDateTimeUtc };
    }

    static void makeLarge(SimModule &module)
    {
        SimArtifact &stored = module.artifacts.first();
        stored.content = QByteArray(400'000, 'x');
        stored.size = stored.content.size();
        const auto hash = [&stored](QCryptographicHash::Algorithm algorithm) {
            return QCryptographicHash::hash(stored.content, algorithm).toHex();
        };
        stored.sha1 = hash(QCryptographicHash::Sha1);
        stored.sha256 = hash(QCryptographicHash::Sha256);
    }

    // A strip that goes while its download is under way.
    static void leaveHalf(RepositoryStage &stage, const SimModule &module, const QString &path)
    {
        FaultProxy proxy(quint16(stage.bench.url().port()));
        proxy.setFaultForAll({ .kind = Fault::Kind::Stall, .after = 200'000 });
        ClientOptions options = stage.session->client().options();
        options.server = proxy.instead(options.server);
        Client client(options);
        DownloadStrip strip(context(stage, client));
        strip.start(module.id, artifactOf(module), path);
        const QFileInfo part(partPath(strip.rows().first()->download().order()));
        QTRY_VERIFY(QFileInfo(part.filePath()).size() > 0);
    }

    QList<QUrl> m_opened;

public slots:
    void openUrl(const QUrl &url) { m_opened << url; } // as the desktop does

private slots:
    void anArtifactIsSaved()
    {
        RepositoryStage stage;
        QVERIFY(!stage.workspace->downloads().isVisible());
        const QString path = stage.folder.filePath(u"saved.raucb"_s);
        save(stage, path);
        QTRY_VERIFY2(
            row(stage).sentence().startsWith(u"saved in "_s), qPrintable(row(stage).sentence()));
        QCOMPARE(contentOf(path),
            stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->artifacts.first().content);
        auto *const action = row(stage).findChild<QPushButton *>(u"action"_s);
        QCOMPARE(action->accessibleName(), u"Open folder, saved.raucb"_s);
        QDesktopServices::setUrlHandler(u"file"_s, this, "openUrl");
        clickAt(action);
        QDesktopServices::unsetUrlHandler(u"file"_s);
        QCOMPARE(m_opened, QList<QUrl>({ QUrl::fromLocalFile(stage.folder.path()) }));
        clickAt(row(stage).findChild<QToolButton *>(u"close"_s));
        QVERIFY(stage.workspace->downloads().rows().isEmpty());
        QVERIFY(!stage.workspace->downloads().isVisible());
        QVERIFY(QFile::exists(path));
    }

    void aFileThatIsThereIsOverwrittenOnlyWhenTold()
    {
        RepositoryStage stage;
        const QString path = stage.file(u"saved.raucb"_s, 5);
        save(stage, path);
        QTRY_VERIFY(row(stage).sentence().startsWith(u"There is a file of this name"_s));
        QCOMPARE(contentOf(path), QByteArray("fffff"));
        auto *const action = row(stage).findChild<QPushButton *>(u"action"_s);
        QCOMPARE(action->accessibleName(), u"Overwrite it, saved.raucb"_s); // not only what it does
        QCOMPARE(row(stage).findChild<QToolButton *>(u"close"_s)->accessibleName(),
            u"Remove what came so far, and this line, saved.raucb"_s);
        QCOMPARE(action->text(), u"Overwrite it"_s);
        clickAt(action);
        QTRY_VERIFY(row(stage).sentence().startsWith(u"saved in "_s));
        QCOMPARE(contentOf(path),
            stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s)->artifacts.first().content);
    }

    void aBinaryThatIsGoneSaysSo()
    {
        RepositoryStage stage;
        stage.changeModule(u"gateway-os"_s, u"2.4.0-rc2"_s,
            [](SimModule &module) { module.artifacts.first().isBinaryDeleted = true; });
        const QString path = stage.folder.filePath(u"saved.raucb"_s);
        save(stage, path);
        QTRY_COMPARE(row(stage).sentence(), u"The server does not have this file any more."_s);
        QVERIFY(!row(stage).findChild<QPushButton *>(u"action"_s)->isVisible());
        QVERIFY(!QFile::exists(path));
    }

    void whatIsDamagedNeverGetsItsName()
    {
        RepositoryStage stage;
        stage.changeModule(u"gateway-os"_s, u"2.4.0-rc2"_s, [](SimModule &module) {
            module.artifacts.first().content[100] = char(module.artifacts.first().content[100] ^ 1);
        });
        const QString path = stage.folder.filePath(u"saved.raucb"_s);
        save(stage, path);
        QTRY_VERIFY(row(stage).sentence().startsWith(u"What came is not what"_s));
        QVERIFY(!QFile::exists(path));
    }

    void tryingAgainUsesTheNewPassword()
    {
        RepositoryStage stage;
        const auto module = stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s);
        const QString path = stage.folder.filePath(u"saved.raucb"_s);
        ClientOptions options = stage.session->client().options();
        options.credentials.secret = u"old"_s;
        Client client(options);
        DownloadStrip strip(context(stage, client));
        strip.start(module->id, artifactOf(*module), path);
        const DownloadRow *const row = strip.rows().first();
        QTRY_COMPARE(row->download().status().state, DownloadState::Failed);
        QCOMPARE(row->download().status().error->kind, ErrorKind::Unauthorized);
        client.setCredentials(stage.session->client().options().credentials);
        clickAt(row->findChild<QPushButton *>(u"action"_s));
        QTRY_COMPARE(row->download().status().state, DownloadState::Done);
        QCOMPARE(contentOf(path), module->artifacts.first().content);
    }

    void aFileHasOneLine()
    {
        RepositoryStage stage;
        const auto module = stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s);
        const QString path = stage.file(u"saved.raucb"_s, 5);
        DownloadStrip &strip = stage.workspace->downloads();
        const auto *const note = strip.findChild<QLabel *>(u"note"_s);
        strip.start(module->id, artifactOf(*module), path);
        strip.start(module->id, artifactOf(*module), // under way, as it is spelt here too
            stage.folder.filePath(u"./saved.raucb"_s));
        QCOMPARE(strip.rows().size(), 1);
        QVERIFY(note->isVisible());
        QCOMPARE(note->text(), u"saved.raucb is being downloaded to this place already."_s);
        QTRY_COMPARE(row(stage).download().status().state, DownloadState::Failed); // it is taken
        QVERIFY(!note->isVisible());
        QVERIFY(QFile::remove(path));
        const DownloadRow *const failed = strip.rows().first();
        strip.start(module->id, artifactOf(*module), path);
        QCOMPARE(strip.rows().size(), 1);
        QVERIFY(strip.rows().first() != failed);
        QVERIFY(!note->isVisible());
        QTRY_COMPARE(row(stage).download().status().state, DownloadState::Done);
        strip.start(module->id, artifactOf(*module), path); // what is done has its line still
        QCOMPARE(strip.rows().size(), 2);
    }

    // The program ended in the middle.
    void whatIsHalfThereIsOfferedAtTheNextStart()
    {
        RepositoryStage stage;
        stage.changeModule(u"gateway-os"_s, u"2.4.0-rc2"_s, &makeLarge);
        const auto module = stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s);
        const QString path = stage.folder.filePath(u"saved.raucb"_s);
        leaveHalf(stage, *module, path);
        {
            DownloadStrip next(context(stage, stage.session->client()));
            QCOMPARE(next.rows().size(), 1);
            DownloadRow &row = *next.rows().first();
            QTRY_VERIFY(row.download().status().receivedBytes > 0);
            QVERIFY2(row.sentence().startsWith(u"paused at "_s), qPrintable(row.sentence()));
            auto *const action = row.findChild<QPushButton *>(u"action"_s);
            QCOMPARE(action->text(), u"Go on"_s);
            QCOMPARE(row.findChild<QToolButton *>(u"close"_s)->text(), u"Discard"_s);
            clickAt(action);
            QTRY_COMPARE(row.download().status().state, DownloadState::Done);
            QVERIFY(!row.download().status().isBegunAnew);
            QCOMPARE(contentOf(path), module->artifacts.first().content);
        }
        const DownloadStrip last(context(stage, stage.session->client()));
        QVERIFY(last.rows().isEmpty());
    }

    // The program was killed behind the last byte.
    void whatEndedUnheardIsDoneAtTheNextStart()
    {
        RepositoryStage stage;
        const auto module = stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s);
        const QString path = stage.folder.filePath(u"saved.raucb"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(module->artifacts.first().content);
        file.close();
        HalfDownloads half(stage.settings, RepositoryStage::profileId());
        half.add({ .softwareModuleId = module->id, .artifact = artifactOf(*module), .path = path });
        const DownloadStrip next(context(stage, stage.session->client()));
        QCOMPARE(next.rows().size(), 1);
        QTRY_COMPARE(next.rows().first()->download().status().state, DownloadState::Done);
        QVERIFY(next.rows().first()->sentence().startsWith(u"saved in "_s));
        QVERIFY(half.orders().isEmpty());
    }

    void howFastAndHowLongIsSaid()
    {
        RepositoryStage stage;
        stage.changeModule(u"gateway-os"_s, u"2.4.0-rc2"_s, &makeLarge);
        const auto module = stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s);
        FaultProxy proxy(quint16(stage.bench.url().port()));
        proxy.setFaultForAll({ .kind = Fault::Kind::Drip, .dripBytes = 4'000, .dripMs = 20 });
        ClientOptions options = stage.session->client().options();
        options.server = proxy.instead(options.server);
        Client client(options);
        DownloadStrip strip(context(stage, client));
        strip.start(module->id, artifactOf(*module), stage.folder.filePath(u"saved.raucb"_s));
        const DownloadRow &row = *strip.rows().first();
        static const QRegularExpression fast(u"^.* of 391 KiB · .* KiB/s · \\d+ s left$"_s);
        QTRY_VERIFY2(fast.match(row.sentence()).hasMatch(), qPrintable(row.sentence()));
        clickAt(row.findChild<QPushButton *>(u"action"_s));
        QVERIFY2(!row.sentence().contains(u"/s"_s), qPrintable(row.sentence()));
    }

    void whatIsHalfThereCanBeDiscarded()
    {
        RepositoryStage stage;
        stage.changeModule(u"gateway-os"_s, u"2.4.0-rc2"_s, &makeLarge);
        const auto module = stage.module(u"gateway-os"_s, u"2.4.0-rc2"_s);
        leaveHalf(stage, *module, stage.folder.filePath(u"saved.raucb"_s));
        DownloadStrip next(context(stage, stage.session->client()));
        const ArtifactDownload &download = next.rows().first()->download();
        QTRY_VERIFY(download.status().receivedBytes > 0);
        const QString part = partPath(download.order());
        QVERIFY(QFile::exists(part));
        clickAt(next.rows().first()->findChild<QToolButton *>(u"close"_s));
        QVERIFY(next.rows().isEmpty());
        QTRY_VERIFY(!QFile::exists(part));
        const DownloadStrip last(context(stage, stage.session->client()));
        QVERIFY(last.rows().isEmpty());
    }

    void everyStateHasASentence()
    {
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, inUtc);
        const DownloadOrder order{ .artifact = { .size = 2048 }, .path = u"/tmp/a.bin"_s };
        Download download{ .state = DownloadState::Downloading, .receivedBytes = 1024 };
        QCOMPARE(downloadText(order, download, now).sentence, u"1.0 KiB of 2.0 KiB"_s);
        QCOMPARE(downloadText(order, download, now, 512).sentence,
            u"1.0 KiB of 2.0 KiB · 512 bytes/s · 2 s left"_s);
        download.isBegunAnew = true;
        QCOMPARE(downloadText(order, download, now).sentence, u"1.0 KiB of 2.0 KiB, begun anew"_s);
        download.state = DownloadState::Retrying;
        download.nextTryAt = now.addMSecs(2'500);
        QVERIFY(downloadText(order, download, now).sentence.contains(u'3'));
        download.state = DownloadState::Paused;
        QCOMPARE(downloadText(order, download, now).sentence, u"paused at 1.0 KiB of 2.0 KiB"_s);
        download.state = DownloadState::Failed;
        for (int problem = 0; problem <= int(DownloadProblem::Refused); ++problem) {
            download.problem = DownloadProblem(problem);
            QVERIFY(downloadText(order, download, now).sentence.endsWith(u'.'));
            QCOMPARE(downloadText(order, download, now).tone, Tone::Failure);
        }
    }
};

FALCONER_TEST(tst_downloads)
#include "tst_downloads.moc"
