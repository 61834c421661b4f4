// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

namespace falconer {

// What lies below each other in all lanes.
enum class LaneAlignment {
    WallClock,
    Assignment,
    FirstContact, // the first report of the device
    InstallStart, // of the last attempt, the one that counts
};

// The moment of a lane that is its zero, UTC; invalid when the lane has not come so far, and for
// the clock, which all lanes share.
QDateTime laneOrigin(const Timeline &timeline, LaneAlignment alignment);

} // namespace falconer
