// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/fleetlanes.h"
#include "tests/support/hand.h"
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/compare/attentionpanel.h"
#include "ui/compare/groupview.h"
#include "ui/shared/emptystate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Shown {
    explicit Shown(int seconds, int most = 3)
    {
        panel.resize(460, 420);
        panel.show();
        if (!QTest::qWaitForWindowExposed(&panel))
            qFatal("no window");
        panel.setLanes(fleetLanes(seconds, most), fleetStart().addSecs(seconds));
    }

    QModelIndex head(ActionState state) const
    {
        const QAbstractItemModel &model = *panel.view().model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            if (index.data(AttentionList::StateRole).value<ActionState>() == state)
                return index;
        }
        return {};
    }

    void click(const QModelIndex &index, Qt::KeyboardModifiers modifiers = {})
    {
        panel.view().scrollTo(index);
        QTest::mouseClick(
            panel.windowHandle(), Qt::LeftButton, modifiers, placeOf(panel.view(), index));
    }

    AttentionPanel panel;
};

TimelineLane canceling(TimelineLane lane)
{
    lane.action->status = u"canceling"_s;
    return lane;
}

} // namespace

class tst_attentionpanel : public Test {
    Q_OBJECT

private slots:
    void whatNeedsAPersonIsOpenAndFirst()
    {
        Shown shown(400);
        const QAbstractItemModel &model = *shown.panel.view().model();
        QVERIFY(model.rowCount() > 1);
        const QModelIndex first = model.index(0, 0);
        QVERIFY(first.data(AttentionList::NeedsPersonRole).toBool());
        QVERIFY(shown.panel.view().isExpanded(first));
        QVERIFY(shown.panel.summary().contains(u"need(s) a person."_s));
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex head = model.index(row, 0);
            QCOMPARE(shown.panel.view().isExpanded(head),
                head.data(AttentionList::NeedsPersonRole).toBool());
        }
    }

    // What whoever draws the lanes has learned is not learned once more.
    void anInsightIsShared()
    {
        const auto all = fixed(fleetLanes(45));
        QList<TimelineLane> few = fleetLanes(45);
        erase_if(few, [](const TimelineLane &lane) {
            return !lane.timeline.isRunning() || lane.timeline.steps.isEmpty();
        });
        few.resize(2); // too few to tell what is usual
        const QDateTime now = fleetStart().addSecs(45);
        LaneInsight insight;
        insight.learn(*all, LaneAlignment::InstallStart);
        insight.look(*fixed(few), now);
        QCOMPARE(insight.learned(), 1);
        const auto usualIn = [&few, &now](const LaneInsight *shared) {
            AttentionPanel panel;
            if (shared)
                panel.setInsight(*shared);
            panel.resize(700, 300);
            panel.show();
            panel.setLanes(few, now);
            panel.view().selectAll();
            panel.copy();
            return QGuiApplication::clipboard()->text().contains(u"usual is"_s);
        };
        QVERIFY(usualIn(&insight));
        QVERIFY(!usualIn(nullptr));
    }

    void nothingSelectedNothingToDo()
    {
        Shown shown(400);
        for (const RecoveryKind kind : { RecoveryKind::Cancel, RecoveryKind::Force,
                 RecoveryKind::ForceQuit, RecoveryKind::AssignAgain }) {
            QVERIFY(!shown.panel.button(kind)->isEnabled());
            QCOMPARE(shown.panel.button(kind)->toolTip(), u"Select targets first."_s);
        }
    }

    void oneDeviceIsCancelled()
    {
        Shown shown(400);
        const QSignalSpy chosen(&shown.panel, &AttentionPanel::deviceChosen);
        const QSignalSpy wanted(&shown.panel, &AttentionPanel::recoverRequested);
        const QModelIndex item
            = shown.panel.view().model()->index(0, 0, shown.panel.view().model()->index(0, 0));
        const QString device = item.data(DevicesRole).toStringList().value(0);
        shown.click(item);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), device);
        QVERIFY(shown.panel.button(RecoveryKind::Cancel)->isEnabled());
        QVERIFY(!shown.panel.button(RecoveryKind::ForceQuit)->isEnabled());
        QCOMPARE(shown.panel.button(RecoveryKind::ForceQuit)->toolTip(),
            u"Force-quit ends only what is being cancelled: cancel first."_s);
        clickAt(shown.panel.button(RecoveryKind::Cancel));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<RecoveryKind>(), RecoveryKind::Cancel);
        QCOMPARE(wanted[0][1].toStringList(), QStringList{ device });
        // One act, whether it is being cancelled or not.
        clickAt(shown.panel.button(RecoveryKind::AssignAgain));
        QCOMPARE(wanted[1][0].value<RecoveryKind>(), RecoveryKind::AssignAgain);
        QCOMPARE(wanted[1][1].toStringList(), QStringList{ device });
    }

    void aHeadStandsForAllBelow()
    {
        Shown shown(400, 0);
        const QModelIndex head = shown.panel.view().model()->index(0, 0);
        const QStringList devices = head.data(DevicesRole).toStringList();
        QVERIFY(devices.size() > 3);
        const QSignalSpy wanted(&shown.panel, &AttentionPanel::recoverRequested);
        shown.click(head);
        clickAt(shown.panel.button(RecoveryKind::Cancel));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][1].toStringList(), devices);
    }

    void onlyThoseThatTheServerAcceptsAreAsked()
    {
        QList<TimelineLane> lanes = fleetLanes(400, 3);
        erase_if(lanes, [](const TimelineLane &lane) { return !lane.timeline.isRunning(); });
        lanes[1] = canceling(lanes[1]);
        AttentionPanel panel;
        panel.resize(460, 420);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.setLanes(lanes, fleetStart().addSecs(400));
        panel.view().expandAll();
        panel.view().selectAll();
        const QSignalSpy wanted(&panel, &AttentionPanel::recoverRequested);
        const QPushButton &quit = *panel.button(RecoveryKind::ForceQuit);
        QVERIFY(quit.isEnabled());
        QVERIFY(quit.toolTip().endsWith(u": 1 of %1 selected"_s.arg(lanes.size())));
        clickAt(panel.button(RecoveryKind::ForceQuit));
        QCOMPARE(wanted[0][1].toStringList(), QStringList{ lanes[1].controllerId });
        clickAt(panel.button(RecoveryKind::Cancel));
        QCOMPARE(wanted[1][1].toStringList().size(), lanes.size() - 1);
    }

    void whoMayNotIsToldSo()
    {
        Shown shown(400);
        ServerFacts facts;
        facts.user.username = u"viewer"_s;
        facts.user.permissions = QStringList{ u"READ_TARGET"_s };
        shown.panel.setServer(facts);
        shown.click(shown.panel.view().model()->index(0, 0));
        QVERIFY(!shown.panel.button(RecoveryKind::Cancel)->isEnabled());
        QVERIFY(
            shown.panel.button(RecoveryKind::Cancel)->toolTip().startsWith(u"viewer may not"_s));
    }

    void aSelectionSurvivesAnotherState()
    {
        QList<TimelineLane> lanes = fleetLanes(400, 3);
        Shown shown(400);
        const QModelIndex head = shown.panel.view().model()->index(0, 0);
        const QModelIndex item = shown.panel.view().model()->index(0, 0, head);
        const QStringList device = item.data(DevicesRole).toStringList();
        shown.click(item);
        for (TimelineLane &lane : lanes) {
            if (lane.controllerId == device.first())
                lane.timeline.cancelRequested = true;
        }
        shown.panel.setLanes(lanes, fleetStart().addSecs(401));
        QVERIFY(shown.head(ActionState::CancelNotConfirmed).isValid());
        QCOMPARE(shown.panel.view().selectedDevices(), device);
    }

    void copiesWhatIsSelected()
    {
        Shown shown(400);
        const QModelIndex head = shown.panel.view().model()->index(0, 0);
        const QModelIndex item = shown.panel.view().model()->index(0, 0, head);
        shown.click(item);
        QTest::keyClick(&shown.panel.view(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[1].startsWith(u"Silent\t"_s + item.data().toString() + u'\t'));
    }

    void nobodyIsNeeded()
    {
        AttentionPanel panel;
        panel.resize(460, 300);
        panel.show();
        panel.setLanes({ recordedLane(u"swupdate-success"_s) }, afterRecordings());
        const auto *const empty = panel.findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->sentence(), u"Nothing runs, nobody is needed"_s);
    }

    void theKeyboardDoesItToo()
    {
        Shown shown(400);
        const QSignalSpy chosen(&shown.panel, &AttentionPanel::deviceChosen);
        shown.panel.view().setFocus();
        QTest::keyClick(&shown.panel.view(), Qt::Key_Home);
        QTest::keyClick(&shown.panel.view(), Qt::Key_Down);
        QTest::keyClick(&shown.panel.view(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QTest::keyClick(&shown.panel.view(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(shown.panel.view().selectedDevices().size(), 2);
    }
};

FALCONER_TEST(tst_attentionpanel)
#include "tst_attentionpanel.moc"
