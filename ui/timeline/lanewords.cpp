// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lanewords.h"

#include "ui/shared/errortext.h"
#include "ui/timeline/timelinegeometry.h"
#include "ui/timeline/timetexts.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::LaneWords)
};

QString withPercent(const QString &words, const std::optional<double> &percent)
{
    return percent ? Words::tr("%1, %2 %").arg(words).arg(std::lround(*percent)) : words;
}

QString workSpan(const Timeline &timeline)
{
    const QDateTime &start
        = timeline.workStart.isValid() ? timeline.workStart : timeline.assignedAt;
    return spanText(start.msecsTo(timeline.outcome.at));
}

QString phaseWords(const Timeline &timeline)
{
    if (timeline.phases.isEmpty())
        return Words::tr("running");
    const Phase &phase = timeline.phases.last();
    switch (phase.kind) {
    case PhaseKind::WaitingForDevice:
        return Words::tr("waits for next poll");
    case PhaseKind::WaitingForConfirmation:
        return Words::tr("waits for confirmation");
    case PhaseKind::Retrieved:
        return Words::tr("has read its deployment");
    case PhaseKind::Download:
        return withPercent(Words::tr("downloading"), phase.percent);
    case PhaseKind::Downloaded:
        return Words::tr("downloaded, not installing yet");
    case PhaseKind::Install:
        return Words::tr("installing");
    case PhaseKind::Installed:
        return Words::tr("installed, closing report awaited");
    }
    Q_UNREACHABLE();
}

QString currentWords(const Timeline &timeline)
{
    const int step = timeline.currentStep();
    if (step < 0)
        return phaseWords(timeline);
    return withPercent(timeline.steps[step].name, timeline.steps[step].percent);
}

QString pollWords(const std::optional<PollStatus> &poll, const QDateTime &now)
{
    if (!poll || !poll->nextExpectedRequestAt.isValid())
        return Words::tr("starts when the device asks the next time");
    const qint64 interval = poll->lastRequestAt.msecsTo(poll->nextExpectedRequestAt);
    const qint64 left = now.msecsTo(poll->nextExpectedRequestAt);
    if (left < 0)
        return Words::tr("polls every %1, expected %2 ago")
            .arg(spanText(interval), spanText(-left));
    return Words::tr("polls every %1, next expected in %2").arg(spanText(interval), spanText(left));
}

LaneWords runningWords(const TimelineLane &lane, const QDateTime &now)
{
    const Timeline &timeline = lane.timeline;
    const PhaseKind phase
        = timeline.phases.isEmpty() ? PhaseKind::WaitingForDevice : timeline.phases.last().kind;
    LaneWords words{ Icon::Pending, Tone::Running, currentWords(timeline), {}, Tone::Quiet };
    if (timeline.cancelRequested) {
        words.icon = Icon::Canceling;
        words.tone = Tone::Attention;
        words.status = Words::tr("cancel requested, not confirmed");
    } else if (phase == PhaseKind::WaitingForDevice) {
        words.icon = Icon::Waiting;
        words.tone = Tone::Quiet;
        words.end = pollWords(lane.poll, now);
    } else if (phase == PhaseKind::WaitingForConfirmation) {
        words.icon = Icon::Waiting;
        words.tone = Tone::Attention;
        words.end = Words::tr("somebody must confirm before the device begins");
        words.endTone = Tone::Attention;
    }
    if (isSilent(timeline, now)) {
        const QString span = spanText(timeline.silence(now));
        words.icon = Icon::Warning;
        words.tone = Tone::Attention;
        words.status = Words::tr("silent for %1: %2").arg(span, currentWords(timeline));
        words.end = Words::tr("no report for %1").arg(span);
        words.endTone = Tone::Attention;
    }
    return words;
}

LaneWords successWords(const Timeline &timeline)
{
    if (timeline.hasNote(NoteKind::OfflineAssignment))
        return { Icon::Information, Tone::Quiet, Words::tr("recorded as installed"),
            Words::tr("by a person; the device took no part"), Tone::Quiet };
    if (timeline.hasNote(NoteKind::NothingInstalled))
        return { Icon::Warning, Tone::Attention, Words::tr("finished, but nothing installed"),
            Words::tr("The device skipped the update, although the server calls it in sync."),
            Tone::Attention };
    if (!timeline.outcome.at.isValid())
        return { Icon::InSync, Tone::Success, Words::tr("finished"), {}, Tone::Quiet };
    return { Icon::InSync, Tone::Success, Words::tr("finished in %1").arg(workSpan(timeline)), {},
        Tone::Quiet };
}

LaneWords errorWords(const Timeline &timeline)
{
    const Outcome &outcome = timeline.outcome;
    QString cause = shortCause(outcome.cause);
    if (cause.isEmpty())
        cause = outcome.code ? Words::tr("failed with code %1").arg(*outcome.code)
                             : Words::tr("failed, the device gave no reason");
    return { Icon::Error, Tone::Failure, cause, cause, Tone::Failure };
}

