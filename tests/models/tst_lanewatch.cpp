// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lanewatch.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const QString success = u"rauc-hawkbit-updater-success"_s;
const QString failure = u"rauc-hawkbit-updater-failure-image-too-big-new-rauc"_s;

TimelineLane whole(const QString &file)
{
    const DeviceHistory history = loadDeviceHistory(file);
    return { .controllerId = file,
        .action = history.action,
        .statuses = history.statuses,
        .timeline = buildTimeline(history.action, history.statuses) };
}

// Before its last reports came.
TimelineLane running(const QString &file)
{
    TimelineLane lane = whole(file);
    lane.action->active = true;
    lane.action->status = u"running"_s;
    lane.statuses.remove(0, 4); // the newest ones
    lane.timeline = buildTimeline(*lane.action, lane.statuses);
    return lane;
}

// As many devices as a p95 needs, that took a hundred times as long.
QList<TimelineLane> slowOnes()
{
    const TimelineLane quick = whole(success);
    const QDateTime begin = quick.timeline.assignedAt;
    QList<TimelineLane> lanes;
    for (int i = 0; i < 20; ++i) {
        TimelineLane lane = quick;
        lane.controllerId = u"slow-%1"_s.arg(i);
        for (ActionStatus &status : lane.statuses)
            status.reportedAt = begin.addMSecs(100 * begin.msecsTo(status.reportedAt));
        lane.timeline = buildTimeline(*lane.action, lane.statuses);
        lanes << lane;
    }
    return lanes;
}

struct Stage {
    Stage()
    {
        QObject::connect(
            &watch, &LaneWatch::happened, &watch, [this](const auto &told) { news += told; });
    }

    FixedLanes lanes;
    QDateTime now = running(success).timeline.lastReport.addSecs(1);
    LaneWatch watch{ lanes, [this] { return now; } };
    QList<LaneNews> news;
};

} // namespace

class tst_lanewatch : public Test {
    Q_OBJECT

private slots:
    void anEndIsNewsAnOldOneIsNot()
    {
        Stage stage;
        stage.lanes.setLanes({ running(success), whole(failure) });
        QVERIFY(stage.news.isEmpty());
        stage.lanes.setLanes({ whole(success), whole(failure) });
        QCOMPARE(stage.news, QList<LaneNews>({ { LaneNews::Kind::Finished, success, {} } }));
        stage.lanes.setLanes({ whole(success), whole(failure) });
        QCOMPARE(stage.news.size(), 1); // told once
    }

    void aFailureTellsItsCause()
    {
        Stage stage;
        stage.lanes.setLanes({ running(failure) });
        stage.lanes.setLanes({ whole(failure) });
        QCOMPARE(stage.news.size(), 1);
        QCOMPARE(stage.news.first().kind, LaneNews::Kind::Failed);
        QVERIFY(stage.news.first().cause.contains(u"too small"_s));
    }

    void silenceAndReturnAreNews()
    {
        Stage stage;
        stage.lanes.setLanes({ running(success) });
        stage.now = stage.now.addSecs(600);
        stage.watch.look(); // nothing came, that is the news
        QCOMPARE(stage.news.size(), 1);
        QCOMPARE(stage.news.last().kind, LaneNews::Kind::NeedsAttention);
        stage.watch.look();
        QCOMPARE(stage.news.size(), 1);
        stage.now = stage.now.addSecs(-600);
        stage.watch.look();
        QCOMPARE(stage.news.last().kind, LaneNews::Kind::Returned);
    }

    void whatTakesOthersAsLongIsNoSilence()
    {
        FixedLanes others;
        others.setLanes(slowOnes());
        LaneInsight insight;
        insight.learn(others, LaneAlignment::InstallStart);
        Stage stage;
        stage.watch.setInsight(insight);
        stage.lanes.setLanes({ running(success) });
        stage.now = stage.now.addSecs(130); // too long by the default
        stage.watch.look();
        QVERIFY(stage.news.isEmpty());
    }

    void toBeJudgedMoreKindlyIsNoReturn()
    {
        LaneInsight insight;
        Stage stage;
        stage.watch.setInsight(insight);
        stage.lanes.setLanes({ running(success) });
        stage.now = stage.now.addSecs(130);
        stage.watch.look();
        QCOMPARE(stage.news.size(), 1);
        QCOMPARE(stage.news.last().kind, LaneNews::Kind::NeedsAttention);
        FixedLanes others;
        others.setLanes(slowOnes());
        insight.learn(others, LaneAlignment::InstallStart);
        stage.watch.look();
        stage.watch.look();
        QCOMPARE(stage.news.size(), 1);
    }

    void aLaneThatIsReadAnewIsNotForgotten()
    {
        Stage stage;
        stage.lanes.setLanes({ running(success) });
        TimelineLane loading = running(success);
        loading.isLoading = true;
        loading.statuses.clear();
        stage.lanes.setLanes({ loading });
        stage.lanes.setLanes({ whole(success) });
        QCOMPARE(stage.news.size(), 1);
        // Another selection and back: seen for the first time again.
        stage.lanes.setLanes({});
        stage.lanes.setLanes({ whole(success) });
        QCOMPARE(stage.news.size(), 1);
    }
};

FALCONER_TEST(tst_lanewatch)
#include "tst_lanewatch.moc"
