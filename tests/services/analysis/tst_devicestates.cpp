// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/devicestates.h"
#include "tests/services/analysis/madetimeline.h"
#include "tests/services/analysis/recordedfleet.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype all = 1'000'000;

// "seconds: waiting downloading installing finished failed canceled unknown" of every point.
QStringList textOf(const QList<StatePoint> &points)
{
    QStringList lines;
    for (const StatePoint &point : points) {
        QString line = QString::number(double(at(0).msecsTo(point.at)) / 1'000) + u':';
        for (const int count : point.counts)
            line += u' ' + QString::number(count);
        lines << line;
    }
    return lines;
}

// The same by another way: what the phases say of one moment.
DeviceState stateAt(const Timeline &timeline, const QDateTime &moment)
{
    if (!timeline.isRunning() && timeline.outcome.at <= moment)
        return deviceState(timeline);
    Timeline past;
    for (const Phase &phase : timeline.phases) {
        if (phase.start <= moment)
            past.phases = { phase };
    }
    return deviceState(past);
}

std::array<int, deviceStates> countsAt(const QList<Timeline> &timelines, const QDateTime &moment)
{
    std::array<int, deviceStates> counts{};
    for (const Timeline &timeline : timelines) {
        if (timeline.assignedAt <= moment)
            ++counts[size_t(stateAt(timeline, moment))];
    }
    return counts;
}

int sumOf(const StatePoint &point)
{
    return std::accumulate(point.counts.begin(), point.counts.end(), 0);
}

} // namespace

class tst_devicestates : public Test {
    Q_OBJECT

    QList<Timeline> m_fleet;
    QDateTime m_end; // of its recording

private slots:
    void initTestCase()
    {
        const QList<FleetDevice> fleet = recordedFleet();
        for (const FleetDevice &device : fleet)
            m_fleet << device.timeline;
        m_end = endOfRecording(fleet);
    }

    void oneDevicesWay()
    {
        const Timeline timeline = endedTimeline(OutcomeKind::Success, 40,
            { { PhaseKind::WaitingForDevice, 0, 5 }, { PhaseKind::Retrieved, 5, 6 },
                { PhaseKind::Download, 6, 20 }, { PhaseKind::Downloaded, 20, 22 },
                { PhaseKind::Install, 22, 30 }, { PhaseKind::Installed, 30, 40 } });
        QCOMPARE(textOf(statesOverTime({ timeline }, at(50), all)),
            QStringList({ u"0: 1 0 0 0 0 0 0"_s, u"6: 0 1 0 0 0 0 0"_s, u"20: 1 0 0 0 0 0 0"_s,
                u"22: 0 0 1 0 0 0 0"_s, u"40: 0 0 0 1 0 0 0"_s, u"50: 0 0 0 1 0 0 0"_s }));
    }

    void theEnds_data()
    {
        QTest::addColumn<OutcomeKind>("outcome");
        QTest::addColumn<DeviceState>("state");
        QTest::newRow("success") << OutcomeKind::Success << DeviceState::Finished;
        QTest::newRow("downloaded") << OutcomeKind::Downloaded << DeviceState::Finished;
        QTest::newRow("error") << OutcomeKind::Error << DeviceState::Failed;
        QTest::newRow("canceled") << OutcomeKind::Canceled << DeviceState::Canceled;
        QTest::newRow("unknown") << OutcomeKind::Unknown << DeviceState::Unknown;
        QTest::newRow("running") << OutcomeKind::Running << DeviceState::Downloading;
    }

    void theEnds()
    {
        QFETCH(OutcomeKind, outcome);
        QFETCH(DeviceState, state);
        const Timeline timeline = endedTimeline(outcome, 9, { { PhaseKind::Download, 1 } });
        QCOMPARE(deviceState(timeline), state);
        const StatePoint last = statesOverTime({ timeline }, at(20), all).constLast();
        QCOMPARE(last[state], 1);
        QCOMPARE(sumOf(last), 1);
    }

    void anEndThatNobodySawIsAtTheLastReport()
    {
        Timeline timeline = endedTimeline(OutcomeKind::Unknown, 9, { { PhaseKind::Download, 4 } });
        timeline.outcome.at = {};
        QCOMPARE(textOf(statesOverTime({ timeline }, at(9), all)),
            QStringList({ u"0: 1 0 0 0 0 0 0"_s, u"4: 0 0 0 0 0 0 1"_s, u"9: 0 0 0 0 0 0 1"_s }));
    }

    void whatChangesInOneMomentIsOnePoint()
    {
        const Timeline timeline = runningTimeline({ { PhaseKind::Download, 5 } });
        QCOMPARE(textOf(statesOverTime({ timeline, timeline }, at(5), all)),
            QStringList({ u"0: 2 0 0 0 0 0 0"_s, u"5: 0 2 0 0 0 0 0"_s }));
    }

    void whatIsAfterNowDoesNotCount()
    {
        const Timeline timeline
            = endedTimeline(OutcomeKind::Success, 40, { { PhaseKind::Download, 5, 40 } });
        QCOMPARE(
            textOf(statesOverTime({ timeline }, at(8), all)).constLast(), u"8: 0 1 0 0 0 0 0"_s);
        QCOMPARE(textOf(statesOverTime({ timeline }, at(-1), all)), QStringList());
        QCOMPARE(textOf(statesOverTime({}, at(8), all)), QStringList());
    }

    void timesThatStepBackAreClamped()
    {
        const Timeline timeline = endedTimeline(
            OutcomeKind::Success, 7, { { PhaseKind::Download, 5 }, { PhaseKind::Install, 4 } });
        QCOMPARE(textOf(statesOverTime({ timeline }, at(7), all)),
            QStringList({ u"0: 1 0 0 0 0 0 0"_s, u"5: 0 0 1 0 0 0 0"_s, u"7: 0 0 0 1 0 0 0"_s }));
    }

    void theFleetAtEveryChange()
    {
        const QList<StatePoint> points = statesOverTime(m_fleet, m_end, all);
        QVERIFY(points.size() > 500);
        for (qsizetype i = 0; i < points.size(); ++i) {
            QVERIFY(i == 0 || points[i - 1].at < points[i].at);
            QCOMPARE(points[i].counts, countsAt(m_fleet, points[i].at));
        }
        const StatePoint &last = points.last();
        QCOMPARE(last[DeviceState::Finished], 145);
        QCOMPARE(last[DeviceState::Failed], 24);
        QCOMPARE(last[DeviceState::Canceled], 1);
        QCOMPARE(last[DeviceState::Waiting], 12);
        QCOMPARE(sumOf(last), 200);
    }

    void fewerPointsAreStillExact_data()
    {
        QTest::addColumn<qsizetype>("most");
        for (const int most : { 0, 2, 3, 10, 100 })
            QTest::addRow("%d", most) << qsizetype(most);
    }

    void fewerPointsAreStillExact()
    {
        QFETCH(qsizetype, most);
        const QList<StatePoint> full = statesOverTime(m_fleet, m_end, all);
        const QList<StatePoint> points = statesOverTime(m_fleet, m_end, most);
        QVERIFY(points.size() <= std::max<qsizetype>(2, most));
        QVERIFY(points.size() > most / 2); // no more is left out than must be
        QCOMPARE(points.first(), full.first());
        QCOMPARE(points.last(), full.last());
        for (const StatePoint &point : points)
            QVERIFY(full.contains(point));
    }
};

FALCONER_TEST(tst_devicestates)
#include "tst_devicestates.moc"
