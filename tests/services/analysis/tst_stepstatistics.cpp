// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/quantiles.h"
#include "services/analysis/stepdurations.h"
#include "services/analysis/stepstatistics.h"
#include "tests/services/analysis/madetimeline.h"
#include "tests/services/analysis/recordedfleet.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QString nameOf(const StepKey &key)
{
    static const QStringList phases{ u"<waiting>"_s, u"<confirmation>"_s, u"<retrieved>"_s,
        u"<download>"_s, u"<downloaded>"_s, u"<install>"_s, u"<installed>"_s };
    switch (key.kind) {
    case StepKey::Kind::Total:
        return u"<total>"_s;
    case StepKey::Kind::Phase:
        return phases[int(key.phase)];
    case StepKey::Kind::Step:
        break;
    }
    return key.name;
}

// "name devices median p95 max slowest" of every line.
QStringList tableOf(const QList<DeviceTimeline> &devices)
{
    QStringList table;
    const QList<StepStatistics> statistics = stepStatistics(devices);
    for (const StepStatistics &line : statistics) {
        table << QStringList{ nameOf(line.key), QString::number(line.devices),
            QString::number(line.median), line.p95 ? QString::number(*line.p95) : u"-"_s,
            QString::number(line.max), line.slowest }
                     .join(u' ');
    }
    return table;
}

std::optional<StepStatistics> lineOf(const QList<StepStatistics> &statistics, const StepKey &key)
{
    const auto line = std::ranges::find(statistics, key, &StepStatistics::key);
    return line == statistics.end() ? std::nullopt : std::optional(*line);
}

Timeline success(double download, double install)
{
    return endedTimeline(OutcomeKind::Success, download + install,
        { { PhaseKind::Download, 0, download },
            { PhaseKind::Install, download, download + install } });
}

} // namespace

class tst_stepstatistics : public Test {
    Q_OBJECT

private slots:
    void medianIsTheMiddle()
    {
        QCOMPARE(median({}), std::nullopt);
        QCOMPARE(median({ 7 }), 7);
        QCOMPARE(median({ 1, 4 }), 2);
        QCOMPARE(median({ 1, 4, 100 }), 4);
    }

    void percentileNeedsTwentySamples()
    {
        QList<qint64> samples(19);
        std::iota(samples.begin(), samples.end(), 1);
        QCOMPARE(percentile95(samples), std::nullopt);
        samples << 20;
        QCOMPARE(percentile95(samples), 19); // not the largest
        samples << 21;
        QCOMPARE(percentile95(samples), 20);
        samples.resize(200);
        std::iota(samples.begin(), samples.end(), 1);
        QCOMPARE(percentile95(samples), 190);
    }

    void aTableOfTwoDevices()
    {
        QCOMPARE(tableOf({ { u"a"_s, success(4, 6) }, { u"b"_s, success(2, 20) } }),
            QStringList({ u"<total> 2 16000 - 22000 b"_s, u"<download> 2 3000 - 4000 a"_s,
                u"<install> 2 13000 - 20000 b"_s }));
    }

    void nothingIsKnownOfNobody()
    {
        QCOMPARE(tableOf({}), QStringList());
        QCOMPARE(tableOf({ { u"a"_s, {} } }), QStringList());
    }

    void onlyWhatWasCompletedCounts_data()
    {
        QTest::addColumn<OutcomeKind>("outcome");
        QTest::newRow("failed") << OutcomeKind::Error;
        QTest::newRow("canceled") << OutcomeKind::Canceled;
        QTest::newRow("unknown") << OutcomeKind::Unknown;
    }

