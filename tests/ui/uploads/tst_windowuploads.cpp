// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journal.h"
#include "services/hawkbit/softwaremodules.h"
#include "services/live/feed.h"
#include "services/session/profilestore.h"
#include "services/session/secretstore.h"
#include "services/session/session.h"
#include "services/uploads/uploadqueue_p.h"
#include "tests/support/faultproxy.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"
#include "tests/support/tlsidentity.h"
#include "tests/ui/uploads/windowstage.h"
#include "ui/connect/certificateview.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/signinsheet.h"
#include "ui/connect/trustsheet.h"
#include "ui/frame/notifier.h"
#include "ui/frame/statusline.h"
#include "ui/frame/uploadnews.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingssheet.h"
#include "ui/shared/banner.h"
#include "ui/shared/theme.h"
#include "ui/uploads/closingsheet.h"
#include "ui/uploads/uploadproblemtext.h"
#include "ui/uploads/uploadtext.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QCryptographicHash>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QToolButton>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_windowuploads : public Test {
    Q_OBJECT

private slots:
    void signingInLetsUploadsGoOn()
    {
        WindowStage stage;
        stage.show();
        const QString profile = identityOf(stage.profile());
        const qint64 id = stage.add(u"a.bin"_s, 1000, profile);
        QCOMPARE(stage.state(id), UploadState::NotConnected);
        stage.signIn();
        QCOMPARE(stage.given, stage.queue.get()); // workspaces have it, too
        QTRY_COMPARE(stage.state(id), UploadState::Done);
        QCOMPARE(stage.artifacts(), QStringList{ u"a.bin"_s });
        QCOMPARE(stage.totals()->text(), u"1 uploaded"_s);
        // They go on when the window leaves this server.
        const auto *const table = stage.theDock().findChild<UploadsTable *>();
        QVERIFY(table->isColumnHidden(UploadProfileColumn));
        stage.main->disconnectFromServer();
        QVERIFY(!table->isColumnHidden(UploadProfileColumn)); // no window says where they go
        const qint64 later = stage.add(u"b.bin"_s, 1000, profile);
        QTRY_COMPARE(stage.state(later), UploadState::Done);
    }

    void aDeletedProfileSendsNothingMore()
    {
        WindowStage stage;
        stage.show();
        stage.main->connectPage().connectTo(stage.profile(), u"admin"_s);
        QTRY_VERIFY(stage.main->isConnected());
        const QString profile = stage.profiles.profiles().constFirst().id;
        stage.queue->setLimits({ .bytesPerSecond = 20'000 });
        const qint64 id = stage.add(u"slow.bin"_s, 2'000'000, profile);
        QTRY_COMPARE(stage.state(id), UploadState::Sending);
        stage.main->disconnectFromServer();
        QCOMPARE(stage.state(id), UploadState::Sending);
        const auto buttons = stage.main->connectPage().findChildren<QPushButton *>();
        const auto found = std::ranges::find(buttons, u"Delete"_s, &QAbstractButton::text);
        QVERIFY(found != buttons.end());
        clickAt(*found);
        QVERIFY(stage.profiles.profiles().isEmpty());
        QTRY_COMPARE(stage.queue->find(id)->problem, UploadProblem::ProfileGone);
        QCOMPARE(stage.theDock().list().index(0, UploadProfileColumn).data().toString(),
            u"deleted profile of "_s + stage.bench.url().authority());
        const qint64 later = stage.add(u"b.bin"_s, 1000, profile);
        QTRY_COMPARE(stage.queue->find(later)->problem, UploadProblem::ProfileGone);
        QVERIFY(stage.artifacts().isEmpty());
        // Whoever signs in to this server again may send them.
        stage.queue->setLimits({});
        stage.main->connectPage().connectTo(stage.profile(), u"admin"_s);
        QTRY_VERIFY(stage.main->isConnected());
        QVERIFY(stage.artifacts().isEmpty());
        stage.queue->retry({ later });
        QTRY_COMPARE(stage.state(later), UploadState::Done);
        QCOMPARE(stage.state(id), UploadState::Asking);
    }

    // As when another Falconer deleted it.
    void aProfileThatIsMissingAtTheStartIsSaid()
    {
        WindowStage stage;
        Upload left = stage.stored(1, u"a.bin"_s, UploadState::Waiting);
        left.server = u"https://north.example"_s;
        stage.seed({ left });
        stage.show();
        QTRY_COMPARE(stage.queue->find(1)->problem, UploadProblem::ProfileGone);
        QCOMPARE(uploadProblemText(*stage.queue->find(1)),
            u"The profile of https://north.example is no longer there. Sign in to this server with "
            "another one to send the file."_s);
    }

    void theStatusLineTellsAndOpensTheDock()
    {
        WindowStage stage;
        stage.show();
        stage.signIn();
        QVERIFY(!stage.totals()->isVisible());
        const qint64 id = stage.addSlow();
        QTRY_COMPARE(stage.state(id), UploadState::Sending);
        QTRY_VERIFY(stage.totals()->text().startsWith(u"1 uploading"_s));
        QVERIFY(stage.theDock().isVisible());
        QTest::mouseClick(stage.totals(), Qt::LeftButton);
        QVERIFY(!stage.theDock().isOpen());
        QTest::mouseClick(stage.totals(), Qt::LeftButton);
        QVERIFY(stage.theDock().isOpen());
        QVERIFY(stage.theDock().table().hasFocus());
        QTest::keyClick(stage.main.get(), Qt::Key_U, Qt::ControlModifier);
        QVERIFY(!stage.theDock().isOpen());
        stage.queue->cancel({ id });
        QVERIFY(!stage.totals()->isVisible());
    }

    void whatEndedIsInTheJournal()
    {
        WindowStage stage;
        stage.show();
        stage.signIn();
        const QString profile = identityOf(stage.profile());
        const qint64 sent = stage.add(u"a.bin"_s, 1000, profile);
        QTRY_COMPARE(stage.state(sent), UploadState::Done);
        stage.add(u"a.bin"_s, 1000, profile);
        QTRY_COMPARE(stage.journal.entries().size(), 2);
        const JournalEntry first = stage.journal.entries().constFirst();
        QCOMPARE(first.server, u"Here"_s); // as the other lines name it
        QCOMPARE(first.user, u"admin"_s);
        QCOMPARE(first.what, JournalEntry::What::Uploaded);
        QCOMPARE(first.subject, u"a.bin into gateway 1.0"_s);
        QCOMPARE(first.done, 1);
        QCOMPARE(stage.journal.entries().constLast().what, JournalEntry::What::FoundThere);
    }

    // What was sent from here is not said to have been there, although its answer was lost.
    void aFileThatWasSentFromHereIsWrittenAsUploaded()
    {
        WindowStage stage;
        stage.show();
        Upload upload{ .moduleTitle = u"gateway 1.0"_s,
            .filename = u"a.bin"_s,
            .size = 10,
            .state = UploadState::Done,
            .wasThere = true,
            .unansweredSince = QDateTime::currentDateTimeUtc() };
        emit stage.queue->finished(upload);
        QCOMPARE(stage.journal.entries().size(), 1);
        QCOMPARE(stage.journal.entries().constLast().what, JournalEntry::What::Uploaded);
        QCOMPARE(stage.journal.entries().constLast().subject,
            u"a.bin into gateway 1.0 (the answer was lost; the file was found there)"_s);
        QCOMPARE(uploadStateText(upload, {}), u"done"_s);
        upload.unansweredSince = {};
        QCOMPARE(uploadStateText(upload, {}), u"was there already"_s);
    }

    // As an upload that was agreed to does by the way: unlocks, deletes what it replaces.
    void whatAnUploadChangesBesideIsInTheJournal()
    {
        WindowStage stage;
        stage.show();
        stage.signIn();
        const QString profile = identityOf(stage.profile());
        const qint64 sent = stage.add(u"a.bin"_s, 1000, profile);
        QTRY_COMPARE(stage.state(sent), UploadState::Done);
        const qint64 other = stage.add(u"a.bin"_s, 2000, profile);
        QTRY_COMPARE(stage.state(other), UploadState::Asking);
        stage.bench.change([&](Fleet &fleet) { fleet.modules.find(stage.module)->locked = true; });
        stage.queue->replaceExisting(other);
        QTRY_VERIFY(stage.state(other) == UploadState::Asking
            && stage.queue->find(other)->problem == UploadProblem::ModuleLocked);
        stage.queue->unlockModule(other);
        QTRY_COMPARE(stage.state(other), UploadState::Done);
        using What = JournalEntry::What;
        const QList<std::pair<What, QString>> wanted{ { What::Uploaded,
                                                          u"a.bin into gateway 1.0"_s },
            { What::ModuleUnlocked, u"gateway 1.0"_s },
            { What::ArtifactDeleted, u"a.bin of gateway 1.0"_s },
            { What::Uploaded, u"a.bin into gateway 1.0"_s } };
        QCOMPARE(stage.journal.entries().size(), wanted.size());
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            const JournalEntry &entry = stage.journal.entries().at(i);
            QCOMPARE(entry.what, wanted.at(i).first);
            QCOMPARE(entry.subject, wanted.at(i).second);
            QCOMPARE(entry.done, 1);
        }
    }

    void theDockStaysBelowASheet()
    {
        WindowStage stage;
        stage.show();
        stage.signIn();
        const qint64 id = stage.addSlow();
        QTRY_COMPARE(stage.state(id), UploadState::Sending);
        QTest::keyClick(stage.main.get(), Qt::Key_U, Qt::ControlModifier);
        QVERIFY(!stage.theDock().isOpen());
        QTest::keyClick(stage.main.get(), Qt::Key_Comma, Qt::ControlModifier);
        auto *const sheet = stage.main->findChild<SettingsSheet *>();
        QVERIFY(sheet);
        QTest::keyClick(stage.main.get(), Qt::Key_U, Qt::ControlModifier);
        QVERIFY(!stage.theDock().isOpen());
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTest::keyClick(stage.main.get(), Qt::Key_U, Qt::ControlModifier);
        QVERIFY(stage.theDock().isOpen());
        stage.queue->cancel({ id });
    }

    void credentialsThatAreRefusedAreAskedFor()
    {
        WindowStage stage;
        stage.show();
        stage.signIn();
        emit stage.queue->signInNeeded(u"another server"_s); // waits until somebody goes there
        QVERIFY(!stage.main->findChild<SignInSheet *>());
        emit stage.queue->signInNeeded(identityOf(stage.profile()));
        QVERIFY(stage.main->findChild<SignInSheet *>()->isVisible());
        emit stage.queue->signInNeeded(identityOf(stage.profile()));
        QCOMPARE(stage.main->findChildren<SignInSheet *>().size(), 1);
    }

    // The window stays where it is.
    void anotherServerIsSignedInToForItsUploads()
    {
        SimulatorBench bench;
        const SimResponse made = bench.manage("POST", "softwaremodules",
            QJsonArray{ QJsonObject{ { u"name"_s, u"gateway"_s }, { u"version"_s, u"1.0"_s },
                { u"type"_s, u"os"_s } } });
        WindowStage stage;
        QCOMPARE(QJsonDocument::fromJson(made.body)[0][u"id"_s].toInteger(), stage.module);
        const Profile north{
            .id = u"n"_s, .name = u"North"_s, .server = bench.url(), .user = u"admin"_s
        };
        QVERIFY(stage.profiles.save(north));
        stage.show();
        const qint64 id = stage.add(u"a.bin"_s, 1000, north.id);
        auto *const banner = stage.theDock().findChild<Banner *>();
        QVERIFY(!banner->isVisible()); // the page of the profiles is in sight
        stage.signIn();
        const Client *const client = stage.client;
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(banner->sentence(), u"1 file(s) wait(s) until you sign in to North."_s);
        QVERIFY(stage.totals()->toolTip().startsWith(
            u"1 file(s) wait(s) until you sign in to North\n"_s));
        const auto buttons = banner->findChildren<QPushButton *>();
        clickAt(*std::ranges::find(buttons, u"Sign in..."_s, &QAbstractButton::text));
        const QPointer<SignInSheet> sheet = stage.main->findChild<SignInSheet *>();
        QVERIFY(sheet && sheet->isVisible());
        QCOMPARE(sheet->accessibleName(), u"Sign in to North"_s);
        QVERIFY(!sheet->findChild<QPushButton *>(u"disconnect"_s)->isVisible());
        const auto type = [&sheet](const QString &secret) {
            auto *const field = sheet->findChild<QLineEdit *>(u"secret"_s);
            field->clear();
            QTest::keyClicks(field, secret);
            QTest::keyClick(field, Qt::Key_Return);
        };
        type(u"wrong"_s);
        QTRY_VERIFY(sheet->findChild<QLabel *>(u"problem"_s)->isVisible());
        QCOMPARE(stage.state(id), UploadState::NotConnected);
        type(u"admin"_s);
        QTRY_COMPARE(stage.state(id), UploadState::Done);
        QTRY_VERIFY(!sheet);
        QVERIFY(!banner->isVisible());
        QVERIFY(stage.main->isConnected());
        QCOMPARE(stage.client, client);
        QVERIFY(stage.artifacts().isEmpty()); // of the window's server

        // The next time the secret that is kept is enough; from the menu of the row, too.
        stage.queue->disconnectProfile(north.id);
        const qint64 next = stage.add(u"b.bin"_s, 1000, north.id);
        QCOMPARE(stage.state(next), UploadState::NotConnected);
        UploadsTable &table = stage.theDock().table();
        const int row = stage.theDock().list().rowOf(next);
        const QPoint place = table.visualRect(table.model()->index(row, 0)).center();
        QContextMenuEvent asked(
            QContextMenuEvent::Mouse, place, table.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(table.viewport(), &asked);
        auto *const menu = table.findChild<QMenu *>();
        const QList<QAction *> actions = menu->actions();
        const auto action = std::ranges::find(actions, u"Sign in..."_s, &QAction::text);
        QVERIFY(action != actions.end());
        (*action)->trigger();
        menu->close();
        QTRY_COMPARE(stage.state(next), UploadState::Done);
        QTRY_VERIFY(!stage.main->findChild<SignInSheet *>());
    }

    // One way to look at it and to trust it, wherever the window is.
    void aCertificateIsLookedAtAndTrusted()
    {
        QList<QByteArray> asked;
        ScriptedServer server([&asked](const HeardRequest &heard) -> std::optional<QByteArray> {
            asked << heard.line();
            return httpAnswer(404);
        });
        server.useTls(tlsIdentity(u"selfsigned"_s));
        const QByteArray sha256
            = tlsIdentity(u"selfsigned"_s).localCertificate().digest(QCryptographicHash::Sha256);
        WindowStage stage;
        const Profile north{ .id = u"n"_s,
            .name = u"North"_s,
            .server = server.url(),
            .user = u"admin"_s,
            .trustedCertificate = QByteArray(32, 'x') };
        QVERIFY(stage.profiles.save(north));
        stage.show();
        stage.theDock().setOpen(false);
        const qint64 id = stage.add(u"a.bin"_s, 1000, north.id);
        stage.theDock().setOpen(false);
        stage.queue->connectProfile(north.id, toClientOptions(north, u"admin"_s));
        auto *const banner = stage.theDock().findChild<Banner *>();
        QTRY_VERIFY(banner->isVisible()); // although it was closed
        QCOMPARE(
            banner->sentence(), u"The certificate of North has changed since you trusted it."_s);
        QCOMPARE(stage.theDock().list().index(0, UploadStateColumn).data().toString(),
            u"waits until its server is trusted"_s);
        const auto look = [&] {
            const auto buttons = banner->findChildren<QPushButton *>();
            clickAt(*std::ranges::find(buttons, u"Look at it..."_s, &QAbstractButton::text));
            return stage.main->findChild<TrustSheet *>();
        };
        TrustSheet *sheet = look();
        QVERIFY(sheet);
        QTest::keyClick(sheet, Qt::Key_Return); // trusts nobody
        QTRY_VERIFY(!stage.main->findChild<TrustSheet *>());
        QVERIFY(asked.isEmpty());
        QCOMPARE(stage.state(id), UploadState::NotConnected);

        sheet = look();
        QStringList shown;
        for (const QLabel *const label : sheet->findChildren<QLabel *>())
            shown << label->text().remove(u'\n');
        QVERIFY(shown.contains(fingerprintText(sha256)));
        QVERIFY(shown.contains(fingerprintText(north.trustedCertificate)));
        auto *const view = sheet->findChild<CertificateView *>();
        clickAt(view->findChild<QPushButton *>());
        QTRY_COMPARE(stage.queue->find(id)->problem, UploadProblem::ModuleGone); // was asked
        QVERIFY(!banner->isVisible());
        QCOMPARE(stage.profiles.find(north.id)->trustedCertificate, sha256);
    }

    // Else the window would say for seconds that all is live.
    void aConnectionThatAnUploadLosesIsAskedForAtOnce()
    {
        WindowStage stage;
        stage.show();
        stage.signIn();
        const Call watching = stage.feed->watch(getSoftwareModule(stage.module), Priority::OnScreen,
            [](const Result<SoftwareModule> &) {});
        QTRY_VERIFY(stage.feed->lastSuccess().isValid());
        const QSignalSpy answered(stage.feed, &Feed::answered);
        QTRY_COMPARE(answered.size(), 1); // by itself the next comes 3 s later
        const qint64 sent = stage.client->sentCount();
        emit stage.queue->connectionLost(u"another server"_s);
        QCOMPARE(stage.client->sentCount(), sent);
        emit stage.queue->connectionLost(identityOf(stage.profile()));
        QTRY_COMPARE_WITH_TIMEOUT(stage.client->sentCount(), sent + 1, 1'000);
    }

    // What the window learns, an upload need not find out by waiting.
    void aServerThatIsBackIsTriedAtOnce()
    {
        WindowStage stage;
        MainWindow &main = stage.show();
        FaultProxy proxy(quint16(stage.bench.url().port()));
        Profile profile = stage.profile();
        profile.server = proxy.instead(profile.server);
        main.connectPage().connectOnce(profile, u"admin"_s);
        QTRY_VERIFY(main.isConnected());
        const Call watching = stage.feed->watch(getSoftwareModule(stage.module), Priority::OnScreen,
            [](const Result<SoftwareModule> &) {});
        UploadQueueAccess::of(*stage.queue).firstPauseMs = 600'000;
        stage.queue->setLimits({ .bytesPerSecond = 20'000 });
        const qint64 id = stage.add(u"slow.bin"_s, 2'000'000, identityOf(profile));
        const qint64 elsewhere = stage.add(u"other.bin"_s, 1'000, u"another server"_s);
        QTRY_COMPARE(stage.state(id), UploadState::Sending);
        proxy.setDown(true);
        QTRY_COMPARE(stage.state(id), UploadState::Retrying);
        QTRY_COMPARE(stage.feed->state(), Feed::State::Failing);
        stage.queue->setLimits({});
        proxy.setDown(false);
        QTRY_COMPARE_WITH_TIMEOUT(stage.state(id), UploadState::Done, 30'000);
        QCOMPARE(stage.state(elsewhere), UploadState::NotConnected);
    }

    void whatEndedIsTold()
    {
        Upload done{
            .moduleTitle = u"gateway 1.0"_s, .filename = u"a.swu"_s, .state = UploadState::Done
        };
        Upload failed = done;
        failed.filename = u"b.swu"_s;
        failed.state = UploadState::Failed;
        failed.problem = UploadProblem::ServerFull;
        const Notification both = uploadNotification({ done, failed });
        QCOMPARE(both.title, u"1 upload(s) failed, 1 file(s) uploaded"_s);
        QCOMPARE(both.text,
            u"b.swu: The server has no room left to store the file.\na.swu is in gateway 1.0"_s);
        Upload there = done;
        there.wasThere = true;
        QCOMPARE(uploadNotification({ there }).text, u"a.swu was in gateway 1.0 already"_s);
        const Notification many = uploadNotification({ done, done, done, done, done, done });
        QVERIFY(many.text.endsWith(u"2 more"_s));
    }

    void theDesktopIsToldOfSeveralAtOnce()
    {
        WindowStage stage;
        stage.show();
        const QSignalSpy told(stage.main->findChild<Notifier *>(), &Notifier::told);
        stage.signIn();
        stage.main->hide();
        const QString profile = identityOf(stage.profile());
        stage.add(u"a.bin"_s, 1000, profile);
        stage.add(u"b.bin"_s, 1000, profile);
        QTRY_COMPARE(stage.artifacts().size(), 2);
        QTRY_COMPARE(told.size(), 1);
        QVERIFY(told[0][0].value<Notification>().text.contains(u"b.bin"_s));
    }
};

FALCONER_TEST(tst_windowuploads)
#include "tst_windowuploads.moc"
