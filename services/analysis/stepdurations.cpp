// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/stepdurations.h"

#include <algorithm>

namespace falconer {

namespace {

bool isCompleted(const Timeline &timeline, qsizetype index)
{
    const Phase &phase = timeline.phases[index];
    if (!phase.endReported || !phase.end.isValid())
        return false;
    // The last one was ended by whatever ended the action.
    return index < timeline.phases.size() - 1 || endedByWork(timeline);
}

bool isCompleted(const Step &step)
{
    return step.outcome == StepOutcome::Done && step.startReported && step.start.isValid()
        && step.end.isValid();
}

qint64 spanOf(const QDateTime &start, const QDateTime &end)
{
    return std::max<qint64>(0, start.msecsTo(end));
}

} // namespace

bool endedByWork(const Timeline &timeline)
{
    const OutcomeKind kind = timeline.outcome.kind;
    return (kind == OutcomeKind::Success || kind == OutcomeKind::Downloaded)
        && !timeline.hasNote(NoteKind::NothingInstalled)
        && !timeline.hasNote(NoteKind::OfflineAssignment);
}

QHash<StepKey, qint64> completedDurations(const Timeline &timeline)
{
    QHash<int, QHash<StepKey, qint64>> byAttempt;
    for (qsizetype i = 0; i < timeline.phases.size(); ++i) {
        const Phase &phase = timeline.phases[i];
        if (isCompleted(timeline, i))
            byAttempt[phase.attempt][StepKey::of(phase.kind)] += spanOf(phase.start, phase.end);
    }
    for (const Step &step : timeline.steps) {
        if (isCompleted(step))
            byAttempt[step.attempt][StepKey::of(step.name)] += spanOf(step.start, step.end);
    }
    QHash<StepKey, qint64> longest;
    for (const QHash<StepKey, qint64> &attempt : std::as_const(byAttempt)) {
        for (auto it = attempt.begin(); it != attempt.end(); ++it)
            longest[it.key()] = std::max(longest.value(it.key()), it.value());
    }
    if (endedByWork(timeline) && timeline.workStart.isValid() && timeline.outcome.at.isValid())
        longest[StepKey::total()] = spanOf(timeline.workStart, timeline.outcome.at);
    return longest;
}

} // namespace falconer
