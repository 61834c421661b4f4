// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/steplines.h"

#include <QSet>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// Steps with others inside.
QSet<QString> outerSteps(const QList<DeviceTimeline> &devices)
{
    QSet<QString> outer;
    for (const DeviceTimeline &device : devices) {
        const QList<Step> &steps = device.timeline.steps;
        for (const Step &step : steps) {
            if (step.parent >= 0)
                outer << steps[step.parent].name;
        }
    }
    return outer;
}

bool hasParts(const StepKey &key, const QSet<QString> &outer, bool hasSteps)
{
    switch (key.kind) {
    case StepKey::Kind::Total:
        return true;
    case StepKey::Kind::Phase:
        return key.phase == PhaseKind::Install && hasSteps;
    case StepKey::Kind::Step:
        return outer.contains(key.name);
    }
    Q_UNREACHABLE();
}

void markParts(QList<StepLine> &lines, const QSet<QString> &outer)
{
    const bool hasSteps = std::ranges::any_of(lines,
        [](const StepLine &line) { return line.statistics.key.kind == StepKey::Kind::Step; });
    for (StepLine &line : lines)
        line.hasParts = hasParts(line.statistics.key, outer, hasSteps);
}

void markSlowest(QList<StepLine> &lines)
{
    // What only waits is nobody's slowness.
    const StepKey waiting = StepKey::of(PhaseKind::Downloaded);
    StepLine *slowest = nullptr;
    int candidates = 0;
    for (StepLine &line : lines) {
        if (line.hasParts || !line.share || line.statistics.key == waiting)
            continue;
        ++candidates;
        if (!slowest || *line.share > *slowest->share)
            slowest = &line;
    }
    // Of one alone nothing is learnt.
    if (slowest && candidates > 1)
        slowest->isSlowest = true;
}

// What a line is sorted by, nothing when it has no value.
std::optional<double> sortValue(const StepLine &line, const QString &key)
{
    const StepStatistics &statistics = line.statistics;
    if (key == "devices"_L1)
        return statistics.devices;
    if (key == "median"_L1)
        return double(statistics.median);
    if (key == "p95"_L1)
        return statistics.p95 ? std::optional(double(*statistics.p95)) : std::nullopt;
    if (key == "max"_L1)
        return double(statistics.max);
    if (key == "share"_L1)
        return line.share;
    return line.place;
}

} // namespace

bool isWork(const StepKey &key)
{
    return key.kind != StepKey::Kind::Phase || key.phase >= PhaseKind::Download;
}

bool isRead(const TimelineLane &lane)
{
    return lane.action && !lane.statuses.isEmpty();
}

QList<DeviceTimeline> readHistories(const LaneList &lanes)
{
    QList<DeviceTimeline> histories;
    for (int i = 0; i < lanes.count(); ++i) {
        if (isRead(lanes.lane(i)))
            histories << DeviceTimeline{ lanes.lane(i).controllerId, lanes.lane(i).timeline };
    }
    return histories;
}

QList<StepLine> stepLines(
    const QList<StepStatistics> &statistics, const QList<DeviceTimeline> &devices)
{
    QList<StepLine> lines;
    StepStatistics total;
    for (const StepStatistics &step : statistics) {
        if (step.key == StepKey::total())
            total = step;
        StepLine line{ .statistics = step, .place = int(lines.size()) };
        const bool isUsual = step.devices * 2 >= total.devices;
        if (total.median > 0 && isWork(step.key) && isUsual)
            line.share = std::min(1.0, double(step.median) / double(total.median));
        lines << line;
    }
    markParts(lines, outerSteps(devices));
    markSlowest(lines);
    return lines;
}

void sortStepLines(QList<StepLine> &lines, const QString &sortKey, Qt::SortOrder order)
{
    const bool isUp = order == Qt::AscendingOrder;
    std::ranges::stable_sort(lines, {}, &StepLine::place);
    if (sortKey == "slowest"_L1) {
        std::ranges::stable_sort(lines, [isUp](const StepLine &a, const StepLine &b) {
            const int compared = a.statistics.slowest.localeAwareCompare(b.statistics.slowest);
            return isUp ? compared < 0 : compared > 0;
        });
        return;
    }
    std::ranges::stable_sort(lines, [&](const StepLine &a, const StepLine &b) {
        const std::optional<double> left = sortValue(a, sortKey);
        const std::optional<double> right = sortValue(b, sortKey);
        if (!left || !right)
            return left && !right;
        return isUp ? *left < *right : *left > *right;
    });
}

} // namespace falconer
