// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/attention.h"
#include "services/analysis/stepstatistics.h"
#include "tests/services/analysis/madetimeline.h"
#include "tests/services/analysis/recordedfleet.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

RunningAction running(const Timeline &timeline)
{
    RunningAction action;
    action.action.active = true;
    action.action.status = u"running"_s;
    action.timeline = timeline;
    return action;
}

PollStatus polled(double last, double interval)
{
    PollStatus poll;
    poll.lastRequestAt = at(last);
    poll.nextExpectedRequestAt = at(last + interval);
    return poll;
}

Attention attention(const RunningAction &action, double now, const AttentionLimits &limits = {})
{
    return attentionOf(action, limits, at(now));
}

QList<MadePhase> waiting()
{
    return { { PhaseKind::WaitingForDevice, 0 } };
}

QList<MadePhase> downloading()
{
    return { { PhaseKind::WaitingForDevice, 0, 5 }, { PhaseKind::Retrieved, 5, 10 },
        { PhaseKind::Download, 10 } };
}

QList<MadePhase> downloaded()
{
    return { { PhaseKind::Download, 0, 20 }, { PhaseKind::Downloaded, 20 } };
}

QList<MadePhase> installing()
{
    return { { PhaseKind::Download, 0, 20 }, { PhaseKind::Install, 20 } };
}

// The states of a recorded action after each of its entries, each told once; "!": needs a person.
QStringList statesWhileItRan(const QString &file)
{
    static const QStringList names{ u"ended"_s, u"scheduled"_s, u"cancel"_s, u"confirmation"_s,
        u"not polled"_s, u"quota"_s, u"window"_s, u"device"_s, u"downloading"_s, u"installing"_s,
        u"silent"_s };
    DeviceHistory history = loadDeviceHistory(file);
    std::ranges::sort(history.statuses, {}, &ActionStatus::id);
    history.action.active = true;
    history.action.status = u"running"_s;
    QStringList states;
    for (qsizetype count = 1; count <= history.statuses.size(); ++count) {
        RunningAction action;
        action.action = history.action;
        action.timeline = buildTimeline(history.action, history.statuses.mid(0, count));
        const QDateTime now = history.statuses[count - 1].reportedAt;
        const Attention found = attentionOf(action, {}, now);
        const QString state = names[int(found.state)] + (found.needsPerson ? u"!"_s : QString());
        if (states.isEmpty() || states.last() != state)
            states << state;
    }
    return states;
}

using StateCounts = QMap<ActionState, int>;

// By kind. Each device was asked right after its last poll; it goes on polling, those that did.
QMap<QString, StateCounts> statesOfFleet(int secondsLater)
{
    const QList<FleetDevice> fleet = recordedFleet();
    AttentionLimits limits;
    limits.p95 = p95ByStep(stepStatistics(timelinesOf(fleet)));
    limits.floor = 5'000; // time is compressed: a poll a second
    limits.usual = 10'000;
    QMap<QString, StateCounts> found;
    for (const FleetDevice &device : fleet) {
        RunningAction action{ device.action, device.timeline, device.poll, 1'000 };
        QDateTime now = endOfRecording(fleet).addSecs(secondsLater);
        if (action.poll) {
            now = action.poll->nextExpectedRequestAt.addSecs(secondsLater);
            action.poll->lastRequestAt = now.addSecs(-1);
            action.poll->nextExpectedRequestAt = now;
        }
        ++found[device.kind][attentionOf(action, limits, now).state];
    }
    return found;
}

} // namespace

