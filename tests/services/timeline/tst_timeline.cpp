// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/time/utc.h"
#include "services/timeline/timelinebuilder.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A history written as "type: message / message", one entry a second.
QList<ActionStatus> historyOf(const QStringList &lines)
{
    QList<ActionStatus> statuses;
    for (const QString &line : lines) {
        const QDateTime at
            = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000 + 1'000 * statuses.size(), inUtc);
        const qsizetype colon = line.indexOf(u": "_s);
        statuses << ActionStatus{ .id = 7 + 3 * statuses.size(),
            .type = line.left(colon),
            .messages = line.mid(colon + 2).split(u" / "_s),
            .reportedAt = at,
            .timestamp = at };
    }
    return statuses;
}

const QString assigned = u"running: Assignment initiated by user 'admin'"_s;
const QString retrieved = u"retrieved: Update Server: Target retrieved update action and should "
                          "start now the download."_s;
const QString download
    = u"download: Update Server: Target downloads /DEFAULT/controller/v1/a/softwaremodules/1/artifacts/x.raucb"_s;

Timeline timelineOf(const QStringList &lines)
{
    return buildTimeline({ .active = true, .status = u"running"_s }, historyOf(lines));
}

// "name outcome percent" of every step, indented by depth.
QStringList stepsOf(const Timeline &timeline)
{
    static const QStringList outcomes{ u"running"_s, u"done"_s, u"failed"_s, u"no end"_s };
    QStringList steps;
    for (const Step &step : timeline.steps) {
        QString text = QString(step.depth, u'.') + step.name + u' ' + outcomes[int(step.outcome)];
        if (step.percent)
            text += u' ' + QString::number(*step.percent);
        if (step.attempt > 0)
            text += u" attempt "_s + QString::number(step.attempt + 1);
        steps << text;
    }
    return steps;
}

QStringList textsOf(const Timeline &timeline, MarkKind kind)
{
    QStringList texts;
    for (const Mark &mark : timeline.marks) {
        if (mark.kind == kind)
            texts << mark.text;
    }
    return texts;
}

} // namespace

// The numbers are the points of section 6 of tests/data/devices/README.md.
class tst_timeline : public Test {
    Q_OBJECT

private slots:
    void point1_paddingSuffixesAndUnknownTexts()
    {
        const Timeline timeline = timelineOf(
            { assigned, u"running:   0% Installing"_s, u"running: 5% Checking slot rootfs.1 (B)"_s,
                u"running: 6% Checking slot rootfs.1 (B) done."_s, u"running: what is this"_s,
                u"running: Something failed."_s });
        QCOMPARE(stepsOf(timeline),
            QStringList({ u"Installing running 0"_s, u".Checking slot rootfs.1 (B) done 6"_s }));
        QCOMPARE(textsOf(timeline, MarkKind::Note),
            QStringList({ u"what is this"_s, u"Something failed."_s }));
    }

    void point1_aClientWithoutNumbersIsUnderstoodByItsEnds()
    {
        const Timeline timeline = timelineOf({ assigned, u"running: Erase flash"_s,
            u"running: hello"_s, u"running: Erase flash done."_s });
        QCOMPARE(stepsOf(timeline), QStringList({ u"Erase flash done"_s }));
        QCOMPARE(textsOf(timeline, MarkKind::Note), QStringList({ u"hello"_s }));
    }

    void point2_aRisingNumberIsProgress()
    {
        const Timeline timeline = timelineOf({ assigned, u"running: 43% Copying"_s, retrieved,
            u"running: 44% Copying"_s, u"running: 45% Copying"_s });
        QCOMPARE(stepsOf(timeline), QStringList({ u"Copying running 45"_s }));
        QCOMPARE(timeline.steps.first().entries.size(), 3);
        QCOMPARE(timeline.attempts.size(), 1);
    }

    void point2_aStepThatIsOpenBeginsANewAttempt_data()
    {
        QTest::addColumn<QStringList>("restart");
        QTest::newRow("retrieved") << QStringList{ retrieved, u"running:   0% Installing"_s };
        QTest::newRow("installing")
            << QStringList{ u"running: installing"_s, u"running:   0% Installing"_s };
        QTest::newRow("0% alone") << QStringList{ u"running:   0% Installing"_s };
    }

