// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionbykey.h"
#include "services/session/profilestore.h"
#include "services/session/session.h"
#include "services/simulator/demofleet.h"
#include "services/simulator/server.h"
#include "tests/support/testregistry.h"
#include "tests/ui/connect/windowparts.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/signinsheet.h"
#include "ui/connect/signintext.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/deploy/targetspane.h"
#include "ui/mainwindow.h"
#include "ui/shared/banner.h"
#include "ui/shared/searchfield.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// The whole window on a server that changes its mind about a password.
struct Stage : WindowParts {
    Stage()
        : server(makeDemoFleet({ .targets = 60, .live = 0 }))
    {
        if (!server.start())
            qFatal("the simulator did not start");
        window.show();
        window.connectPage().connectOnce(
            { .name = u"Staging"_s,
                .server = QUrl(u"http://127.0.0.1:%1"_s.arg(server.port())),
                .user = u"admin"_s },
            u"admin"_s);
    }

    void changePassword(const QString &password)
    {
        server.withFleet([&](Fleet &fleet) { fleet.users.first().password = password; });
    }
    TargetsPane &targets() const { return window.findChild<DeployWorkspace *>()->targets(); }
    SignInSheet *sheet() const
    {
        for (SignInSheet *const sheet : window.findChildren<SignInSheet *>()) {
            if (sheet->isVisible())
                return sheet;
        }
        return nullptr;
    }
    bool isAnyBannerVisible() const
    {
        const QList<Banner *> banners = window.findChildren<Banner *>();
        return std::any_of(banners.begin(), banners.end(),
            [](const Banner *banner) { return banner->isVisible(); });
    }
    QLabel *problem() const { return sheet()->findChild<QLabel *>(u"problem"_s); }
    void type(const QString &secret) const
    {
        auto *const field = sheet()->findChild<QLineEdit *>(u"secret"_s);
        field->clear();
        QTest::keyClicks(field, secret);
        QTest::keyClick(field, Qt::Key_Return);
    }

    SimulatorServer server;
    Client *client = nullptr;
    Feed *feed = nullptr;
    WorkspaceDoor deploy{ WorkspaceKind::Deploy, [this](const WorkspaceParts &parts) {
                             client = &parts.session.client();
                             feed = &parts.feed;
                             return new DeployWorkspace({ *client, parts.feed,
                                 parts.session.facts(), {}, parts.settings });
                         } };
    MainWindow window{ { profiles, secrets, settings, theme, patterns, { deploy } } };
};

} // namespace

class tst_signinagain : public Test {
    Q_OBJECT

private slots:
    void nothingIsLost()
    {
        Stage stage;
        QTRY_VERIFY(stage.window.isConnected());
        QTRY_VERIFY(stage.targets().model().itemAt(5));
        auto *const search = stage.window.findChild<SearchField *>();
        search->setText(u"name==*1*"_s);
        QTRY_VERIFY(stage.targets().model().total() > 0 && stage.targets().model().total() < 60
            && stage.targets().model().itemAt(2));
        const QStringList chosen{ stage.targets().model().keyAt(0),
            stage.targets().model().keyAt(2) };
        stage.targets().selection().selectKeys(chosen);
        const qint64 total = stage.targets().model().total();

        stage.changePassword(u"new"_s);
        QTest::keyClick(&stage.window, Qt::Key_F5);
        QTRY_VERIFY(stage.sheet());
        QCOMPARE(qApp->focusWidget(), stage.sheet()->findChild<QLineEdit *>(u"secret"_s));
        QCOMPARE(stage.feed->state(), Feed::State::Paused); // nobody is asked again and again

        stage.type(u"wrong"_s);
        QTRY_VERIFY(stage.sheet() && stage.problem()->isVisible());
        QVERIFY(stage.problem()->text().contains(u"user and password"_s));
        QVERIFY(!stage.problem()->text().contains(u"wrong"_s));

        stage.type(u"new"_s);
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.window.isConnected());
        QTRY_VERIFY(stage.targets().model().itemAt(2));
        QCOMPARE(search->text(), u"name==*1*"_s);
        QCOMPARE(stage.targets().model().total(), total);
        QCOMPARE(stage.targets().selection().keys(), chosen);
        QTRY_VERIFY(!stage.isAnyBannerVisible());
        QCOMPARE(stage.feed->state(), Feed::State::Live);
    }

    void laterIsPossible()
    {
        Stage stage;
        QTRY_VERIFY(stage.window.isConnected());
        QTRY_VERIFY(stage.targets().model().itemAt(5));
        stage.changePassword(u"new"_s);
        QTest::keyClick(&stage.window, Qt::Key_F5);
        QTRY_VERIFY(stage.sheet());
        QTest::keyClick(qApp->focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!stage.sheet());
        QVERIFY(stage.window.isConnected());
        Banner *banner = nullptr;
        for (Banner *each : stage.window.findChildren<Banner *>()) {
            if (each->isVisible() && each->sentence().contains(u"no longer signed in"_s))
                banner = each;
        }
        QVERIFY(banner);
        for (QPushButton *button : banner->findChildren<QPushButton *>()) {
            if (button->text() == u"Sign in again"_s)
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QVERIFY(stage.sheet());
        QTest::mouseClick(stage.sheet()->findChild<QPushButton *>(u"disconnect"_s), Qt::LeftButton);
        QTRY_VERIFY(!stage.window.isConnected());
        QVERIFY(stage.window.connectPage().isVisible());
        QVERIFY(!stage.window.findChild<SignInSheet *>());
    }

    void speaksOfTheFieldThatIsMeant()
    {
        const Error refused{ .kind = ErrorKind::Unauthorized, .httpStatus = 401 };
        Profile profile{ .server = QUrl(u"https://hawkbit.example"_s) };
        QCOMPARE(signInText(profile, refused).sentence,
            u"hawkbit.example does not accept this user and password."_s);
        profile.scheme = Credentials::Scheme::Bearer;
        QCOMPARE(signInText(profile, refused).sentence,
            u"hawkbit.example does not accept this token."_s);
        QCOMPARE(secretName(profile), u"Token"_s);
        const Error gone{ .kind = ErrorKind::Timeout };
        QCOMPARE(signInText(profile, gone), errorText(gone, u"hawkbit.example"_s));
    }
};

FALCONER_TEST(tst_signinagain)
#include "tst_signinagain.moc"