    void onlyWhatWasCompletedCounts()
    {
        QFETCH(OutcomeKind, outcome);
        Timeline timeline = endedTimeline(outcome, 9,
            { { PhaseKind::Download, 0, 4 }, { PhaseKind::Install, 4, 9 } },
            { { u"Checking"_s, 4, 5 }, { u"Copying"_s, 5, 9 }, { u"Without begin"_s, 8, 9 },
                { u"Left open"_s, 8, 9 } });
        timeline.steps[1].outcome = StepOutcome::Failed;
        timeline.steps[2].startReported = false;
        timeline.steps[3].outcome = StepOutcome::NoEndReported;
        QCOMPARE(tableOf({ { u"a"_s, timeline } }),
            QStringList({ u"<download> 1 4000 - 4000 a"_s, u"Checking 1 1000 - 1000 a"_s }));
    }

    void whatRunsDoesNotCount()
    {
        const Timeline timeline
            = runningTimeline({ { PhaseKind::Download, 0, 4 }, { PhaseKind::Install, 4 } },
                { { u"Installing"_s, 4 }, { u"Checking"_s, 5, 6, 0 }, { u"Copying"_s, 6, -1, 0 } });
        QCOMPARE(tableOf({ { u"a"_s, timeline } }),
            QStringList({ u"<download> 1 4000 - 4000 a"_s, u"Checking 1 1000 - 1000 a"_s }));
    }

    void anEndWithoutWorkIsNoMeasure_data()
    {
        QTest::addColumn<NoteKind>("note");
        QTest::newRow("skipped") << NoteKind::NothingInstalled;
        QTest::newRow("offline") << NoteKind::OfflineAssignment;
    }

    void anEndWithoutWorkIsNoMeasure()
    {
        QFETCH(NoteKind, note);
        Timeline timeline = success(4, 6);
        timeline.notes << Note{ note, 0 };
        QCOMPARE(
            tableOf({ { u"a"_s, timeline } }), QStringList({ u"<download> 1 4000 - 4000 a"_s }));
    }

