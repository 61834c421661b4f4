// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/lanealignment.h"
#include "services/analysis/stepstatistics.h"

namespace falconer {

// When a phase or a step mostly begins, and how long it mostly takes. All in ms.
struct TypicalStep {
    StepKey key;
    int depth = 0;    // of a step, as the device nests it; the smallest of all devices
    qint64 start = 0; // after the origin of its lane, the median; may be negative
    qint64 median = 0;
    std::optional<qint64> p95; // from 20 devices on
    int devices = 0;

    bool operator==(const TypicalStep &) const = default;
};

// Fewer devices are no rule to measure others by.
constexpr int leastForTypical = 3;

// The course of an installation as most devices go it: phases and steps that three or more of them
// completed, by their begin. Nothing by the clock, which has no origin. What counts as completed:
// stepdurations.h. O(n log n) in all steps.
QList<TypicalStep> typicalCourse(const QList<DeviceTimeline> &devices,
    const QList<StepStatistics> &statistics, LaneAlignment alignment);

} // namespace falconer
