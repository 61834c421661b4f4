// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/percentcourse.h"

#include <QHash>

#include <algorithm>

namespace falconer {

namespace {

int attemptAt(const Timeline &timeline, const QDateTime &time)
{
    int attempt = 0;
    for (int i = 0; i < timeline.attempts.size(); ++i) {
        if (timeline.attempts[i].start.isValid() && timeline.attempts[i].start <= time)
            attempt = i;
    }
    return attempt;
}

} // namespace

QList<PercentPoint> percentCourse(const Timeline &timeline)
{
    QList<PercentPoint> course;
    for (const Step &step : timeline.steps) {
        // A failure jumps to the end of the scale, which is no progress.
        if (!step.percent || step.outcome == StepOutcome::Failed)
            continue;
        course << PercentPoint{ step.end.isValid() ? step.end : step.start, *step.percent,
            step.attempt };
    }
    for (const Mark &mark : timeline.marks) {
        if (mark.percent && mark.kind != MarkKind::Failure)
            course << PercentPoint{ mark.time, *mark.percent, attemptAt(timeline, mark.time) };
    }
    std::ranges::stable_sort(course, {}, &PercentPoint::at);
    // Of two numbers that are told of different things the larger one is how far it has come.
    QHash<int, double> reached;
    for (PercentPoint &point : course)
        point.percent = reached[point.attempt] = std::max(reached[point.attempt], point.percent);
    return course;
}

} // namespace falconer
