// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/typicalcourse.h"

#include "services/analysis/quantiles.h"

#include <QSet>

#include <algorithm>

namespace falconer {

namespace {

struct Begins {
    QList<qint64> offsets; // ms, of each device the first begin
    int depth = 0;
};

class Gatherer final {
public:
    explicit Gatherer(LaneAlignment alignment)
        : m_alignment(alignment)
    {
    }

    void read(const Timeline &timeline)
    {
        const QDateTime origin = laneOrigin(timeline, m_alignment);
        if (!origin.isValid())
            return;
        QSet<StepKey> seen;
        const auto add = [&](const StepKey &key, const QDateTime &start, int depth) {
            if (seen.contains(key) || !start.isValid())
                return;
            seen << key;
            Begins &begins = m_begins[key];
            begins.depth = begins.offsets.isEmpty() ? depth : std::min(begins.depth, depth);
            begins.offsets << origin.msecsTo(start);
        };
        for (const Phase &phase : timeline.phases)
            add(StepKey::of(phase.kind), phase.start, 0);
        for (const Step &step : timeline.steps)
            add(StepKey::of(step.name), step.start, step.depth);
    }

    QHash<StepKey, Begins> take() { return std::move(m_begins); }

private:
    LaneAlignment m_alignment;
    QHash<StepKey, Begins> m_begins;
};

} // namespace

QList<TypicalStep> typicalCourse(const QList<DeviceTimeline> &devices,
    const QList<StepStatistics> &statistics, LaneAlignment alignment)
{
    Gatherer gatherer(alignment);
    for (const DeviceTimeline &device : devices)
        gatherer.read(device.timeline);
    QHash<StepKey, Begins> begins = gatherer.take();
    QList<TypicalStep> course;
    for (const StepStatistics &line : statistics) {
        const auto found = begins.find(line.key);
        if (line.devices < leastForTypical || found == begins.end())
            continue;
        std::ranges::sort(found->offsets);
        course << TypicalStep{ .key = line.key,
            .depth = found->depth,
            .start = median(found->offsets).value_or(0),
            .median = line.median,
            .p95 = line.p95,
            .devices = line.devices };
    }
    std::ranges::stable_sort(course, {}, &TypicalStep::start);
    return course;
}

} // namespace falconer