    void point2_aStepThatIsOpenBeginsANewAttempt()
    {
        QFETCH(QStringList, restart);
        const Timeline timeline
            = timelineOf(QStringList{ assigned, retrieved, u"running:   0% Installing"_s,
                             u"running:  20% Checking bundle"_s, u"running:  85% Copying"_s }
                + restart);
        QCOMPARE(stepsOf(timeline),
            QStringList({ u"Installing no end 0"_s, u".Checking bundle no end 20"_s,
                u"..Copying no end 85"_s, u"Installing running 0 attempt 2"_s }));
        QCOMPARE(timeline.attempts.size(), 2);
        QVERIFY(timeline.hasNote(NoteKind::Restarted));
        // What happened between the last report and the new begin is not known: not drawn.
        QCOMPARE(timeline.steps[2].end, timeline.steps[2].start);
    }

    void point3_endsWithoutBeginsAndOpenInnerSteps()
    {
        const Timeline timeline = timelineOf({ assigned, u"running: 10% A"_s, u"running: 20% B"_s,
            u"running: 30% A done."_s, u"running: 40% C done."_s });
        QCOMPARE(
            stepsOf(timeline), QStringList({ u"A done 30"_s, u".B no end 20"_s, u"C done 40"_s }));
        QVERIFY(!timeline.steps[2].startReported);
        QCOMPARE(timeline.notes, QList<Note>({ { NoteKind::Holes, 2 } }));
    }

