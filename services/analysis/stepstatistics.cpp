// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/stepstatistics.h"

#include "services/analysis/quantiles.h"
#include "services/analysis/stepdurations.h"

#include <algorithm>
#include <tuple>

namespace falconer {

namespace {

using LongestByDevice = QHash<QString, qint64>;

QHash<StepKey, LongestByDevice> gather(const QList<DeviceTimeline> &devices)
{
    QHash<StepKey, LongestByDevice> gathered;
    for (const DeviceTimeline &device : devices) {
        const QHash<StepKey, qint64> durations = completedDurations(device.timeline);
        for (auto it = durations.begin(); it != durations.end(); ++it) {
            LongestByDevice &known = gathered[it.key()];
            const auto before = known.find(device.controllerId);
            if (before == known.end())
                known.insert(device.controllerId, it.value());
            else
                *before = std::max(*before, it.value());
        }
    }
    return gathered;
}

StepStatistics statisticsOf(const StepKey &key, const LongestByDevice &durations)
{
    QList<qint64> sorted = durations.values();
    std::ranges::sort(sorted);
    StepStatistics result;
    result.key = key;
    result.devices = int(sorted.size());
    result.median = median(sorted).value_or(0);
    result.p95 = percentile95(sorted);
    result.max = sorted.last();
    for (auto it = durations.begin(); it != durations.end(); ++it) {
        const bool isFirst = result.slowest.isNull() || it.key() < result.slowest;
        if (it.value() == result.max && isFirst)
            result.slowest = it.key();
    }
    return result;
}

// Where a step stands in the course of an installation.
struct Place {
    qint64 offset = 0; // ms from the begin of the work, the median
    int depth = 0;
};

QHash<QString, Place> placesOf(const QList<DeviceTimeline> &devices)
{
    QHash<QString, QList<qint64>> offsets;
    QHash<QString, Place> places;
    for (const DeviceTimeline &device : devices) {
        QSet<QString> seen; // a repeated step stands where it came first
        for (const Step &step : device.timeline.steps) {
            if (seen.contains(step.name))
                continue;
            seen << step.name;
            offsets[step.name] << device.timeline.workStart.msecsTo(step.start);
            int &depth = places[step.name].depth;
            depth = std::max(depth, step.depth);
        }
    }
    for (auto it = offsets.begin(); it != offsets.end(); ++it) {
        std::ranges::sort(*it);
        places[it.key()].offset = median(*it).value_or(0);
    }
    return places;
}

} // namespace

QList<StepStatistics> stepStatistics(const QList<DeviceTimeline> &devices)
{
    const QHash<StepKey, LongestByDevice> gathered = gather(devices);
    QList<StepStatistics> result;
    result.reserve(gathered.size());
    for (auto it = gathered.begin(); it != gathered.end(); ++it)
        result << statisticsOf(it.key(), *it);
    const QHash<QString, Place> places = placesOf(devices);
    std::ranges::sort(result, {}, [&places](const StepStatistics &line) {
        const Place place = places.value(line.key.name);
        return std::tuple(line.key.kind, line.key.phase, place.offset, place.depth, line.key.name);
    });
    return result;
}

QHash<StepKey, qint64> p95ByStep(const QList<StepStatistics> &statistics)
{
    QHash<StepKey, qint64> result;
    for (const StepStatistics &line : statistics) {
        if (line.p95)
            result.insert(line.key, *line.p95);
    }
    return result;
}

} // namespace falconer