LaneWords canceledWords(const Timeline &timeline)
{
    if (timeline.outcome.forced)
        return { Icon::Canceled, Tone::Attention, Words::tr("ended by force quit"),
            Words::tr("The device was not told and may go on."), Tone::Attention };
    if (timeline.hasNote(NoteKind::CanceledAfterInstallation))
        return { Icon::Canceled, Tone::Attention, Words::tr("cancelled, but installed"),
            Words::tr("The cancel came too late: the software is on the device."),
            Tone::Attention };
    return { Icon::Canceled, Tone::Quiet, Words::tr("cancelled"), Words::tr("cancelled"),
        Tone::Quiet };
}

} // namespace

LaneWords laneWords(const TimelineLane &lane, const QDateTime &now)
{
    if (lane.error && lane.statuses.isEmpty())
        return { Icon::Warning, Tone::Attention, Words::tr("could not be read"),
            errorText(*lane.error).sentence, Tone::Attention };
    if (!lane.action)
        return { Icon::Registered, Tone::Quiet,
            lane.isLoading ? Words::tr("is being read") : Words::tr("no action yet"),
            lane.isLoading ? QString() : Words::tr("nothing was ever assigned to it"),
            Tone::Quiet };
    if (lane.isLoading && lane.statuses.isEmpty())
        return { Icon::Registered, Tone::Quiet, Words::tr("is being read"), {}, Tone::Quiet };
    const Timeline &timeline = lane.timeline;
    switch (timeline.outcome.kind) {
    case OutcomeKind::Running:
        return runningWords(lane, now);
    case OutcomeKind::Success:
        return successWords(timeline);
    case OutcomeKind::Downloaded:
        return { Icon::Downloaded, Tone::Success, Words::tr("downloaded"),
            Words::tr("download only: nothing was installed"), Tone::Quiet };
    case OutcomeKind::Error:
        return errorWords(timeline);
    case OutcomeKind::Canceled:
        return canceledWords(timeline);
    case OutcomeKind::Unknown:
        return { Icon::Unknown, Tone::Quiet, Words::tr("ended, result not known"), {},
            Tone::Quiet };
    }
    Q_UNREACHABLE();
}

QString laneSentence(const TimelineLane &lane, const QDateTime &now)
{
    const LaneWords words = laneWords(lane, now);
    QString status = words.status;
    const bool isRead = lane.action && !lane.statuses.isEmpty();
    if (isRead && words.tone == Tone::Failure && !lane.timeline.outcome.cause.isEmpty())
        status = Words::tr("failed: %1").arg(words.status);
    else if (isRead && words.tone == Tone::Running && lane.timeline.currentStep() >= 0)
        status = Words::tr("running: %1").arg(words.status);
    if (!lane.action || lane.action->distributionSet.isEmpty())
        return Words::tr("%1: %2").arg(lane.title(), status);
    const QString set = QString(lane.action->distributionSet).replace(u':', u' ');
    return Words::tr("%1, %2: %3").arg(lane.title(), set, status);
}

QString shortCause(const QString &cause)
{
    static const QRegularExpression wrapper(
        u"^(Installation error: |Failed updating slot [^:]+: |Failed to install [^:]+: )"_s);
    static const QRegularExpression bytes(u"\\b([0-9]{5,}) bytes\\b"_s);
    QString text = cause.section(u'\n', 0, 0);
    for (auto match = wrapper.match(text); match.hasMatch(); match = wrapper.match(text))
        text = text.mid(match.capturedLength());
    for (auto match = bytes.match(text); match.hasMatch(); match = bytes.match(text)) {
        const QString size = QLocale().formattedDataSize(match.captured(1).toLongLong(), 0);
        text.replace(match.capturedStart(), match.capturedLength(), size);
    }
    return text;
}

QStringList noteSentences(const Timeline &timeline)
{
    QStringList sentences;
    for (const Note &note : timeline.notes) {
        const int count = int(note.value);
        switch (note.kind) {
        case NoteKind::Restarted:
            sentences << Words::tr("The device began %n time(s).", nullptr, count);
            break;
        case NoteKind::QuotaReached:
            sentences << Words::tr("The server keeps no more than about 1,000 reports: some of the "
                                   "progress is missing, the end is not.");
            break;
        case NoteKind::Holes:
            sentences << Words::tr("%n report(s) of a begin or an end never came.", nullptr, count);
            break;
        case NoteKind::TimesSteppedBack:
            sentences << Words::tr(
                "The server's clock stepped back at %n report(s).", nullptr, count);
            break;
        case NoteKind::DeviceClockDiffers:
            sentences << (note.value > 0
                    ? Words::tr("The device's clock is %1 ahead of the server's.")
                    : Words::tr("The device's clock is %1 behind the server's."))
                             .arg(spanText(std::abs(note.value)));
            break;
        case NoteKind::EndNotSeen:
            sentences << Words::tr("The closing report is missing.");
            break;
        default: // said by the lane itself, or of no use to a reader
            break;
        }
    }
    return sentences;
}

} // namespace falconer
