// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/actions/actionsstage.h"
#include "ui/plan/recoverysheet.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/tableheader.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>

using namespace falconer;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Wire)

// The workspace with real clicks, on a simulated fleet whose devices stay quiet.
class tst_actionsworkspace : public Test {
    Q_OBJECT

    enum Columns { State, Target, Set, Type, Started };

    static void wires()
    {
        QTest::addColumn<Wire>("wire");
        QTest::newRow("1.0.4") << Wire::V1_0_4;
        QTest::newRow("0.9.0") << Wire::V0_9_0;
    }

    static void type(const ActionsStage &stage, const QString &text)
    {
        auto *const edit = stage.workspace->searchField()->findChild<QLineEdit *>();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

private slots:
    void hiddenItAsksForNothing()
    {
        ActionsStage stage;
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        stage.select(0, 3);
        QTRY_COMPARE(stage.lanes().laneCount(), 4);
        QTRY_VERIFY(stage.areLanesRead());
        QTRY_VERIFY(stage.kinds().text(int(ActionKind::Finished)).contains(u' '));

        stage.hide();
        const qint64 hidden = stage.sent();
        for (int i = 0; i < 20; ++i) {
            stage.feed->tick();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        }
        QCOMPARE(stage.sent(), hidden);

        // Seen again it is as it was, and as the server is now.
        const qint64 id = stage.pane().model().itemAt(1)->id;
        stage.server.withFleet(
            [id](Fleet &fleet) { fleet.actions.find(id)->status = u"warning"_s; });
        stage.open();
        QCOMPARE(stage.pane().pickedCount(), 4);
        QTRY_COMPARE(stage.texts(State, 2).constLast(), u"warning"_s);
    }

    void unseenItIsNotEvenBegun()
    {
        ActionsStage stage;
        ServerFacts facts = stage.session->facts();
        Feed feed(stage.session->client());
        const qint64 before = stage.sent();
        ActionsWorkspace unseen(
            { stage.session->client(), feed, facts,
                { .profile = u"Test"_s, .journal = &stage.journal }, stage.settings },
            &QDateTime::currentDateTimeUtc);
        feed.tick();
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
        QCOMPARE(stage.sent(), before);
    }

    void theNewestComeFirst_data() { wires(); }
    void theNewestComeFirst()
    {
        QFETCH(Wire, wire);
        ActionsStage stage(wire);
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        QCOMPARE(stage.rows(), stage.actionsThatAre({}));
        for (int row = 1; row < 20; ++row)
            QVERIFY(
                stage.pane().model().itemAt(row)->id < stage.pane().model().itemAt(row - 1)->id);
        QVERIFY(stage.texts(Set, 1).constFirst().contains(u' '));
    }

    void kindsNarrowTheRows_data() { wires(); }
    void kindsNarrowTheRows()
    {
        QFETCH(Wire, wire);
        ActionsStage stage(wire);
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        const int failed = stage.actionsThatAre(u"error"_s);
        QVERIFY(failed > 0);
        QTRY_COMPARE(stage.kinds().text(int(ActionKind::Failed)), u"failed %1"_s.arg(failed));
        stage.choose(ActionKind::Failed);
        QTRY_COMPARE(stage.rows(), failed);
        QTRY_VERIFY(stage.isAtRest());
        QCOMPARE(stage.texts(State, failed), QStringList(failed, u"failed"_s));
        stage.choose(ActionKind::Finished);
        QTRY_COMPARE(stage.rows(), stage.actionsThatAre(u"finished"_s));
    }

    void typesOfSetsNarrowTheRows_data() { wires(); }
    void typesOfSetsNarrowTheRows()
    {
        QFETCH(Wire, wire);
        ActionsStage stage(wire);
        stage.open();
        auto *const types = stage.pane().findChild<QComboBox *>(u"type"_s);
        QVERIFY(!types->isEnabled()); // until they are known
        QVERIFY(!types->toolTip().isEmpty());
        QTRY_VERIFY(stage.isAtRest());
        QTRY_VERIFY(types->isEnabled());
        const int all = stage.rows();
        int found = 0;
        int narrower = 0;
        for (int i = 1; i < types->count(); ++i) {
            QTest::keyClick(types, Qt::Key_Down);
            QCOMPARE(types->currentIndex(), i);
            const int expected = stage.actionsOfSetType(types->itemData(i).toLongLong());
            QTRY_COMPARE(stage.rows(), expected);
            found += expected;
            narrower += expected > 0 && expected < all;
        }
        QCOMPARE(found, all); // each action is of one type
        QVERIFY(narrower > 0);
        QTest::keyClick(types, Qt::Key_Home);
        QTRY_COMPARE(stage.rows(), all);
    }

    void wordsFindTargetsAndSets()
    {
        ActionsStage stage;
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        const QString id = stage.pane().model().itemAt(0)->controllerId;
        type(stage, id);
        QTRY_VERIFY(stage.isAtRest() && stage.texts(Target, 500) == QStringList(stage.rows(), id));
        type(stage, u"gateway-os 2.4.0"_s);
        QTRY_VERIFY(
            stage.isAtRest() && stage.texts(Set, 3) == QStringList(3, u"gateway-os 2.4.0"_s));
    }

    void aWrongQueryIsExplained()
    {
        ActionsStage stage;
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        auto *const edit = stage.workspace->searchField()->findChild<QLineEdit *>();
        type(stage, u"nosuchfield==1"_s);
        QTRY_VERIFY(!edit->accessibleDescription().isEmpty());
        type(stage, u"nothing-is-called-so"_s);
        QTRY_VERIFY(stage.table().emptyState().isVisible());
        QCOMPARE(stage.table().emptyState().sentence(), u"No action matches"_s);
        QTest::mouseClick(stage.table().emptyState().findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(stage.rows(), stage.actionsThatAre({}));
        QVERIFY(edit->text().isEmpty());
    }

    void aHeaderSorts_data() { wires(); }
    void aHeaderSorts()
    {
        QFETCH(Wire, wire);
        ActionsStage stage(wire);
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        TableHeader &header = stage.table().header();
        const auto click = [&](int column) {
            QTest::mouseClick(header.viewport(), Qt::LeftButton, {},
                QPoint(header.sectionViewportPosition(column) + 20, header.height() / 2));
        };
        click(Started); // once more: the oldest first
        QTRY_VERIFY(stage.isAtRest()
            && stage.pane().model().itemAt(0)->id < stage.pane().model().itemAt(1)->id);
        click(Set); // no server sorts by that
        QCOMPARE(stage.pane().model().sortOrder().field, u"id"_s);
        click(State);
        QTRY_VERIFY(
            stage.isAtRest() && stage.pane().model().sortOrder().field.contains(u"status"_s));
        QTRY_VERIFY(!stage.pane().model().loadError());
    }

    void agesNeedANewServer()
    {
        ActionsStage old(Wire::V0_9_0);
        old.open();
        auto *const oldAge = old.pane().findChild<QComboBox *>(u"age"_s);
        QVERIFY(!oldAge->isEnabled());
        QVERIFY(oldAge->toolTip().contains(u"0.10"_s));

        ActionsStage stage;
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        const int all = stage.rows();
        auto *const age = stage.pane().findChild<QComboBox *>(u"age"_s);
        QTest::keyClick(age, Qt::Key_End); // over 90 days old
        QTRY_VERIFY(stage.rows() < all);
        QVERIFY(stage.pane().model().filter().contains(u"createdat=lt="_s));
    }

    void theMenuOfARowSearches()
    {
        ActionsStage stage;
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        const Action action = *stage.pane().model().itemAt(2);
        const QPoint place = placeOf(stage.table(), stage.table().model()->index(2, Target));
        const QPoint local = stage.table().viewport()->mapFrom(stage.window.get(), place);
        QContextMenuEvent event(QContextMenuEvent::Mouse, local, stage.window->mapToGlobal(place));
        QCoreApplication::sendEvent(stage.table().viewport(), &event);
        QTRY_VERIFY(stage.part<QMenu>({}));
        stage.part<QMenu>({})->actions().constFirst()->trigger();
        stage.part<QMenu>({})->close();
        QTRY_VERIFY(stage.isAtRest()
            && stage.texts(Target, 500) == QStringList(stage.rows(), action.controllerId));
        auto *const edit = stage.workspace->searchField()->findChild<QLineEdit *>();
        QVERIFY(edit->text().startsWith(u"target.controllerid=="_s));
    }

    void aSelectionShowsItsLanes()
    {
        ActionsStage stage;
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        clickRow(&stage.table(), 1);
        QTRY_COMPARE(stage.lanes().laneCount(), 1);
        const qint64 id = stage.pane().model().itemAt(1)->id;
        QTRY_VERIFY(stage.areLanesRead());
        QCOMPARE(stage.lanes().lane(0).action->id, id);
    }

    void cancelsManyAfterAsking_data() { wires(); }
    void cancelsManyAfterAsking()
    {
        QFETCH(Wire, wire);
        ActionsStage stage(wire);
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        QCOMPARE(stage.command(u"cancel"_s)->toolTip(), u"Select actions first."_s);
        stage.choose(ActionKind::Running);
        QTRY_VERIFY(stage.isAtRest() && stage.pane().model().itemAt(0)->active);
        stage.select(0, 2);
        QVERIFY(!stage.command(u"forceQuit"_s)->isEnabled());
        QVERIFY(stage.command(u"forceQuit"_s)->toolTip().contains(u"cancel first"_s));
        const int before = stage.actionsThatAre(u"canceling"_s);
        QTest::mouseClick(stage.command(u"cancel"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.line(u"allowed"_s).contains(u"stays active until the device agrees"_s));
        QCOMPARE(stage.actionsThatAre(u"canceling"_s), before); // nothing is sent before
        QTest::mouseClick(stage.part<QPushButton>(u"do"_s), Qt::LeftButton);
        QTRY_COMPARE(stage.actionsThatAre(u"canceling"_s), before + 3);
        QTRY_COMPARE(stage.journal.entries().size(), 1);
        // They run no longer.
        stage.choose(ActionKind::Canceling);
        QTRY_COMPARE(stage.rows(), before + 3);
    }

    void everythingThatMatchesIsForced()
    {
        ActionsStage stage;
        stage.server.withFleet([](Fleet &fleet) {
            for (auto &[id, action] : fleet.actions.rows())
                action.forceType = u"soft"_s;
        });
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        stage.choose(ActionKind::Running);
        QTRY_VERIFY(stage.isAtRest() && stage.pane().model().itemAt(0)->active);
        const int running = stage.rows();
        stage.table().setFocus();
        QTest::keySequence(&stage.table(), QKeySequence::SelectAll);
        QCOMPARE(stage.pane().pickedCount(), running);
        QTRY_VERIFY(stage.command(u"force"_s)->isEnabled());
        QTest::mouseClick(stage.command(u"force"_s), Qt::LeftButton);
        QTRY_VERIFY(stage.part<QPushButton>(u"do"_s));
        QCOMPARE(stage.part<QPushButton>(u"do"_s)->text(), u"Force %1 action(s)"_s.arg(running));
    }

    void aChangeMadeElsewhereShows()
    {
        ActionsStage stage;
        stage.open();
        QTRY_VERIFY(stage.isAtRest());
        const qint64 id = stage.pane().model().itemAt(2)->id;
        stage.server.withFleet([id](Fleet &fleet) {
            fleet.actions.find(id)->status = u"error"_s;
            fleet.actions.find(id)->active = false;
        });
        QTRY_COMPARE(stage.texts(State, 3).constLast(), u"failed"_s);
    }
};

FALCONER_TEST(tst_actionsworkspace)
#include "tst_actionsworkspace.moc"
