// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionbykey.h"
#include "services/deployment/journal.h"
#include "services/live/feed.h"
#include "services/session/session.h"
#include "tests/support/hand.h"
#include "tests/support/simulatorbench.h"
#include "tests/support/testregistry.h"
#include "ui/composition/differencesheet.h"
#include "ui/composition/differenceview.h"
#include "ui/deploy/deployworkspace.h"
#include "ui/deploy/detailspanel.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/setspane.h"
#include "ui/deploy/targetspane.h"

#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// The workspace on one device that has an older version installed.
struct Stage {
    Stage()
    {
        if (!plurals.load(u":/translations/falconer_en.qm"_s))
            qFatal("no plurals");
        QCoreApplication::installTranslator(&plurals); // until it goes
        bench.change([this](Fleet &fleet) {
            fleet.targets.edit(u"dev-1"_s)->installedSet
                = bench.setOf(DemoProduct::GatewayOs, u"2.3.1"_s);
        });
        ClientOptions options;
        options.server = bench.url();
        options.credentials = { Credentials::Scheme::Basic, u"admin"_s, u"admin"_s };
        options.useSystemProxy = false;
        session = std::make_unique<Session>(Profile{ .server = options.server }, options);
        session->connectToServer();
        if (!QTest::qWaitFor([this] { return session->state() == Session::State::Connected; }))
            qFatal("the simulator is silent");
        feed = std::make_unique<Feed>(session->client());
        workspace = new DeployWorkspace({ session->client(), *feed, session->facts(),
            { .profile = u"Test"_s, .journal = &journal }, settings });
        window.setCentralWidget(workspace);
        window.resize(1440, 900);
        window.show();
        if (!QTest::qWaitFor([this] {
                return workspace->targets().model().rowCount() == 1
                    && workspace->targets().model().itemAt(0)
                    && workspace->sets().model().rowOf(gatewayOs()) >= 0;
            }))
            qFatal("no targets, no sets");
    }
    ~Stage()
    {
        delete window.takeCentralWidget();
        feed.reset();
        session.reset(); // before the server, which waits for its connections
    }

    QString gatewayOs() const { return QString::number(bench.gatewayOs()); }
    void selectTarget() const { clickRow(&workspace->targets().table(), 0); }
    void selectSet() const
    {
        const int row = workspace->sets().model().rowOf(gatewayOs());
        workspace->sets().table().scrollTo(workspace->sets().model().index(row, 0));
        clickRow(&workspace->sets().table(), row);
    }
    // The entry of the row's menu, opened by keyboard.
    QAction *entry(QTableView &table)
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(10, 10),
            table.viewport()->mapToGlobal(QPoint(10, 10)));
        QCoreApplication::sendEvent(&table, &event);
        menu = table.findChild<QMenu *>();
        if (!menu || !menu->isVisible())
            qFatal("no menu");
        for (QAction *const action : menu->actions()) {
            if (action->text() == u"Compare with installed...")
                return action;
        }
        qFatal("no entry");
    }
    template <typename T> T *part(const QString &name = {}) const
    {
        for (T *const each : window.findChildren<T *>(name)) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QString summary() const
    {
        const auto *const label = part<QLabel>(u"summary"_s);
        return label ? label->text() : QString();
    }

    QTranslator plurals;
    SimulatorBench bench;
    Journal journal;
    QTemporaryDir folder;
    QSettings settings{ folder.filePath(u"s.ini"_s), QSettings::IniFormat };
    std::unique_ptr<Session> session;
    std::unique_ptr<Feed> feed;
    QMainWindow window;
    DeployWorkspace *workspace = nullptr;
    QPointer<QMenu> menu;
};

} // namespace

// A set against what a device has installed, from Deploy.
class tst_deploycompare : public Test {
    Q_OBJECT

private slots:
    void comparesFromEitherMenu_data()
    {
        QTest::addColumn<bool>("isFromTargets");
        QTest::newRow("targets") << true;
        QTest::newRow("sets") << false;
    }

    void comparesFromEitherMenu()
    {
        QFETCH(bool, isFromTargets);
        Stage stage;
        stage.selectTarget();
        stage.selectSet();
        QTableView &table = isFromTargets
            ? static_cast<QTableView &>(stage.workspace->targets().table())
            : stage.workspace->sets().table();
        QAction *const entry = stage.entry(table);
        QVERIFY(entry->isEnabled());
        QCOMPARE(entry->toolTip(), u"Compare gateway-os 2.4.0 with what dev-1 has installed"_s);
        stage.menu->close();
        entry->trigger();
        QTRY_COMPARE(stage.summary(), u"2 of 2 modules differ."_s);
        QVERIFY(
            stage.part<DifferenceView>()->toPlainText().contains("gateway-os 2.3.1, on dev-1"_L1));
        QTest::keyClick(stage.part<DifferenceSheet>(), Qt::Key_Escape);
        QTRY_VERIFY(!stage.part<DifferenceSheet>());
    }

    // Without a set there is nothing to compare; without a target the sheet asks for one.
    void saysWhatIsMissing()
    {
        Stage stage;
        stage.selectTarget();
        const QAction *entry = stage.entry(stage.workspace->targets().table());
        QVERIFY(!entry->isEnabled());
        QVERIFY(entry->toolTip().startsWith("Select a distribution set too"_L1));
        stage.menu->close();

        stage.workspace->targets().selection().clearAll();
        stage.selectSet();
        QAction *const asking = stage.entry(stage.workspace->sets().table());
        QVERIFY(asking->isEnabled());
        stage.menu->close();
        asking->trigger();
        QTRY_VERIFY(stage.part<QLineEdit>(u"target"_s));
        QCOMPARE(stage.window.focusWidget(), stage.part<QLineEdit>(u"target"_s));
        QTest::keyClicks(stage.part<QLineEdit>(u"target"_s), u"dev-1"_s);
        QTest::keyClick(stage.part<QLineEdit>(u"target"_s), Qt::Key_Return);
        QTRY_COMPARE(stage.summary(), u"2 of 2 modules differ."_s);
    }

    void comparesFromTheDetails()
    {
        Stage stage;
        stage.selectTarget();
        QTest::keyClick(&stage.window, Qt::Key_I, Qt::ControlModifier);
        QTRY_VERIFY(stage.part<QPushButton>(u"compare"_s));
        auto *const button = stage.part<QPushButton>(u"compare"_s);
        QVERIFY(!button->isEnabled());
        QVERIFY(button->toolTip().startsWith("Select a distribution set too"_L1));
        stage.selectSet();
        QTRY_VERIFY(stage.part<QPushButton>(u"compare"_s)
            && stage.part<QPushButton>(u"compare"_s)->isEnabled());
        clickAt(stage.part<QPushButton>(u"compare"_s));
        QTRY_COMPARE(stage.summary(), u"2 of 2 modules differ."_s);
    }
};

FALCONER_TEST(tst_deploycompare)
#include "tst_deploycompare.moc"
