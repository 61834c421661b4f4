// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/runningwords.h"

#include "ui/timeline/bartexts.h"
#include "ui/timeline/timetexts.h"

#include <QCoreApplication>

#include <cmath>

namespace falconer {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::RunningWords)
};

QString withPercent(const QString &words, const std::optional<double> &percent)
{
    return percent ? Words::tr("%1, %2 %").arg(words).arg(std::lround(*percent)) : words;
}

PhaseKind currentPhase(const Timeline &timeline)
{
    return timeline.phases.isEmpty() ? PhaseKind::WaitingForDevice : timeline.phases.last().kind;
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

LaneWords waitingWords(const TimelineLane &lane, const LaneMoment &moment)
{
    LaneWords words{ Icon::Waiting, Tone::Quiet, currentWords(lane.timeline), {}, Tone::Quiet };
    switch (moment.attention.state) {
    case ActionState::Scheduled:
        words.status = Words::tr("scheduled");
        words.end = Words::tr("its rollout group has not begun");
        break;
    case ActionState::WaitingForConfirmation:
        words.tone = words.endTone = Tone::Attention;
        words.end = Words::tr("somebody must confirm before the device begins");
        break;
    case ActionState::WaitingForWindow:
        words.status = Words::tr("waits for its maintenance window");
        words.end
            = Words::tr("begins in %1").arg(spanText(moment.now.msecsTo(moment.attention.due)));
        break;
    default:
        if (currentPhase(lane.timeline) == PhaseKind::WaitingForDevice)
            words.end = pollWords(lane.poll, moment.now);
        else
            words.tone = Tone::Running;
        break;
    }
    return words;
}

// What will not go on by itself, or does not seem to.
LaneWords stuckWords(const TimelineLane &lane, const LaneMoment &moment)
{
    const Attention &attention = moment.attention;
    const QString current = currentWords(lane.timeline);
    LaneWords words{ Icon::Warning, Tone::Attention, current, {}, Tone::Attention };
    const QString span = spanText(attention.since.msecsTo(moment.now));
    switch (attention.state) {
    case ActionState::CancelNotConfirmed:
        words.icon = Icon::Canceling;
        words.status = Words::tr("cancel requested, not confirmed");
        if (attention.needsPerson)
            words.end = Words::tr("not confirmed for %1").arg(span);
        else if (!lane.timeline.workStart.isValid())
            words.end = Words::tr("the device has not answered yet");
        break;
    case ActionState::QuotaReached:
        words.end = Words::tr("more reports are refused, only the end will be seen");
        break;
    case ActionState::NotPolled:
        words.status = Words::tr("not heard of for %1: %2").arg(span, current);
        words.end = Words::tr("%n poll(s) missed", nullptr, attention.missedPolls);
        break;
    default:
        words.status = Words::tr("silent for %1: %2").arg(span, current);
        words.end = Words::tr("no report for %1").arg(span);
        break;
    }
    return words;
}

LaneWords workWords(const TimelineLane &lane, const LaneMoment &moment)
{
    LaneWords words{ Icon::Pending, Tone::Running, currentWords(lane.timeline), {}, Tone::Quiet };
    if (!moment.baseline)
        return words;
    const Baseline &baseline = *moment.baseline;
    const QString what = baseline.key.kind == StepKey::Kind::Step ? baseline.key.name
                                                                  : phaseName(baseline.key.phase);
    words.end = Words::tr("%1 usually takes %2 here, now %3")
                    .arg(what, spanText(baseline.usual), spanText(baseline.present));
    if (baseline.present > baseline.longest)
        words.endTone = Tone::Attention;
    return words;
}

} // namespace

LaneWords runningWords(const TimelineLane &lane, const LaneMoment &moment)
{
    switch (moment.attention.state) {
    case ActionState::CancelNotConfirmed:
    case ActionState::QuotaReached:
    case ActionState::NotPolled:
    case ActionState::Silent:
        return stuckWords(lane, moment);
    case ActionState::Downloading:
    case ActionState::Installing:
        return workWords(lane, moment);
    default:
        return waitingWords(lane, moment);
    }
}

} // namespace falconer
