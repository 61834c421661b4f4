// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/stepkey.h"

#include <optional>

namespace falconer {

// The history of one action of one device.
struct DeviceTimeline {
    QString controllerId;
    Timeline timeline;
};

// How long many devices took for one phase or step. Durations in ms.
struct StepStatistics {
    StepKey key;
    int devices = 0; // that completed it
    qint64 median = 0;
    std::optional<qint64> p95; // from 20 devices on (quantiles.h)
    qint64 max = 0;
    QString slowest; // the controller id that took max; of several the first by name

    bool operator==(const StepStatistics &) const = default;
};

// The table of steps: the total first, then the phases, then the steps in the order in which
// devices go through them. Each device counts once; of several actions of a device its longest
// time counts. What is completed, and how repeats count: stepdurations.h. What nobody completed has
// no line. Independent of the order of the devices; O(n log n) in all steps.
QList<StepStatistics> stepStatistics(const QList<DeviceTimeline> &devices);

// The p95 of those that have one, for looking up.
QHash<StepKey, qint64> p95ByStep(const QList<StepStatistics> &statistics);

} // namespace falconer