    void point3_theEndClosesEverything_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<StepOutcome>("outcome");
        QTest::newRow("success") << u"finished: done"_s << StepOutcome::NoEndReported;
        QTest::newRow("failure") << u"error: no"_s << StepOutcome::Failed;
    }

    void point3_theEndClosesEverything()
    {
        QFETCH(QString, end);
        QFETCH(StepOutcome, outcome);
        const Timeline timeline
            = timelineOf({ assigned, u"running: 10% A"_s, u"running: 20% B"_s, end });
        QCOMPARE(timeline.steps[0].outcome, outcome);
        QCOMPARE(timeline.steps[1].outcome, outcome);
        QCOMPARE(timeline.steps[1].end, timeline.outcome.at);
        QCOMPARE(timeline.currentStep(), -1);
    }

    void point4_numbersWithoutSense()
    {
        const Timeline timeline = timelineOf({ assigned, u"running: 80% A"_s, u"running: 40% A"_s,
            u"running: 150% A"_s, u"running: 100% A done."_s, u"running: 100% A done."_s });
        QCOMPARE(stepsOf(timeline), QStringList({ u"A done 100"_s }));
        QCOMPARE(timeline.attempts.first().percent, 100.0);
        QCOMPARE(timeline.outcome.kind, OutcomeKind::Running); // 100 % is no success
    }

    void point4_aFailureIsNoProgress()
    {
        const Timeline timeline = timelineOf({ assigned, u"running:  70% Copying"_s,
            u"running:  99% Copying failed."_s, u"running: 100% Installing failed."_s });
        QCOMPARE(timeline.attempts.first().percent, std::nullopt);
        QCOMPARE(timeline.steps.first().percent, 70.0);
    }

    void point5_manyMessagesInOneEntry()
    {
        const Timeline timeline = timelineOf({ assigned,
            u"running: [read_lines_notify] : 36% Migrating / ERROR : x / [f] : 40% Migrating"_s,
            u"running: 10% A / 20% A done."_s });
        QCOMPARE(timeline.marks[1].kind, MarkKind::Log);
        QCOMPARE(timeline.marks[1].lines, 3);
        QCOMPARE(timeline.marks[1].percent, 40.0);
        QCOMPARE(stepsOf(timeline), QStringList({ u"A done 20"_s }));
    }

    void point6_repetitionsAreCounted()
    {
        const Timeline timeline = timelineOf({ assigned, retrieved, retrieved, download, download,
            u"running: hello"_s, u"running: hello"_s, u"running: 10% A"_s, u"running: 10% A"_s });
        QCOMPARE(timeline.marks[1].count, 2);
        QCOMPARE(timeline.marks[2].count, 2);
        QCOMPARE(timeline.marks[3].count, 2);
        QCOMPARE(timeline.steps.size(), 1);
        QCOMPARE(timeline.steps.first().repeats, 1);
        QCOMPARE(timeline.notes, QList<Note>({ { NoteKind::Duplicates, 2 } }));
    }

    void point7_timesThatStepBack()
    {
        QList<ActionStatus> statuses
            = historyOf({ assigned, retrieved, u"running: 10% A"_s, u"running: 20% A done."_s });
        statuses[3].reportedAt = statuses[2].reportedAt.addMSecs(-14);
        statuses[2].timestamp = QDateTime::fromMSecsSinceEpoch(0, inUtc);
        const Timeline timeline = buildTimeline({ .active = true }, statuses);
        QCOMPARE(timeline.steps.first().start, timeline.steps.first().end);
        QVERIFY(timeline.hasNote(NoteKind::TimesSteppedBack));
        QVERIFY(timeline.hasNote(NoteKind::DeviceClockDiffers));
    }

    void point7_silenceIsCountedFromTheLastSignOfLife()
    {
        const QStringList lines{ assigned, retrieved,
            u"canceling: Update Server: manual cancelation requested"_s };
        const Timeline timeline = timelineOf(lines);
        const QDateTime last = historyOf(lines).at(1).reportedAt;
        QCOMPARE(timeline.silence(last.addSecs(60)), 60'000);
        QCOMPARE(timeline.silence(last.addSecs(-60)), 0);
        QCOMPARE(timelineOf({ assigned }).silence(last), 0);
    }

    void point8_theCause_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<CauseSource>("source");
        QTest::addColumn<QString>("cause");
        const QString end = u"error: Failed to install software bundle."_s;
        const QString olderClient = u"running: Installation error: older"_s;
        const QString batch
            = u"running: ERROR : Cannot read stored update state. / ERROR : first / "
              "[f] : x / ERROR : last / Waiting for requests..."_s;
        QTest::newRow("LastError") << QStringList{ batch, olderClient, u"running: LastError: one"_s,
            u"running: LastError: two"_s, end }
                                   << CauseSource::LastError << u"two"_s;
        QTest::newRow("ERROR") << QStringList{ olderClient, batch, end } << CauseSource::ErrorLine
                               << u"last\nfirst"_s;
        const QString script = u"ERROR : execute postinstall scripts failed"_s;
        const QString returned
            = u"[run_system_cmd] : /tmp/migrate.sh postinst  command returned 1"_s;
        QTest::newRow("a script's own words")
            << QStringList{ u"running: ERROR : first / [f] : x / ERROR : one / ERROR : two / "_s
                       + returned + u" / "_s + script + u" / Installation failed !"_s,
                   end }
            << CauseSource::ErrorLine << u"two\nexecute postinstall scripts failed\none\nfirst"_s;
        QTest::newRow("a script that said nothing") << QStringList{
            u"running: ERROR : first / [f] : x / "_s + returned + u" / "_s + script, end
        } << CauseSource::ErrorLine << u"execute postinstall scripts failed\nfirst"_s;
        QTest::newRow("noise above a script") << QStringList{
            u"running: ERROR : Cannot read stored update state. / "_s + script, end
        } << CauseSource::ErrorLine << u"execute postinstall scripts failed"_s;
        QTest::newRow("noise only")
            << QStringList{ u"running: ERROR : Cannot read stored update state. / a"_s, end }
            << CauseSource::EndMessage << u"Failed to install software bundle."_s;
        QTest::newRow("Installation error")
            << QStringList{ olderClient, end } << CauseSource::InstallationError << u"older"_s;
        QTest::newRow("code") << QStringList{ u"error: Device reported status code: 5"_s }
                              << CauseSource::Code << QString();
        QTest::newRow("of a former attempt") << QStringList{ u"running: 10% A"_s,
            u"running: LastError: one"_s, retrieved, u"running: 10% B"_s, u"running: 5% A"_s,
            end } << CauseSource::EndMessage << u"Failed to install software bundle."_s;
    }

    void point8_theCause()
    {
        QFETCH(QStringList, lines);
        QFETCH(CauseSource, source);
        QFETCH(QString, cause);
        QList<ActionStatus> statuses = historyOf(QStringList{ assigned } + lines);
        if (source == CauseSource::Code)
            statuses.last().code = 5;
        const Outcome outcome = buildTimeline({ .active = false }, statuses).outcome;
        QCOMPARE(outcome.kind, OutcomeKind::Error);
        QCOMPARE(outcome.causeSource, source);
        QCOMPARE(outcome.cause, cause);
    }

    void point9_aLongHistoryAtOnce()
    {
        const DeviceHistory history = loadDeviceHistory(u"ddi-scripted-soak-quota"_s);
        const Timeline timeline = buildTimeline(history.action, history.statuses);
        QVERIFY(timeline.hasNote(NoteKind::QuotaReached));
        QCOMPARE(timeline.outcome.kind, OutcomeKind::Success);
        QVERIFY(timeline.steps.size() < 30);
        QBENCHMARK_ONCE
        {
            (void)buildTimeline(history.action, history.statuses);
        }
    }

    void point9_newEntriesComeAtTheTop()
    {
        DeviceHistory history = loadDeviceHistory(u"ddi-scripted-soak-950"_s);
        TimelineBuilder builder(history.action);
        const qsizetype count = history.statuses.size();
        for (qsizetype seen = 0; seen < count; seen += 40) { // newest first, down to a known one
            const qsizetype top = std::max<qsizetype>(0, count - seen - 40);
            builder.add(history.statuses.mid(top, 41));
        }
        QCOMPARE(builder.entriesRead(), count);
        QVERIFY(builder.timeline() == buildTimeline(history.action, history.statuses));
    }

    void point9_fiftyLinesAtOnce()
    {
        QStringList lines;
        for (int i = 1; i <= 50; ++i)
            lines << u"[read_lines_notify] : step %1/50: x"_s.arg(i);
        const Timeline timeline
            = timelineOf({ assigned, QString(u"running: "_s + lines.join(u" / "_s)) });
        QCOMPARE(timeline.marks.last().lines, 50);
        QCOMPARE(timeline.marks.last().percent, 100.0);
        QVERIFY(timeline.hasNote(NoteKind::FullEntries));
    }

    void point10_finishedAndYetNotInstalled()
    {
        const Timeline skipped
            = timelineOf({ assigned, retrieved, u"finished: Skipped Update."_s });
        QCOMPARE(skipped.outcome.kind, OutcomeKind::Success);
        QVERIFY(skipped.hasNote(NoteKind::NothingInstalled));
        const DeviceHistory offline = loadDeviceHistory(u"no-device-offline-assignment"_s);
        const Timeline recorded = buildTimeline(offline.action, offline.statuses);
        QVERIFY(recorded.hasNote(NoteKind::OfflineAssignment));
        QVERIFY(!recorded.firstReport.isValid());
        const DeviceHistory canceled = loadDeviceHistory(u"swupdate-cancel-while-installing"_s);
        QVERIFY(buildTimeline(canceled.action, canceled.statuses)
                    .hasNote(NoteKind::CanceledAfterInstallation));
    }

    void anActionWithoutEntries()
    {
        const QDateTime created = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, inUtc);
        const Timeline running = buildTimeline({ .active = true, .createdAt = created }, {});
        QVERIFY(running.isRunning());
        QCOMPARE(running.assignedAt, created);
        const Timeline closed = buildTimeline({ .status = u"error"_s }, {});
        QCOMPARE(closed.outcome.kind, OutcomeKind::Error);
        QVERIFY(closed.hasNote(NoteKind::EndNotSeen));
        // A device that reads its deployment again after the end changes the status back.
        QCOMPARE(
            buildTimeline({ .status = u"retrieved"_s }, {}).outcome.kind, OutcomeKind::Unknown);
    }

    void aCancelIsOpenUntilItIsAnswered()
    {
        const QString asked = u"canceling: Update Server: manual cancelation requested"_s;
        QVERIFY(timelineOf({ assigned, asked }).cancelRequested);
        QVERIFY(timelineOf({ assigned, asked }).hasNote(NoteKind::CancelNotConfirmed));
        QVERIFY(!timelineOf({ assigned, asked, u"cancel_rejected: no"_s }).cancelRequested);
        // The device's own "canceled" ends nothing.
        QVERIFY(timelineOf({ assigned, u"canceled: user pressed stop"_s }).isRunning());
    }
};

FALCONER_TEST(tst_timeline)
#include "tst_timeline.moc"
