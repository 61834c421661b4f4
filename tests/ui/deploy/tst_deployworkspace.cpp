// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/deployworkspace.h"

#include "models/selectionbykey.h"
#include "services/deployment/journal.h"
#include "services/hawkbit/assignment.h"
#include "services/live/feed.h"
#include "services/simulator/demofleet.h"
#include "services/simulator/server.h"
#include "tests/support/hand.h"
#include "tests/support/testregistry.h"
#include "ui/deploy/detailspanel.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/setspane.h"
#include "ui/deploy/targetspane.h"
#include "ui/plan/plansheet.h"
#include "ui/shared/dropoverlay.h"
#include "ui/shared/searchfield.h"
#include "ui/shared/segmentedbutton.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

// The workspace in a window, on a simulated fleet whose devices stay quiet, with real clicks and
// drags.
class tst_deployworkspace : public Test {
    Q_OBJECT

private:
    struct Parts {
        Parts()
            : server(makeDemoFleet({ .targets = 200, .live = 200 }))
            , settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat)
        {
        }

        SimulatorServer server;
        QTemporaryDir folder;
        QSettings settings;
        std::unique_ptr<Client> client;
        std::unique_ptr<Feed> feed;
        ServerFacts facts;
        Journal journal;
        std::unique_ptr<QMainWindow> window;
        DeployWorkspace *workspace = nullptr;
    };

    std::unique_ptr<Parts> m_parts;

    DeployWorkspace &workspace() { return *m_parts->workspace; }
    FleetTable &targets() { return workspace().targets().table(); }
    FleetTable &sets() { return workspace().sets().table(); }
    PlanSheet *sheet() { return m_parts->window->findChild<PlanSheet *>(); }

    static int rowOf(const QAbstractItemModel &model, const QString &name, const QString &version)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data() == name && model.index(row, 1).data() == version)
                return row;
        }
        return -1;
    }

    QPoint setPlace(const QString &name, const QString &version)
    {
        const int row = rowOf(*sets().model(), name, version);
        sets().scrollTo(sets().model()->index(row, 0));
        return placeOf(sets(), sets().model()->index(row, 0));
    }

    QPoint targetPlace(int row) { return placeOf(targets(), targets().model()->index(row, 1)); }

    qint64 actionCount()
    {
        qint64 count = 0;
        m_parts->server.withFleet([&count](Fleet &fleet) { count = qint64(fleet.actions.size()); });
        return count;
    }