class tst_attention : public Test {
    Q_OBJECT

private slots:
    void anEndedOneNeedsNobody()
    {
        const Timeline timeline
            = endedTimeline(OutcomeKind::Error, 30, { { PhaseKind::Download, 0, 30 } });
        const Attention found = attention(running(timeline), 9'000);
        QCOMPARE(found.state, ActionState::Ended);
        QCOMPARE(found.since, at(30));
        QVERIFY(!found.needsPerson);
    }

    void aScheduledOneWaitsForItsGroup()
    {
        RunningAction action = running(runningTimeline({}));
        action.action.status = u"scheduled"_s;
        action.pollInterval = 1'000;
        QCOMPARE(attention(action, 9'000).state, ActionState::Scheduled);
        QVERIFY(!attention(action, 9'000).needsPerson);
    }

    void waitingForTheDeviceToPoll()
    {
        RunningAction action = running(runningTimeline(waiting()));
        action.poll = polled(-60, 300);
        const Attention found = attention(action, 100);
        QCOMPARE(found.state, ActionState::WaitingForDevice);
        QCOMPARE(found.since, at(0));
        QCOMPARE(found.due, at(240));
        QCOMPARE(found.missedPolls, 0);
        QVERIFY(!found.needsPerson);
    }

    void twoMissedPollsAreTooMany()
    {
        RunningAction action = running(runningTimeline(waiting()));
        action.poll = polled(-60, 300);
        QCOMPARE(attention(action, 241).missedPolls, 1);
        QCOMPARE(attention(action, 540).state, ActionState::WaitingForDevice);
        const Attention found = attention(action, 541);
        QCOMPARE(found.state, ActionState::NotPolled);
        QCOMPARE(found.since, at(-60));
        QCOMPARE(found.missedPolls, 2);
        QVERIFY(found.needsPerson);
    }

    void oneThatNeverPolledIsMissedFromTheAssignmentOn()
    {
        RunningAction action = running(runningTimeline(waiting()));
        action.pollInterval = 300'000;
        QCOMPARE(attention(action, 500).state, ActionState::WaitingForDevice);
        QCOMPARE(attention(action, 601).state, ActionState::NotPolled);
        QCOMPARE(attention(action, 601).since, at(0));
    }

    void withoutAPollTimeNothingIsMissed()
    {
        const Attention found = attention(running(runningTimeline(waiting())), 1e6);
        QCOMPARE(found.state, ActionState::WaitingForDevice);
        QCOMPARE(found.missedPolls, 0);
        QVERIFY(!found.needsPerson);
    }

    void oneThatPollsAndDoesNotTakeItIsSilent()
    {
        RunningAction action = running(runningTimeline(waiting()));
        action.poll = polled(110, 10);
        QCOMPARE(attention(action, 119).state, ActionState::WaitingForDevice);
        action.poll = polled(120, 10);
        const Attention found = attention(action, 121);
        QCOMPARE(found.state, ActionState::Silent);
        QCOMPARE(found.since, at(0));
        QCOMPARE(found.silence, 121'000);
        QCOMPARE(found.silenceLimit, 120'000);
        QVERIFY(found.needsPerson);
    }

    void confirmationNeedsAPersonWhateverTheDeviceDoes()
    {
        RunningAction action
            = running(runningTimeline({ { PhaseKind::WaitingForConfirmation, 3 } }));
        action.poll = polled(0, 1);
        const Attention found = attention(action, 900);
        QCOMPARE(found.state, ActionState::WaitingForConfirmation);
        QCOMPARE(found.since, at(3));
        QVERIFY(found.needsPerson);
    }

    void theMaintenanceWindowIsWaitedFor()
    {
        RunningAction action = running(runningTimeline(downloaded()));
        action.action.maintenanceWindow = MaintenanceWindow{ .nextStartAt = at(7'200) };
        action.poll = polled(3'500, 300);
        const Attention found = attention(action, 3'600);
        QCOMPARE(found.state, ActionState::WaitingForWindow);
        QCOMPARE(found.since, at(20));
        QCOMPARE(found.due, at(7'200));
        QVERIFY(!found.needsPerson);
        // It has come, and the device does nothing.
        QCOMPARE(attention(action, 7'201).state, ActionState::NotPolled);
        action.poll = polled(7'200, 300);
        QCOMPARE(attention(action, 7'201).state, ActionState::Silent);
    }

    void oneThatVanishedDoesNotWaitForItsWindow()
    {
        RunningAction action = running(runningTimeline(downloaded()));
        action.action.maintenanceWindow = MaintenanceWindow{ .nextStartAt = at(7'200) };
        action.poll = polled(100, 300);
        QCOMPARE(attention(action, 3'600).state, ActionState::NotPolled);
    }

    void downloadingAndInstalling()
    {
        Attention found = attention(running(runningTimeline(downloading())), 60);
        QCOMPARE(found.state, ActionState::Downloading);
        QCOMPARE(found.since, at(10));
        QCOMPARE(found.running, StepKey::of(PhaseKind::Download));
        QVERIFY(!found.needsPerson);
        found = attention(running(runningTimeline(installing(),
                              { { u"Installing"_s, 20 }, { u"Copying"_s, 30, -1, 0 } })),
            60);
        QCOMPARE(found.state, ActionState::Installing);
        QCOMPARE(found.since, at(20));
        QCOMPARE(found.running, StepKey::of(u"Copying"_s));
        QCOMPARE(found.silence, 30'000);
    }

    void silentAfterTwoMinutesWithoutStatistics()
    {
        RunningAction action = running(runningTimeline(downloading()));
        action.poll = polled(125, 30);
        QCOMPARE(attention(action, 130).state, ActionState::Downloading);
        const Attention found = attention(action, 131);
        QCOMPARE(found.state, ActionState::Silent);
        QCOMPARE(found.since, at(10));
        QCOMPARE(found.silenceLimit, 120'000);
        QVERIFY(found.needsPerson);
    }

    void theLimitIsTheStepsOwn_data()
    {
        QTest::addColumn<QString>("known");
        QTest::addColumn<qint64>("p95");
        QTest::addColumn<qint64>("limit");
        QTest::newRow("the innermost step") << u"Copying"_s << qint64(400'000) << qint64(800'000);
        QTest::newRow("an outer step") << u"Installing"_s << qint64(500'000) << qint64(1'000'000);
        QTest::newRow("another step") << u"Rewiring"_s << qint64(500'000) << qint64(120'000);
        QTest::newRow("never below the floor") << u"Copying"_s << qint64(100) << qint64(60'000);
    }

    void theLimitIsTheStepsOwn()
    {
        QFETCH(QString, known);
        QFETCH(qint64, p95);
        QFETCH(qint64, limit);
        AttentionLimits limits;
        limits.p95.insert(StepKey::of(known), p95);
        const RunningAction action = running(runningTimeline(
            installing(), { { u"Installing"_s, 20 }, { u"Copying"_s, 30, -1, 0 } }));
        QCOMPARE(attention(action, 40, limits).silenceLimit, limit);
        const double over = 30 + double(limit) / 1'000;
        QCOMPARE(attention(action, over, limits).state, ActionState::Installing);
        QCOMPARE(attention(action, over + 1, limits).state, ActionState::Silent);
    }

    // Many clients do not poll while they install; a report is a sign of life.
    void oneThatReportsIsThere()
    {
        RunningAction action = running(runningTimeline(
            installing(), { { u"Installing"_s, 20 }, { u"Copying"_s, 300, -1, 0 } }));
        action.poll = polled(0, 5);
        QCOMPARE(attention(action, 310).state, ActionState::Installing);
        // Neither polls nor reports.
        QCOMPARE(attention(action, 430).state, ActionState::NotPolled);
        QCOMPARE(attention(action, 430).since, at(300));
    }

    void aCancelIsGivenTime()
    {
        Timeline timeline = runningTimeline(installing());
        timeline.cancelRequested = true;
        timeline.marks << Mark{ .kind = MarkKind::CancelRequested, .time = at(50) };
        RunningAction action = running(timeline);
        Attention found = attention(action, 60);
        QCOMPARE(found.state, ActionState::CancelNotConfirmed);
        QCOMPARE(found.since, at(50));
        QVERIFY(!found.needsPerson);
        QVERIFY(attention(action, 171).needsPerson);
        action.poll = polled(40, 300); // it has not had the chance
        QVERIFY(!attention(action, 640).needsPerson);
        QVERIFY(attention(action, 651).needsPerson);
    }

    void theQuotaHidesWhatComes()
    {
        Timeline timeline = runningTimeline(installing());
        timeline.notes << Note{ NoteKind::QuotaReached, 1'000 };
        const Attention found = attention(running(timeline), 30);
        QCOMPARE(found.state, ActionState::QuotaReached);
        QCOMPARE(found.since, at(20));
        QVERIFY(found.needsPerson);
    }

    void aClockBehindTheServerAlarmsNobody()
    {
        RunningAction action = running(runningTimeline(downloading()));
        action.poll = polled(30, 1);
        const Attention found = attention(action, -100);
        QCOMPARE(found.state, ActionState::Downloading);
        QCOMPARE(found.silence, 0);
        QCOMPARE(found.missedPolls, 0);
    }

    void recordedActions_data()
    {
        QTest::addColumn<QString>("states");
        QTest::newRow("rauc-hawkbit-updater-success")
            << u"device, downloading, device, installing, ended"_s;
        QTest::newRow("rauc-hawkbit-updater-cancel-while-downloading")
            << u"device, downloading, cancel, ended"_s;
        QTest::newRow("rauc-hawkbit-updater-cancel-while-installing")
            << u"device, downloading, device, installing, cancel, installing, ended"_s;
        // swupdate downloads while it installs.
        QTest::newRow("swupdate-success") << u"device, installing, ended"_s;
        QTest::newRow("swupdate-confirmation-denied-then-confirmed")
            << u"confirmation!, device, installing, ended"_s;
        QTest::newRow("swupdate-force-quit") << u"device, installing, cancel, ended"_s;
        QTest::newRow("no-device-offline-assignment") << u"ended"_s;
    }

    void recordedActions()
    {
        QFETCH(QString, states);
        const QString file = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(statesWhileItRan(file).join(u", "_s), states);
    }

    void theRecordedQuota()
    {
        const DeviceHistory history = loadDeviceHistory(u"ddi-scripted-soak-quota"_s);
        RunningAction action;
        action.action = history.action;
        action.action.active = true;
        action.action.status = u"running"_s;
        const QList<ActionStatus> progress = history.statuses.mid(1); // newest first: not the end
        action.timeline = buildTimeline(action.action, progress);
        const Attention found = attentionOf(action, {}, progress.constFirst().reportedAt);
        QCOMPARE(found.state, ActionState::QuotaReached);
        QVERIFY(found.needsPerson);
        action.timeline = buildTimeline(action.action, progress.mid(1));
        QCOMPARE(attentionOf(action, {}, progress.constFirst().reportedAt).state,
            ActionState::Installing);
    }

    // What the scripts were told to do is what is found.
    void theFleet()
    {
        const QMap<QString, StateCounts> found = statesOfFleet(0);
        QCOMPARE(found[u"ok"_s],
            StateCounts({ { ActionState::Ended, 131 }, { ActionState::Installing, 1 } }));
        QCOMPARE(found[u"fail"_s], StateCounts({ { ActionState::Ended, 17 } }));
        QCOMPARE(found[u"dlfail"_s], StateCounts({ { ActionState::Ended, 7 } }));
        QCOMPARE(found[u"cancel"_s], StateCounts({ { ActionState::Ended, 4 } }));
        QCOMPARE(found[u"crash"_s], StateCounts({ { ActionState::Ended, 7 } }));
        QCOMPARE(found[u"offline"_s], StateCounts({ { ActionState::NotPolled, 6 } }));
        QCOMPARE(found[u"silent"_s], StateCounts({ { ActionState::Silent, 6 } }));
        QCOMPARE(found[u"stuckdl"_s], StateCounts({ { ActionState::Silent, 5 } }));
        // Two of them are silent for less than twice the p95 of their step, as a slow one is.
        QCOMPARE(found[u"stuckinst"_s],
            StateCounts({ { ActionState::Installing, 2 }, { ActionState::Silent, 8 } }));
        QCOMPARE(found[u"slow"_s].value(ActionState::Ended), 4);
    }

    void theFleetAMinuteLater()
    {
        const QMap<QString, StateCounts> found = statesOfFleet(60);
        QCOMPARE(found[u"offline"_s], StateCounts({ { ActionState::NotPolled, 6 } }));
        QCOMPARE(found[u"stuckinst"_s], StateCounts({ { ActionState::Silent, 10 } }));
    }
};

FALCONER_TEST(tst_attention)
#include "tst_attention.moc"