    void repeatsInAnAttemptAddUp()
    {
        const Timeline timeline = endedTimeline(OutcomeKind::Success, 9,
            { { PhaseKind::Install, 0, 9 } }, { { u"Chunk"_s, 0, 3 }, { u"Chunk"_s, 4, 9 } });
        QCOMPARE(completedDurations(timeline).value(StepKey::of(u"Chunk"_s)), 8'000);
    }

    void ofSeveralAttemptsTheLongestCounts()
    {
        Timeline timeline = endedTimeline(OutcomeKind::Success, 40,
            { { PhaseKind::Download, 0, 9, 0 }, { PhaseKind::Install, 9, 15, 0 },
                { PhaseKind::Download, 20, 22, 1 }, { PhaseKind::Install, 22, 40, 1 } },
            { { u"Checking"_s, 9, 12, -1, 0 }, { u"Copying"_s, 12, 15, -1, 0 },
                { u"Checking"_s, 22, 24, -1, 1 }, { u"Copying"_s, 24, 40, -1, 1 } });
        timeline.phases[1].endReported = false; // it crashed there
        timeline.steps[1].outcome = StepOutcome::NoEndReported;
        QCOMPARE(tableOf({ { u"a"_s, timeline } }),
            QStringList({ u"<total> 1 40000 - 40000 a"_s, u"<download> 1 9000 - 9000 a"_s,
                u"<install> 1 18000 - 18000 a"_s, u"Checking 1 3000 - 3000 a"_s,
                u"Copying 1 16000 - 16000 a"_s }));
    }

    void severalActionsOfADeviceAreOneDevice()
    {
        QCOMPARE(tableOf({ { u"a"_s, success(4, 6) }, { u"a"_s, success(2, 20) } }).constFirst(),
            u"<total> 1 22000 - 22000 a"_s);
    }

    void ofEquallySlowOnesTheFirstByNameIsNamed()
    {
        QCOMPARE(tableOf({ { u"b"_s, success(4, 6) }, { u"a"_s, success(4, 6) } }).constFirst(),
            u"<total> 2 10000 - 10000 a"_s);
    }

    void namesCompareAsReportedAndPercentagesNever()
    {
        Timeline old = endedTimeline(OutcomeKind::Success, 9, { { PhaseKind::Install, 0, 9 } },
            { { u"Checking bundle"_s, 0, 2 }, { u"Checking slot rootfs.1"_s, 2, 9 } });
        Timeline young = endedTimeline(OutcomeKind::Success, 9, { { PhaseKind::Install, 0, 9 } },
            { { u"Checking bundle"_s, 0, 4 }, { u"Checking slot rootfs.1 (B)"_s, 4, 9 } });
        old.steps[0].percent = 40;
        young.steps[0].percent = 20;
        const QStringList table = tableOf({ { u"a"_s, old }, { u"b"_s, young } });
        QCOMPARE(table.mid(2),
            QStringList(
                { u"Checking bundle 2 3000 - 4000 b"_s, u"Checking slot rootfs.1 1 7000 - 7000 a"_s,
                    u"Checking slot rootfs.1 (B) 1 5000 - 5000 b"_s }));
    }

    void timesThatStepBackAreNotNegative()
    {
        const Timeline timeline = endedTimeline(
            OutcomeKind::Success, 1, { { PhaseKind::Install, 2, 1 } }, { { u"Chunk"_s, 2, 1.5 } });
        QCOMPARE(tableOf({ { u"a"_s, timeline } }),
            QStringList(
                { u"<total> 1 0 - 0 a"_s, u"<install> 1 0 - 0 a"_s, u"Chunk 1 0 - 0 a"_s }));
    }

    void theFleet()
    {
        const QList<FleetDevice> fleet = recordedFleet();
        const QList<StepStatistics> statistics = stepStatistics(timelinesOf(fleet));
        QCOMPARE(statistics.first().key, StepKey::total());
        const auto total = lineOf(statistics, StepKey::total());
        // 131 ok, 4 slow, 7 that crashed and came again, 3 whose cancel came too late
        QCOMPARE(total->devices, 145);
        QVERIFY(total->p95);
        const auto slowest = std::ranges::find(fleet, total->slowest, &FleetDevice::controllerId);
        QCOMPARE(slowest->kind, u"crash"_s);
        for (const StepStatistics &line : statistics) {
            QVERIFY(line.median <= line.max);
            QVERIFY(!line.p95 || (line.median <= *line.p95 && *line.p95 <= line.max));
            QCOMPARE(line.p95.has_value(), line.devices >= 20);
        }
        // Restarting makes a device slow, not each of its steps.
        const auto copying = lineOf(statistics, StepKey::of(u"Copying image to rootfs.1"_s));
        QCOMPARE(std::ranges::find(fleet, copying->slowest, &FleetDevice::controllerId)->kind,
            u"slow"_s);
        QCOMPARE(p95ByStep(statistics).value(copying->key), *copying->p95);
    }

    void theOrderOfTheDevicesDoesNotMatter()
    {
        QList<DeviceTimeline> devices = timelinesOf(recordedFleet());
        const QList<StepStatistics> expected = stepStatistics(devices);
        std::ranges::reverse(devices);
        QCOMPARE(stepStatistics(devices), expected);
    }

    void stepsStandInTheOrderOfTheWork()
    {
        QStringList names;
        const QList<StepStatistics> statistics = stepStatistics(timelinesOf(recordedFleet()));
        for (const StepStatistics &line : statistics)
            names << nameOf(line.key);
        QCOMPARE(names,
            QStringList({ u"<total>"_s, u"<waiting>"_s, u"<retrieved>"_s, u"<download>"_s,
                u"<downloaded>"_s, u"<install>"_s, u"<installed>"_s, u"Installing"_s,
                u"Determining slot states"_s, u"Checking bundle"_s, u"Verifying signature"_s,
                u"Checking manifest contents"_s, u"Determining target install group"_s,
                u"Updating slots"_s, u"Checking slot rootfs.1"_s, u"Copying image to rootfs.1"_s,
                u"Checking slot appfs.1"_s, u"Copying image to appfs.1"_s }));
    }
};

FALCONER_TEST(tst_stepstatistics)
#include "tst_stepstatistics.moc"
