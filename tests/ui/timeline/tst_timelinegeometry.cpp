// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"
#include "ui/timeline/timelinegeometry.h"
#include "ui/timeline/timenavigator.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QStringList namesOf(const Timeline &timeline, const QList<Bar> &bars, BarKind kind)
{
    QStringList names;
    for (const Bar &bar : bars) {
        if (bar.kind == kind)
            names << (bar.step < 0 ? u"phase"_s : timeline.steps[bar.step].name);
    }
    return names;
}

Bar barOf(BarKind kind, qint64 start, qint64 end)
{
    return { .kind = kind, .startMs = start, .endMs = end, .step = 0 };
}

} // namespace

class tst_timelinegeometry : public Test {
    Q_OBJECT

private slots:
    void timeToPixelAndBack()
    {
        const TimeScale scale{ .startMs = 5'000, .msPerPixel = 20 };
        QCOMPARE(scale.x(5'000), 0.0);
        QCOMPARE(scale.x(7'000), 100.0);
        QCOMPARE(scale.time(scale.x(123'456)), 123'456.0);
    }

    void zoomKeepsTheMomentUnderThePointer()
    {
        TimeScale scale{ .startMs = 5'000, .msPerPixel = 20 };
        const double moment = scale.time(137);
        for (const double factor : { 1.25, 0.1, 30.0, 1e9, 1e-9 }) {
            scale = scale.zoomed(factor, 137);
            QVERIFY(qAbs(scale.time(137) - moment) < 1);
            QVERIFY(scale.msPerPixel >= TimeScale::leastMsPerPixel);
            QVERIFY(scale.msPerPixel <= TimeScale::mostMsPerPixel);
        }
    }

    void everythingFits()
    {
        const TimeScale scale = TimeScale::fitting(0, 240'000, 1'000, 170);
        QVERIFY(scale.x(0) > 0);
        QVERIFY(scale.x(240'000) <= 1'000 - 170 + 1);
        QVERIFY(TimeScale::fitting(0, 0, 10, 170).msPerPixel > 0); // no room, nothing to show
    }

    void gridLinesCountAsPeopleDo()
    {
        const auto grid
            = [](double msPerPixel) { return TimeScale{ .msPerPixel = msPerPixel }.gridMs(100); };
        QCOMPARE(grid(1), 100);
        QCOMPARE(grid(100), 10'000);
        QCOMPARE(grid(250), 30'000);
        QCOMPARE(grid(5'000), 600'000);
        QCOMPARE(grid(TimeScale::mostMsPerPixel), 28 * 24 * 3'600'000LL);
    }

    void raucsStepsLieInTwoRows()
    {
        const DeviceHistory history = loadDeviceHistory(u"rauc-hawkbit-updater-success"_s);
        const Timeline timeline = buildTimeline(history.action, history.statuses);
        const QList<Bar> bars = barsOf(timeline, timeline.outcome.at);
        QCOMPARE(namesOf(timeline, bars, BarKind::Download), QStringList({ u"phase"_s }));
        QCOMPARE(namesOf(timeline, bars, BarKind::Outer),
            QStringList({ u"Determining slot states"_s, u"Checking bundle"_s,
                u"Checking manifest contents"_s, u"Determining target install group"_s,
                u"Updating slots"_s }));
        QCOMPARE(namesOf(timeline, bars, BarKind::Inner).size(), 5);
    }

    void theInnermostFailureIsTheOneToSee()
    {
        const DeviceHistory history
            = loadDeviceHistory(u"rauc-hawkbit-updater-failure-image-too-big"_s);
        const Timeline timeline = buildTimeline(history.action, history.statuses);
        QStringList failed;
        for (const Bar &bar : barsOf(timeline, timeline.outcome.at)) {
            if (bar.failed && bar.step >= 0)
                failed << timeline.steps[bar.step].name;
        }
        QCOMPARE(failed, QStringList({ u"Copying image to rootfs.1"_s }));
    }

    void aSilentDeviceEndsWithItsLastReport()
    {
        DeviceHistory history = loadDeviceHistory(u"rauc-hawkbit-updater-slow-hook"_s);
        history.action.active = true;
        history.statuses.remove(0, 4); // the end has not come yet
        const Timeline timeline = buildTimeline(history.action, history.statuses);
        QVERIFY(timeline.isRunning());
        const QDateTime last = timeline.lastReport;
        const auto openBar = [&](qint64 ms, bool silent) {
            const QList<Bar> bars = barsOf(timeline, last.addMSecs(ms), silent);
            return *std::ranges::find_if(
                bars, [](const Bar &bar) { return bar.end != BarEnd::Closed; });
        };
        QCOMPARE(openBar(119'999, false).end, BarEnd::Running);
        QCOMPARE(openBar(119'999, false).endMs, last.toMSecsSinceEpoch() + 119'999);
        QCOMPARE(openBar(120'001, true).end, BarEnd::Silent);
        QCOMPARE(openBar(120'001, true).endMs, last.toMSecsSinceEpoch());
        // What counts as silent is what needs somebody.
        const auto silentAfter = [&](qint64 ms) {
            return isSilent(
                timeline, attentionOf({ history.action, timeline }, {}, last.addMSecs(ms)));
        };
        QVERIFY(!silentAfter(119'999));
        QVERIFY(silentAfter(120'001));
    }

    void aLaneThatHasNotComeSoFarLiesBeforeTheZero()
    {
        DeviceHistory history = loadDeviceHistory(u"rauc-hawkbit-updater-success"_s);
        const Timeline whole = buildTimeline(history.action, history.statuses);
        const QDateTime install = laneOrigin(whole, LaneAlignment::InstallStart);
        erase_if(history.statuses,
            [&install](const ActionStatus &status) { return status.reportedAt >= install; });
        history.action.active = true;
        const Timeline timeline = buildTimeline(history.action, history.statuses);
        const QDateTime now = install.addSecs(5);
        QCOMPARE(laneZero(timeline, LaneAlignment::InstallStart, now), now.toMSecsSinceEpoch());
        QCOMPARE(laneZero(whole, LaneAlignment::InstallStart, now), install.toMSecsSinceEpoch());
        QCOMPARE(laneZero(whole, LaneAlignment::WallClock, now), 0);
    }

    void bothHeightsHoldTheirBars()
    {
        for (const LaneMetrics &metrics : { detailedLane, compactLane }) {
            const QList<PlacedBar> placed = placeBars(
                { barOf(BarKind::Outer, 0, 5'000), barOf(BarKind::Inner, 1'000, 2'000) }, 0,
                { .startMs = 0, .msPerPixel = 10 }, 800, metrics);
            QCOMPARE(placed.size(), 2);
            QVERIFY(placed[0].rect.top() >= 0);
            QVERIFY(placed[0].rect.bottom() <= placed[1].rect.top());
            QVERIFY(placed[1].rect.bottom() < metrics.height);
        }
    }

    void shortBarsAreSeenAndMergedHonestly()
    {
        QList<Bar> bars;
        for (int i = 0; i < 1'000; ++i)
            bars << barOf(BarKind::Inner, i, i + 1);
        bars << barOf(BarKind::Inner, 50'000, 60'000) << barOf(BarKind::Outer, 0, 1);
        const TimeScale scale{ .startMs = 0, .msPerPixel = 100 };
        const QList<PlacedBar> placed = placeBars(bars, 0, scale, 800);
        QVERIFY(placed.size() < 12);
        int steps = 0;
        for (const PlacedBar &bar : placed) {
            steps += bar.count;
            QVERIFY(bar.rect.width() > LaneMetrics::leastBarWidth - 0.01);
        }
        QCOMPARE(steps, 1'002); // none is lost
    }

    void whatIsOutOfSightIsLeftOut()
    {
        const TimeScale scale{ .startMs = 10'000, .msPerPixel = 10 };
        const QList<Bar> bars{ barOf(BarKind::Outer, 0, 5'000),
            barOf(BarKind::Outer, 5'000, 15'000), barOf(BarKind::Outer, 50'000, 60'000) };
        const QList<PlacedBar> placed = placeBars(bars, 0, scale, 800);
        QCOMPARE(placed.size(), 1);
        QCOMPARE(placed.first().bar.startMs, 5'000);
    }

    void finding()
    {
        const TimeScale scale{ .startMs = 0, .msPerPixel = 10 };
        const QList<PlacedBar> placed
            = placeBars({ barOf(BarKind::Outer, 0, 5'000), barOf(BarKind::Inner, 1'000, 2'000) }, 0,
                scale, 800);
        QCOMPARE(barAt(placed, { 150, detailedLane.outerTop + 2 }), 0);
        QCOMPARE(barAt(placed, { 150, detailedLane.innerTop + 2 }), 1);
        QCOMPARE(barAt(placed, { 300, detailedLane.innerTop + 5 }), -1);
    }

    void followsUntilSomebodyMoves()
    {
        TimeNavigator navigator;
        navigator.setExtent(0, 60'000, 1'000);
        const TimeScale before = navigator.scale();
        navigator.setExtent(0, 120'000, 1'000);
        QVERIFY(navigator.scale() != before);
        navigator.zoom(2, 300);
        const TimeScale chosen = navigator.scale();
        navigator.setExtent(0, 240'000, 1'000);
        QCOMPARE(navigator.scale(), chosen);
        navigator.showEnd();
        navigator.setExtent(0, 360'000, 1'000);
        QCOMPARE(navigator.scale().msPerPixel, chosen.msPerPixel);
        QVERIFY(navigator.scale().x(360'000) < 1'000);
        navigator.showAll();
        QCOMPARE(navigator.follow(), TimeNavigator::Follow::All);
        QVERIFY(navigator.scale().x(0) > 0);
    }
};

FALCONER_TEST(tst_timelinegeometry)
#include "tst_timelinegeometry.moc"
