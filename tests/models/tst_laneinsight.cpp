// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/laneinsight.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

TimelineLane laneOf(const DeviceHistory &history)
{
    return { .controllerId = history.name,
        .action = history.action,
        .statuses = history.statuses,
        .timeline = buildTimeline(history.action, history.statuses) };
}

QList<TimelineLane> fleet()
{
    QList<TimelineLane> lanes;
    for (const DeviceHistory &history : loadDeviceHistories(u"ddi-scripted-fleet-200"_s))
        lanes << laneOf(history);
    return lanes;
}

} // namespace

class tst_laneinsight : public Test {
    Q_OBJECT

private slots:
    void knowsWhatIsUsualAndWhatIsSlow()
    {
        FixedLanes lanes;
        lanes.setLanes(fleet());
        LaneInsight insight;
        QVERIFY(!insight.usual(StepKey::total())); // nothing learned yet
        insight.learn(lanes, LaneAlignment::FirstContact);
        const StepStatistics *const total = insight.usual(StepKey::total());
        QVERIFY(total);
        QVERIFY(total->p95);
        QVERIFY(!insight.isSlow(StepKey::total(), *total->p95));
        QVERIFY(insight.isSlow(StepKey::total(), *total->p95 + 1));
        QVERIFY(!insight.isSlow(StepKey::of(u"Never seen"_s), 1'000'000'000));
        QVERIFY(!insight.typical().isEmpty());
    }

    void aStepThatIsLongForOthersIsNotSilentYet()
    {
        QList<TimelineLane> slow = fleet();
        DeviceHistory history = loadDeviceHistories(u"ddi-scripted-fleet-200"_s).at(0);
        history.action.active = true;
        const QDateTime middle = slow.first().timeline.steps.last().start;
        erase_if(history.statuses,
            [&middle](const ActionStatus &status) { return status.reportedAt > middle; });
        FixedLanes lanes;
        lanes.setLanes({ laneOf(history) });
        const QDateTime now = lanes.lane(0).timeline.lastReport.addSecs(130);
        LaneInsight insight;
        insight.look(lanes, now);
        QCOMPARE(insight.attention(0).state, ActionState::Silent); // by the default
        QCOMPARE(insight.needsPerson(), 1);
        QCOMPARE(insight.keys().first().state, LaneState::NeedsPerson);
    }

    void aLaneWithoutAnActionNeedsNobody()
    {
        FixedLanes lanes;
        lanes.setLanes({ TimelineLane{ .controllerId = u"a"_s } });
        LaneInsight insight;
        insight.learn(lanes, LaneAlignment::WallClock);
        insight.look(lanes, QDateTime::currentDateTimeUtc());
        QCOMPARE(insight.needsPerson(), 0);
        QCOMPARE(insight.keys().first().state, LaneState::Unknown);
        QVERIFY(insight.steps().isEmpty());
    }
};

FALCONER_TEST(tst_laneinsight)
#include "tst_laneinsight.moc"
