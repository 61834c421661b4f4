// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/percentcourse.h"
#include "services/analysis/typicalcourse.h"
#include "services/time/utc.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 base = 1'800'000'000'000;

QDateTime at(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(base + ms, inUtc);
}

// Comes 1 s after its assignment, begins the step after a pause, and takes so long for it.
DeviceTimeline device(const QString &name, qint64 pause, qint64 duration)
{
    Timeline timeline;
    timeline.assignedAt = at(0);
    timeline.firstReport = at(1'000);
    timeline.workStart = at(1'000);
    timeline.steps << Step{ .name = u"Copying"_s,
        .depth = 1,
        .start = at(1'000 + pause),
        .end = at(1'000 + pause + duration),
        .outcome = StepOutcome::Done };
    return { name, timeline };
}

QList<TypicalStep> courseOf(const QList<DeviceTimeline> &devices, LaneAlignment alignment)
{
    return typicalCourse(devices, stepStatistics(devices), alignment);
}

} // namespace

class tst_typicalcourse : public Test {
    Q_OBJECT

private slots:
    void isTheMedianOfBeginsAndDurations()
    {
        const QList<DeviceTimeline> devices{ device(u"a"_s, 100, 1'000), device(u"b"_s, 200, 3'000),
            device(u"c"_s, 900, 2'000) };
        const QList<TypicalStep> course = courseOf(devices, LaneAlignment::FirstContact);
        QCOMPARE(course.size(), 1);
        QCOMPARE(course[0].key, StepKey::of(u"Copying"_s));
        QCOMPARE(course[0].start, 200);
        QCOMPARE(course[0].median, 2'000);
        QCOMPARE(course[0].depth, 1);
        QCOMPARE(course[0].devices, 3);
        QVERIFY(!course[0].p95);
        QCOMPARE(courseOf(devices, LaneAlignment::Assignment).value(0).start, 1'200);
    }

    void tellsNothingOfTooFewOrByTheClock()
    {
        QList<DeviceTimeline> devices{ device(u"a"_s, 100, 1'000), device(u"b"_s, 200, 3'000) };
        QVERIFY(courseOf(devices, LaneAlignment::FirstContact).isEmpty());
        devices << device(u"c"_s, 900, 2'000);
        QVERIFY(courseOf(devices, LaneAlignment::WallClock).isEmpty());
        QVERIFY(courseOf(devices, LaneAlignment::InstallStart).isEmpty()); // none came so far
    }

    void aFleetGoesOneAfterTheOther()
    {
        QList<DeviceTimeline> devices;
        for (const DeviceHistory &history : loadDeviceHistories(u"ddi-scripted-fleet-200"_s))
            devices << DeviceTimeline{ history.name,
                buildTimeline(history.action, history.statuses) };
        const QList<TypicalStep> course = courseOf(devices, LaneAlignment::FirstContact);
        QVERIFY(course.size() > 5);
        qint64 former = course.first().start;
        for (const TypicalStep &step : course) {
            QVERIFY(step.start >= former);
            QVERIFY(step.devices >= leastForTypical);
            QVERIFY(step.median >= 0);
            former = step.start;
        }
    }

    void percentagesAreThoseThatWereReported()
    {
        const DeviceHistory history = loadDeviceHistory(u"rauc-hawkbit-updater-success"_s);
        const QList<PercentPoint> course
            = percentCourse(buildTimeline(history.action, history.statuses));
        QVERIFY(course.size() > 5);
        double former = 0;
        for (const PercentPoint &point : course) {
            QVERIFY(point.percent >= former); // RAUC counts upwards
            former = point.percent;
        }
        QCOMPARE(former, 100.0);
        // A failure jumps to 100: that is no progress.
        const DeviceHistory failed
            = loadDeviceHistory(u"rauc-hawkbit-updater-failure-image-too-big"_s);
        for (const PercentPoint &point :
            percentCourse(buildTimeline(failed.action, failed.statuses)))
            QVERIFY(point.percent < 100);
    }

    // swupdate tells the per cent of a handler, then "step 2/3" of the whole.
    void percentagesNeverFallInAnAttempt()
    {
        Timeline timeline;
        timeline.attempts << Attempt{ .start = at(0) } << Attempt{ .start = at(100) };
        timeline.marks << Mark{ .time = at(1), .percent = 70 }
                       << Mark{ .time = at(2), .percent = 67 }
                       << Mark{ .time = at(101), .percent = 10 };
        QList<double> percents;
        for (const PercentPoint &point : percentCourse(timeline))
            percents << point.percent;
        QCOMPARE(percents, QList<double>({ 70, 70, 10 }));
    }

    void aDeviceWithoutPercentagesHasNone()
    {
        const DeviceHistory history = loadDeviceHistory(u"no-device-offline-assignment"_s);
        QVERIFY(percentCourse(buildTimeline(history.action, history.statuses)).isEmpty());
    }
};

FALCONER_TEST(tst_typicalcourse)
#include "tst_typicalcourse.moc"
