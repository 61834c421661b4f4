// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/stepkey.h"

namespace falconer {

// "Download usually 4 min here, now 11": what runs on a device against its own older actions.
// Durations in ms.
struct Baseline {
    StepKey key;
    int samples = 0;     // older actions in which it was completed, three or more
    qint64 usual = 0;    // their median
    qint64 shortest = 0; //
    qint64 longest = 0;  //
    qint64 present = 0;  // until now

    bool operator==(const Baseline &) const = default;
};

constexpr int leastForBaseline = 3;

// What runs now, from the phase to the innermost step; nothing of what fewer than three older
// actions completed, nor when the action has ended. present counts like the older durations: runs
// of the same step earlier in this attempt are added (stepdurations.h).
QList<Baseline> baselines(
    const Timeline &present, const QList<Timeline> &older, const QDateTime &now);

} // namespace falconer