private slots:
    void init()
    {
        failOnWarnings();
        m_parts = std::make_unique<Parts>();
        QVERIFY(m_parts->server.start());
        ClientOptions options;
        options.server = QUrl(u"http://127.0.0.1:%1"_s.arg(m_parts->server.port()));
        options.credentials = { Credentials::Scheme::Basic, u"admin"_s, u"admin"_s };
        options.useSystemProxy = false;
        m_parts->client = std::make_unique<Client>(options);
        bool isConnected = false;
        const Call probe = probeServer(*m_parts->client, [&](const Result<ServerFacts> &facts) {
            QVERIFY(facts);
            m_parts->facts = *facts;
            isConnected = true;
        });
        QTRY_VERIFY(isConnected);
        m_parts->feed = std::make_unique<Feed>(*m_parts->client);
        m_parts->workspace = new DeployWorkspace({ *m_parts->client, *m_parts->feed, m_parts->facts,
            { .profile = u"Test"_s, .journal = &m_parts->journal }, m_parts->settings });
        m_parts->window = std::make_unique<QMainWindow>();
        m_parts->window->setCentralWidget(m_parts->workspace);
        m_parts->window->resize(1440, 900);
        m_parts->window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_parts->window.get()));
        QTRY_COMPARE(targets().model()->rowCount(), 200);
        QTRY_VERIFY(!targets().model()->index(5, 1).data().toString().isEmpty());
        QTRY_VERIFY(rowOf(*sets().model(), u"gateway-os"_s, u"2.4.0"_s) >= 0);
    }

    void cleanup()
    {
        m_parts->window.reset();
        m_parts->feed.reset();
        m_parts->client.reset(); // before the server, which waits for its connections
        m_parts.reset();
    }

    void aSetIsDraggedOntoTheSelection()
    {
        clickRow(&targets(), 0);
        clickRow(&targets(), 4, Qt::ShiftModifier);
        QCOMPARE(workspace().targets().picked().count, 5);
        const qint64 before = actionCount();
        QString verdict;
        drag(m_parts->window.get(), setPlace(u"gateway-os"_s, u"2.4.0"_s), targetPlace(2),
            [&] { verdict = targets().findChild<DropOverlay *>()->verdict().sentence; });
        QCOMPARE(verdict, u"Assign gateway-os 2.4.0 to 5 targets"_s);
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible());
        QTRY_VERIFY(!targets().findChild<DropOverlay *>()->isVisible());
        QCOMPARE(actionCount(), before); // nothing is sent before it is applied
    }

    void anUnselectedRowTakesTheDropAlone()
    {
        clickRow(&targets(), 0);
        clickRow(&targets(), 2, Qt::ShiftModifier);
        QString verdict;
        drag(m_parts->window.get(), setPlace(u"gateway-os"_s, u"2.4.0"_s), targetPlace(7),
            [&] { verdict = targets().findChild<DropOverlay *>()->verdict().sentence; });
        const QString name = targets().model()->index(7, 1).data().toString();
        QCOMPARE(verdict, QString(u"Assign gateway-os 2.4.0 to "_s + name));
        QTRY_VERIFY(sheet() != nullptr);
        QCOMPARE(workspace().targets().picked().count, 3); // the selection stays
    }

    void targetsAreDraggedOntoASet()
    {
        clickRow(&targets(), 1);
        clickRow(&targets(), 3, Qt::ControlModifier);
        const QPoint set = setPlace(u"gateway-os"_s, u"2.4.0"_s);
        drag(m_parts->window.get(), targetPlace(3), set);
        QTRY_VERIFY(sheet() != nullptr && sheet()->isVisible());
    }

    void aSetThatCannotBeAssignedSaysWhy()
    {
        clickRow(&targets(), 0);
        QString verdict;
        drag(m_parts->window.get(), setPlace(u"sensor-fw"_s, u"1.0.0-beta"_s), targetPlace(0),
            [&] { verdict = targets().findChild<DropOverlay *>()->verdict().sentence; });
        QVERIFY2(verdict.startsWith(u"sensor-fw 1.0.0-beta is incomplete"_s), qPrintable(verdict));
        QTRY_VERIFY(!targets().findChild<DropOverlay *>()->isVisible());
        QVERIFY(sheet() == nullptr);
    }

    void theMenuOfARowSaysWhatCanBeDone()
    {
        clickRow(&targets(), 0);
        const auto menuAt = [](FleetTable &table, const QPoint &place) {
            const QPoint inside = table.viewport()->mapFrom(table.window(), place);
            QContextMenuEvent event(
                QContextMenuEvent::Mouse, inside, table.viewport()->mapToGlobal(inside));
            QCoreApplication::sendEvent(table.viewport(), &event);
            QMenu *menu = nullptr;
            for (QMenu *const each : table.findChildren<QMenu *>())
                menu = each->isVisible() ? each : menu;
            return menu;
        };
        const auto actionOf = [](QMenu *menu, const QString &text) -> QAction * {
            for (QAction *const action : menu->actions()) {
                if (action->text() == text)
                    return action;
            }
            return nullptr;
        };
        QMenu *menu = menuAt(targets(), targetPlace(0));
        QVERIFY(menu);
        QAction *assign = actionOf(menu, u"Assign..."_s);
        QVERIFY(assign && !assign->isEnabled());
        QCOMPARE(assign->toolTip(), u"Select a distribution set too."_s);
        QVERIFY(actionOf(menu, u"Cancel..."_s));
        auto *const details = workspace().findChild<DetailsPanel *>();
        QVERIFY(!details->isVisible());
        actionOf(menu, u"Details"_s)->trigger();
        QVERIFY(details->isVisible());
        menu->close();
        const QPoint set = setPlace(u"gateway-os"_s, u"2.4.0"_s);
        QTest::mouseClick(m_parts->window->windowHandle(), Qt::LeftButton, {}, set);
        menu = menuAt(sets(), set);
        QVERIFY(menu);
        assign = actionOf(menu, u"Assign..."_s);
        QVERIFY(assign && assign->isEnabled());
        // Where it is, as a search that can be changed.
        actionOf(menu, u"Show targets that have it installed"_s)->trigger();
        menu->close();
        auto *const edit = workspace().searchField()->findChild<QLineEdit *>();
        QTRY_COMPARE(edit->text(), u"installedds.name==gateway-os;installedds.version==2.4.0"_s);
        QTRY_VERIFY(targets().model()->rowCount() < 200);
        QVERIFY(edit->accessibleDescription().isEmpty()
            || !edit->accessibleDescription().contains(u"field"_s));
    }

    void aWrongQueryKeepsWhatWasTyped()
    {
        auto *const edit = workspace().searchField()->findChild<QLineEdit *>();
        QTest::keyClicks(edit, u"nosuchfield==1"_s);
        QTRY_VERIFY(!edit->accessibleDescription().isEmpty());
        QCOMPARE(edit->text(), u"nosuchfield==1"_s);
        edit->selectAll();
        QTest::keyClicks(edit, u"berlin gw"_s);
        QTRY_VERIFY(targets().model()->rowCount() > 0 && targets().model()->rowCount() < 200);
        QVERIFY(!edit->accessibleDescription().contains(u"field"_s));
    }

    void aChangeMadeElsewhereShows()
    {
        const QModelIndex name = targets().model()->index(2, 1);
        const QString id = workspace().targets().model().keyAt(2);
        m_parts->server.withFleet(
            [&id](Fleet &fleet) { fleet.targets.edit(id)->updateStatus = u"error"_s; });
        QTRY_COMPARE(name.siblingAtColumn(0).data().toString(), u"error"_s);
    }

    void countsFollowTheFleet()
    {
        const auto *const kinds = workspace().targets().findChild<SegmentedButton *>();
        const auto errors = [kinds] { return kinds->text(2).section(u' ', 1).toInt(); };
        QTRY_VERIFY(kinds->text(2).contains(u' '));
        const int before = errors();
        const QString id = workspace().targets().model().keyAt(2);
        m_parts->server.withFleet(
            [&id](Fleet &fleet) { fleet.targets.edit(id)->updateStatus = u"error"_s; });
        QTRY_COMPARE(errors(), before + 1);
    }

    void theTimelineFollowsTheSelection()
    {
        clickRow(&targets(), 0);
        clickRow(&targets(), 2, Qt::ShiftModifier);
        QTRY_COMPARE(workspace().timeline().view().laneCount(), 3);
        workspace().targets().selection().clearAll();
        QTRY_COMPARE(workspace().timeline().view().laneCount(), 0);
    }

    void theTimelineShowsWhatSomebodyElseAssigns()
    {
        clickRow(&targets(), 0);
        const QString id = workspace().targets().model().keyAt(0);
        m_parts->server.withFleet(
            [&id](Fleet &fleet) { fleet.targets.edit(id)->updateStatus = u"in_sync"_s; });
        QTRY_COMPARE(targets().model()->index(0, 0).data().toString(), u"in sync"_s);
        TimelineView &view = workspace().timeline().view();
        QTRY_VERIFY(view.laneCount() == 1 && !view.lane(0).isLoading);
        const int set = rowOf(*sets().model(), u"gateway-os"_s, u"2.3.1"_s);
        Result<AssignmentResult> assigned;
        const Call assignment = m_parts->client->send(
            assignDistributionSet(workspace().sets().model().itemAt(set)->id, { id }, {}),
            [&assigned](const Result<AssignmentResult> &result) { assigned = result; });
        QTRY_VERIFY(assigned && assigned->actionIds.size() == 1);
        QTRY_VERIFY(view.lane(0).action && view.lane(0).action->id == assigned->actionIds.first());
    }

    void everythingIsSelectedAsAQuery()
    {
        targets().setFocus();
        QTest::keySequence(&targets(), QKeySequence::SelectAll);
        QTRY_COMPARE(workspace().targets().picked().count, 200);
        QVERIFY(workspace().targets().picked().selection.filter.has_value());
    }
};

FALCONER_TEST(tst_deployworkspace)
#include "tst_deployworkspace.moc"
