// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lanewords.h"

#include "models/sizetext.h"
#include "ui/shared/errortext.h"
#include "ui/timeline/runningwords.h"
#include "ui/timeline/timetexts.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::LaneWords)
};

QString workSpan(const Timeline &timeline)
{
    const QDateTime &start
        = timeline.workStart.isValid() ? timeline.workStart : timeline.assignedAt;
    return spanText(start.msecsTo(timeline.outcome.at));
}

LaneWords successWords(const Timeline &timeline, const LaneMoment &moment)
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
    const QString slow
        = moment.usual ? Words::tr("slow, usually %1").arg(spanText(*moment.usual)) : QString();
    return { Icon::InSync, Tone::Success, Words::tr("finished in %1").arg(workSpan(timeline)), slow,
        Tone::Attention };
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
    const QString words = timeline.hasNote(NoteKind::Superseded)
        ? Words::tr("replaced by a newer assignment")
        : Words::tr("cancelled");
    return { Icon::Canceled, Tone::Quiet, words, words, Tone::Quiet };
}

// What lanes of this state are called together.
QString stateTitle(LaneState state)
{
    switch (state) {
    case LaneState::NeedsPerson:
        return Words::tr("Needs attention");
    case LaneState::Failed:
        return Words::tr("Failed");
    case LaneState::Running:
        return Words::tr("Running");
    case LaneState::Waiting:
        return Words::tr("Waiting");
    case LaneState::Canceled:
        return Words::tr("Cancelled");
    case LaneState::Finished:
        return Words::tr("Finished");
    case LaneState::Unknown:
        return Words::tr("No action, or result not known");
    }
    Q_UNREACHABLE();
}

} // namespace

LaneWords laneWords(const TimelineLane &lane, const LaneMoment &moment)
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
    if (lane.action->status == "scheduled"_L1) // not active, and not ended either
        return { Icon::Waiting, Tone::Quiet, Words::tr("scheduled"),
            Words::tr("its rollout group has not begun"), Tone::Quiet };
    const Timeline &timeline = lane.timeline;
    switch (timeline.outcome.kind) {
    case OutcomeKind::Running:
        return runningWords(lane, moment);
    case OutcomeKind::Success:
        return successWords(timeline, moment);
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

QString laneSentence(const TimelineLane &lane, const LaneMoment &moment)
{
    const LaneWords words = laneWords(lane, moment);
    QString status = words.status;
    const bool isRead = lane.action && !lane.statuses.isEmpty();
    if (isRead && words.tone == Tone::Failure && !lane.timeline.outcome.cause.isEmpty())
        status = Words::tr("failed: %1").arg(words.status);
    else if (isRead && words.tone == Tone::Running && lane.timeline.currentStep() >= 0)
        status = Words::tr("running: %1").arg(words.status);
    if (!lane.action || lane.action->distributionSet.isEmpty())
        return Words::tr("%1: %2").arg(lane.title(), status);
    return Words::tr("%1, %2: %3").arg(lane.title(), lane.action->setTitle(), status);
}

QString groupTitle(const LaneGroup &group, std::optional<LaneSort> by)
{
    const QString title = by == LaneSort::State ? stateTitle(group.state)
        : group.type.isEmpty()                  ? Words::tr("without a type")
                                                : group.type;
    return Words::tr("%1, %n device(s)", nullptr, int(group.lanes.size())).arg(title);
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
        const QString size = sizeText(match.captured(1).toLongLong());
        text.replace(match.capturedStart(), match.capturedLength(), size);
    }
    return text;
}

} // namespace falconer
