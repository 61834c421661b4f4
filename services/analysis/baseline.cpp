// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/baseline.h"

#include "services/analysis/quantiles.h"
#include "services/analysis/stepdurations.h"

#include <algorithm>

namespace falconer {

namespace {

struct Running {
    StepKey key;
    qint64 present = 0;
};

qint64 spanUntil(const QDateTime &start, const QDateTime &end, const QDateTime &now)
{
    return std::max<qint64>(0, start.msecsTo(end.isValid() ? end : now));
}

// All runs of it in this attempt, the open one until now.
template <typename Part, typename IsSame>
qint64 timeIn(const QList<Part> &parts, int attempt, const QDateTime &now, IsSame isSame)
{
    qint64 sum = 0;
    for (const Part &part : parts) {
        if (part.attempt == attempt && isSame(part))
            sum += spanUntil(part.start, part.end, now);
    }
    return sum;
}

// Outermost first.
QList<Running> whatRuns(const Timeline &timeline, const QDateTime &now)
{
    QList<Running> running;
    if (!timeline.phases.isEmpty() && !timeline.phases.last().end.isValid()) {
        const Phase &phase = timeline.phases.last();
        running << Running{ StepKey::of(phase.kind),
            timeIn(timeline.phases, phase.attempt, now,
                [&phase](const Phase &other) { return other.kind == phase.kind; }) };
    }
    const qsizetype steps = running.size();
    for (int i = timeline.currentStep(); i >= 0; i = timeline.steps[i].parent) {
        const Step &step = timeline.steps[i];
        running.insert(steps,
            Running{ StepKey::of(step.name),
                timeIn(timeline.steps, step.attempt, now,
                    [&step](const Step &other) { return other.name == step.name; }) });
    }
    return running;
}

} // namespace

QList<Baseline> baselines(
    const Timeline &present, const QList<Timeline> &older, const QDateTime &now)
{
    if (!present.isRunning())
        return {};
    QHash<StepKey, QList<qint64>> samples;
    for (const Timeline &timeline : older) {
        const QHash<StepKey, qint64> durations = completedDurations(timeline);
        for (auto it = durations.begin(); it != durations.end(); ++it)
            samples[it.key()] << it.value();
    }
    QList<Baseline> result;
    const QList<Running> running = whatRuns(present, now);
    for (const Running &run : running) {
        QList<qint64> sorted = samples.value(run.key);
        if (sorted.size() < leastForBaseline)
            continue;
        std::ranges::sort(sorted);
        result << Baseline{ run.key, int(sorted.size()), median(sorted).value_or(0), sorted.first(),
            sorted.last(), run.present };
    }
    return result;
}

} // namespace falconer
