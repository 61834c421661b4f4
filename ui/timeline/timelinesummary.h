// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanelist.h"

namespace falconer {

// "gateway-os 2.4.0, 12 devices": what the lanes are of. leftOut: selected ones without a lane.
QString timelineSummary(const LaneList &lanes, int leftOut);

// An action as its lane knows it: its reports tell the end before the list of actions does.
Action actionInLane(const TimelineLane &lane);

} // namespace falconer
