// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/profilestore.h"
#include "services/session/session.h"
#include "services/simulator/demofleet.h"
#include "services/simulator/routes.h"
#include "tests/support/hand.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"
#include "tests/support/tlsfingerprints.h"
#include "tests/support/tlsidentity.h"
#include "tests/ui/connect/windowparts.h"
#include "ui/connect/certificateview.h"
#include "ui/connect/connectpage.h"
#include "ui/connect/trustsheet.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/deploy/targetspane.h"
#include "ui/mainwindow.h"
#include "ui/shared/banner.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace falconer::tlsfingerprints;
using namespace Qt::StringLiterals;

namespace {

// The whole window, without uploads, on the simulator behind https.
struct Stage : WindowParts {
    Stage()
    {
        server.useTls(tlsIdentity(u"selfsigned"_s));
        if (!profiles.save(profile()))
            qFatal("the profile is not kept");
        window.show();
        window.connectPage().connectTo(profile(), u"admin"_s);
    }

    Profile profile() const
    {
        return { .id = u"s"_s,
            .name = u"Staging"_s,
            .server = server.url(),
            .user = u"admin"_s,
            .trustedCertificate = selfSigned() };
    }
    std::optional<QByteArray> answer(const HeardRequest &heard)
    {
        SimRequest request{ .method = heard.method, .target = heard.target, .body = heard.body };
        for (auto header = heard.headers.cbegin(); header != heard.headers.cend(); ++header)
            request.headers << std::pair(header.key(), header.value());
        const SimResponse response = Dispatcher().handle(*fleet, request);
        return httpAnswer(
            response.status, response.body, { { "Content-Type", response.contentType } });
    }
    void showOther()
    {
        server.useTls(tlsIdentity(u"other"_s));
        server.closeConnections();
        QTest::keyClick(&window, Qt::Key_F5);
    }
    // In the window itself, over its workspaces.
    QPushButton *lookAtIt() const
    {
        for (QPushButton *const button : window.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == u"Look at it..."_s)
                return button;
        }
        return nullptr;
    }
    TrustSheet *sheet() const { return window.findChild<TrustSheet *>(); }
    TargetsPane &targets() const { return window.findChild<DeployWorkspace *>()->targets(); }

    std::unique_ptr<Fleet> fleet = makeDemoFleet({ .targets = 60, .live = 0 });
    ScriptedServer server{ [this](const HeardRequest &heard) { return answer(heard); } };
    Feed *feed = nullptr;
    WorkspaceDoor deploy{ WorkspaceKind::Deploy, [this](const WorkspaceParts &parts) {
                             feed = &parts.feed;
                             return new DeployWorkspace({ parts.session.client(), parts.feed,
                                 parts.session.facts(), {}, parts.settings });
                         } };
    MainWindow window{ { profiles, secrets, settings, theme, patterns, { deploy } } };
};

} // namespace

class tst_windowtrust : public Test {
    Q_OBJECT

private slots:
    void aCertificateThatChangedIsLookedAtAndTrusted()
    {
        Stage stage;
        QTRY_VERIFY(stage.window.isConnected());
        QTRY_VERIFY(stage.targets().model().itemAt(5));
        QVERIFY(!stage.lookAtIt());

        stage.showOther();
        QTRY_VERIFY(stage.lookAtIt());
        const auto *const banner = qobject_cast<Banner *>(stage.lookAtIt()->parentWidget());
        QVERIFY(banner);
        QCOMPARE(
            banner->sentence(), u"The certificate of Staging has changed since you trusted it."_s);
        QVERIFY(stage.targets().model().itemAt(5)); // stays
        const qsizetype heard = stage.server.heard().size();
        clickAt(stage.lookAtIt());
        QVERIFY(stage.sheet());
        QTest::keyClick(stage.sheet(), Qt::Key_Return); // trusts nobody
        QTRY_VERIFY(!stage.sheet());
        QCOMPARE(stage.server.heard().size(), heard);
        QCOMPARE(stage.profiles.find(u"s"_s)->trustedCertificate, selfSigned());

        clickAt(stage.lookAtIt());
        QStringList shown;
        for (const QLabel *const label : stage.sheet()->findChildren<QLabel *>())
            shown << label->text().remove(u'\n');
        QVERIFY(shown.contains(fingerprintText(other())));
        QVERIFY(shown.contains(fingerprintText(selfSigned())));
        clickAt(stage.sheet()->findChild<CertificateView *>()->findChild<QPushButton *>());
        QTRY_VERIFY(!stage.sheet() && !stage.lookAtIt());
        QTRY_VERIFY(stage.server.heard().size() > heard); // what is shown is read anew
        QTRY_VERIFY(stage.targets().model().itemAt(5));
        QCOMPARE(stage.profiles.find(u"s"_s)->trustedCertificate, other());
        QVERIFY(stage.window.isConnected());
        // The feed itself when it is its turn again.
        QTRY_COMPARE_WITH_TIMEOUT(stage.feed->state(), Feed::State::Live, 15'000);
        QVERIFY(!stage.lookAtIt());
    }

    void theOldOneThatIsBackNeedsNoAnswer()
    {
        Stage stage;
        QTRY_VERIFY(stage.window.isConnected());
        QTRY_VERIFY(stage.targets().model().itemAt(5));
        stage.showOther();
        QTRY_VERIFY(stage.lookAtIt());
        clickAt(stage.lookAtIt());
        QVERIFY(stage.sheet());
        stage.server.useTls(tlsIdentity(u"selfsigned"_s));
        const auto asksAgain = [&] { // what was on its way is still refused
            stage.feed->refresh();
            return !stage.lookAtIt();
        };
        QTRY_VERIFY(asksAgain());
        QTRY_VERIFY(!stage.sheet());
        QCOMPARE(stage.profiles.find(u"s"_s)->trustedCertificate, selfSigned());
    }
};

FALCONER_TEST(tst_windowtrust)
#include "tst_windowtrust.moc"
