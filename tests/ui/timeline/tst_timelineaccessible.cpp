// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/timeline/timelineview.h"

#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const QString rauc = u"rauc-hawkbit-updater-success"_s;
const QString tooBig = u"rauc-hawkbit-updater-failure-image-too-big-new-rauc"_s;

// The same device in the middle of a step, a moment after its last report.
TimelineLane runningLane()
{
    TimelineLane lane = recordedLane(rauc);
    lane.action->active = true;
    lane.action->status = u"running"_s;
    while (!lane.statuses.isEmpty()) {
        lane.statuses.removeFirst();
        lane.timeline = buildTimeline(*lane.action, lane.statuses);
        if (lane.timeline.currentStep() >= 0)
            break;
    }
    return lane;
}

struct Stage {
    explicit Stage(const QList<TimelineLane> &shown, Clock clock = afterRecordings)
        : view(std::move(clock))
    {
        view.resize(900, 200);
        view.show();
        lanes.setLanes(shown);
        view.setLanes(lanes);
        list = QAccessible::queryAccessibleInterface(&view);
    }

    QString nameOf(int lane) const { return list->child(lane)->text(QAccessible::Name); }

    FixedLanes lanes;
    TimelineView view;
    QAccessibleInterface *list = nullptr;
};

} // namespace

class tst_timelineaccessible : public Test {
    Q_OBJECT

private slots:
    void everyLaneIsAChildInWords()
    {
        const Stage stage({ recordedLane(rauc), recordedLane(tooBig),
            TimelineLane{ .controllerId = u"dev-7"_s, .targetName = {} } });
        QVERIFY(stage.list);
        QCOMPARE(stage.list->role(), QAccessible::List);
        QCOMPARE(stage.list->text(QAccessible::Name), u"Install timeline"_s);
        QCOMPARE(stage.list->childCount(), 3);
        QCOMPARE(stage.list->child(0)->role(), QAccessible::ListItem);
        QVERIFY2(stage.nameOf(0).startsWith(rauc), qPrintable(stage.nameOf(0)));
        QVERIFY2(stage.nameOf(0).endsWith(u"finished in 14 s"_s), qPrintable(stage.nameOf(0)));
        QVERIFY2(stage.nameOf(1).contains(u"failed: Slot (12 MiB) is too small"_s),
            qPrintable(stage.nameOf(1)));
        QCOMPARE(stage.nameOf(2), u"dev-7: no action yet"_s);
        QCOMPARE(stage.list->child(2)->text(QAccessible::Description),
            u"nothing was ever assigned to it"_s);
        QVERIFY(!stage.list->child(3));
        QVERIFY(!stage.list->child(-1));
        for (int lane = 0; lane < 3; ++lane) {
            QCOMPARE(stage.list->indexOfChild(stage.list->child(lane)), lane);
            QCOMPARE(stage.list->child(lane)->parent(), stage.list);
        }
    }

    void aRunningLaneNamesItsStep()
    {
        const TimelineLane lane = runningLane();
        const QString step = lane.timeline.steps[lane.timeline.currentStep()].name;
        const Stage stage({ lane }, [at = lane.timeline.lastReport] { return at.addSecs(1); });
        QVERIFY2(stage.nameOf(0).contains(u"running: "_s + step), qPrintable(stage.nameOf(0)));
    }

    void lanesAreWhereTheyAreDrawn()
    {
        QList<TimelineLane> lanes;
        for (int i = 0; i < 20; ++i)
            lanes << recordedLane(rauc);
        const Stage stage(lanes);
        const QRect second = stage.list->child(1)->rect();
        QCOMPARE(
            second.topLeft(), stage.view.viewport()->mapToGlobal(stage.view.laneRect(1).topLeft()));
        QCOMPARE(second.size(), stage.view.laneRect(1).size());
        QCOMPARE(
            stage.list->childAt(second.center().x(), second.center().y()), stage.list->child(1));
        QVERIFY(!stage.list->child(1)->state().offscreen);
        QVERIFY(stage.list->child(19)->state().offscreen);
    }

    void theCurrentLaneIsSelectedAndCanBeChosen()
    {
        Stage stage({ recordedLane(rauc), recordedLane(tooBig) });
        QVERIFY(stage.list->child(0)->state().selected);
        QVERIFY(!stage.list->child(1)->state().selected);
        QVERIFY(stage.list->child(1)->state().selectable);
        QAccessibleActionInterface *const action = stage.list->child(1)->actionInterface();
        QVERIFY(action);
        action->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(stage.view.currentLane(), 1);
        QVERIFY(stage.list->child(1)->state().selected);
        QVERIFY(!stage.list->child(0)->state().selected);
    }

    // A screen reader may hold a lane that is no more.
    void aLaneThatWentIsInvalid()
    {
        Stage stage({ recordedLane(rauc), recordedLane(tooBig) });
        QAccessibleInterface *const second = stage.list->child(1);
        QVERIFY(second->isValid());
        stage.lanes.setLanes({ recordedLane(rauc) });
        QCOMPARE(stage.list->childCount(), 1);
        QVERIFY(!second->isValid());
        QVERIFY(second->state().invalid);
        QCOMPARE(second->text(QAccessible::Name), QString());
        QCOMPARE(second->rect(), QRect());
        stage.lanes.setLanes({ recordedLane(rauc), recordedLane(tooBig) });
        QVERIFY(second->isValid());
    }
};

FALCONER_TEST(tst_timelineaccessible)
#include "tst_timelineaccessible.moc"
