// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/analysis/madetimeline.h"

#include "services/time/utc.h"

namespace falconer {

QDateTime at(double seconds)
{
    return QDateTime::fromMSecsSinceEpoch(1'800'000'000'000 + qRound64(1'000 * seconds), inUtc);
}

namespace {

QDateTime endOf(double seconds)
{
    return seconds < 0 ? QDateTime() : at(seconds);
}

Phase phaseOf(const MadePhase &made)
{
    Phase phase;
    phase.kind = made.kind;
    phase.attempt = made.attempt;
    phase.start = at(made.start);
    phase.end = endOf(made.end);
    phase.endReported = made.end >= 0;
    return phase;
}

Step stepOf(const MadeStep &made, const QList<Step> &before)
{
    Step step;
    step.name = made.name;
    step.parent = made.parent;
    step.depth = made.parent < 0 ? 0 : before[made.parent].depth + 1;
    step.attempt = made.attempt;
    step.start = at(made.start);
    step.end = endOf(made.end);
    step.outcome = made.end < 0 ? StepOutcome::Running : StepOutcome::Done;
    return step;
}

bool isWork(PhaseKind kind)
{
    return kind == PhaseKind::Download || kind == PhaseKind::Downloaded
        || kind == PhaseKind::Install || kind == PhaseKind::Installed;
}

} // namespace

Timeline runningTimeline(const QList<MadePhase> &phases, const QList<MadeStep> &steps)
{
    Timeline timeline;
    timeline.assignedAt = at(0);
    for (const MadePhase &made : phases) {
        const Phase phase = phaseOf(made);
        timeline.phases << phase;
        const bool isHeard = isWork(made.kind) || made.kind == PhaseKind::Retrieved;
        if (isHeard && !timeline.firstReport.isValid())
            timeline.firstReport = phase.start;
        if (isWork(made.kind) && !timeline.workStart.isValid())
            timeline.workStart = phase.start;
        if (isHeard)
            timeline.lastReport = phase.start;
    }
    for (const MadeStep &made : steps) {
        timeline.steps << stepOf(made, timeline.steps);
        timeline.lastReport = std::max(timeline.lastReport, at(std::max(made.start, made.end)));
    }
    return timeline;
}

Timeline endedTimeline(
    OutcomeKind outcome, double end, const QList<MadePhase> &phases, const QList<MadeStep> &steps)
{
    Timeline timeline = runningTimeline(phases, steps);
    timeline.outcome.kind = outcome;
    timeline.outcome.at = at(end);
    return timeline;
}

} // namespace falconer
