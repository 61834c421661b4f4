// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/time/utc.h"
#include "services/timeline/timeline.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

Timeline timelineOf(const QString &file)
{
    const DeviceHistory history = loadDeviceHistory(file);
    return buildTimeline(history.action, history.statuses);
}

// As it stood right after the first entry of this type.
Timeline timelineUntil(const QString &file, const QString &type)
{
    DeviceHistory history = loadDeviceHistory(file);
    std::ranges::sort(history.statuses, {}, &ActionStatus::id);
    history.action.active = true;
    const auto last = std::ranges::find(history.statuses, type, &ActionStatus::type);
    return buildTimeline(
        history.action, history.statuses.first(std::distance(history.statuses.begin(), last) + 1));
}

} // namespace

// What is said of a history beside what is drawn, on what real devices left.
class tst_timelinenotes : public Test {
    Q_OBJECT

private slots:
    void saysWhatIsNotAsItLooks_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<NoteKind>("note");
        const auto row = [](const char *file, NoteKind note) {
            QTest::newRow(file) << QString::fromLatin1(file) << note;
        };
        row("swupdate-maintenance-window", NoteKind::NothingInstalled);
        row("swupdate-download-only", NoteKind::NothingInstalled);
        row("no-device-offline-assignment", NoteKind::OfflineAssignment);
        row("rauc-hawkbit-updater-download-only", NoteKind::DownloadOnly);
        row("swupdate-cancel-while-installing", NoteKind::CanceledAfterInstallation);
        row("swupdate-superseded", NoteKind::Superseded);
        row("rauc-hawkbit-updater-cancel-while-installing", NoteKind::CancelRejected);
        row("rauc-hawkbit-updater-force-quit-refused", NoteKind::CancelRejected);
        row("swupdate-force-quit", NoteKind::ForceQuit);
        row("swupdate-power-loss-in-download", NoteKind::Restarted);
        row("ddi-scripted-soak-quota", NoteKind::QuotaReached);
        row("swupdate-slow", NoteKind::FullEntries);
        row("swupdate-failure-preinst", NoteKind::TimesSteppedBack);
        row("ddi-scripted-oddities", NoteKind::DeviceClockDiffers);
    }

    void saysWhatIsNotAsItLooks()
    {
        QFETCH(QString, file);
        QFETCH(NoteKind, note);
        QVERIFY(timelineOf(file).hasNote(note));
    }

    void hasNothingToSayOfAGoodRun()
    {
        QCOMPARE(timelineOf(u"rauc-hawkbit-updater-success"_s).notes, QList<Note>());
        QCOMPARE(timelineOf(u"swupdate-success-quiet"_s).notes, QList<Note>());
    }

    void theNewerActionIsNotSuperseded()
    {
        const QList<DeviceHistory> histories = loadDeviceHistories(u"swupdate-superseded"_s);
        QVERIFY(histories.size() > 1);
        const Timeline newer = buildTimeline(histories[1].action, histories[1].statuses);
        QVERIFY(!newer.hasNote(NoteKind::Superseded));
        const Timeline byHand = timelineOf(u"swupdate-cancel-while-installing"_s);
        QVERIFY(!byHand.hasNote(NoteKind::Superseded));
    }

    void aCancelGoesFromAskedToAnswered()
    {
        const QString file = u"rauc-hawkbit-updater-cancel-while-installing"_s;
        const Timeline asked = timelineUntil(file, u"canceling"_s);
        QVERIFY(asked.hasNote(NoteKind::CancelNotConfirmed));
        QVERIFY(!asked.hasNote(NoteKind::CancelRejected));
        QCOMPARE(asked.waitsFor(asked.lastReport), Waiting::Poll);
        const Timeline rejected = timelineUntil(file, u"cancel_rejected"_s);
        QVERIFY(rejected.isRunning());
        QVERIFY(!rejected.hasNote(NoteKind::CancelNotConfirmed));
        QVERIFY(rejected.hasNote(NoteKind::CancelRejected));
        QCOMPARE(rejected.waitsFor(rejected.lastReport), Waiting::Nothing);
        const Timeline confirmed = timelineOf(u"rauc-hawkbit-updater-cancel-while-downloading"_s);
        QCOMPARE(confirmed.outcome.kind, OutcomeKind::Canceled);
        QVERIFY(!confirmed.hasNote(NoteKind::CancelNotConfirmed));
        QVERIFY(!confirmed.hasNote(NoteKind::CanceledAfterInstallation));
    }

    void aCancelThatTheDeviceReadWaitsForItsAnswerOnly()
    {
        DeviceHistory history
            = loadDeviceHistory(u"rauc-hawkbit-updater-cancel-while-downloading"_s);
        std::ranges::sort(history.statuses, {}, &ActionStatus::id);
        history.action.active = true;
        history.statuses.removeLast(); // the confirmation
        const Timeline timeline = buildTimeline(history.action, history.statuses);
        QVERIFY(timeline.cancelRequested);
        QVERIFY(timeline.cancelFetched);
        QCOMPARE(timeline.waitsFor(timeline.lastReport), Waiting::Nothing);
    }

    void aNewAssignmentWaitsForThePoll()
    {
        const Timeline timeline = timelineUntil(u"rauc-hawkbit-updater-success"_s, u"running"_s);
        QCOMPARE(timeline.waitsFor(timeline.assignedAt), Waiting::Poll);
        const Timeline retrieved = timelineUntil(u"rauc-hawkbit-updater-success"_s, u"retrieved"_s);
        QCOMPARE(retrieved.waitsFor(retrieved.lastReport), Waiting::Nothing);
        const Timeline ended = timelineOf(u"rauc-hawkbit-updater-success"_s);
        QCOMPARE(ended.waitsFor(ended.assignedAt), Waiting::Nothing);
    }

    void aQuestionWaitsForAPerson()
    {
        const Timeline timeline = timelineUntil(
            u"swupdate-confirmation-denied-then-confirmed"_s, u"wait_for_confirmation"_s);
        QCOMPARE(timeline.waitsFor(timeline.assignedAt), Waiting::Confirmation);
    }

    void aDownloadWaitsForItsWindow()
    {
        DeviceHistory history = loadDeviceHistory(u"rauc-hawkbit-updater-maintenance-window"_s);
        std::ranges::sort(history.statuses, {}, &ActionStatus::id);
        history.action.active = true;
        history.action.maintenanceWindow = MaintenanceWindow{ .nextStartAt
            = QDateTime::fromMSecsSinceEpoch(1'795'334'211'000, inUtc) }; // the file's
        const auto second = std::ranges::find_if(history.statuses, [](const ActionStatus &status) {
            return status.messages.contains(u"Download complete. 0.00 MB/s"_s);
        });
        QVERIFY(second != history.statuses.end());
        const Timeline timeline = buildTimeline(history.action,
            history.statuses.first(std::distance(history.statuses.begin(), second)));
        QVERIFY(timeline.windowStart.isValid());
        QCOMPARE(timeline.waitsFor(timeline.windowStart.addSecs(-1)), Waiting::MaintenanceWindow);
        QCOMPARE(timeline.waitsFor(timeline.windowStart), Waiting::Nothing);
        // The device's own clock of the story agrees: it began inside of the window.
        QVERIFY(timeline.lastReport < timeline.windowStart);
        QVERIFY(second->reportedAt >= timeline.windowStart);
    }
};

FALCONER_TEST(tst_timelinenotes)
#include "tst_timelinenotes.moc"
