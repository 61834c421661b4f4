// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

#include <array>

namespace falconer {

enum class DeviceState {
    Waiting, // for the device, a person, a maintenance window, the begin of the installation
    Downloading,
    Installing, // until the closing report, with the restart
    Finished,
    Failed,
    Canceled,
    Unknown, // closed, and nobody knows how
};

constexpr int deviceStates = 7;

// How many devices were in which state from a moment on.
struct StatePoint {
    QDateTime at; // UTC
    std::array<int, deviceStates> counts{};

    int operator[](DeviceState state) const { return counts[size_t(state)]; }
    bool operator==(const StatePoint &) const = default;
};

// The series of a chart of devices per state: steps, not lines between points. One point a change,
// the last one at "now"; every point holds what was so in that moment. A device counts from its
// assignment on. What is after now does not count.
//
// With more than mostPoints changes some are left out, evenly in time; the first and the last stay,
// and those that stay are exact. mostPoints is at least 2. O(n log n) in the phases.
QList<StatePoint> statesOverTime(
    const QList<Timeline> &timelines, const QDateTime &now, qsizetype mostPoints);

// The state of one device in the end.
DeviceState deviceState(const Timeline &timeline);

} // namespace falconer
