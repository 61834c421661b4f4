// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/lanewords.h"

namespace falconer {

// What an action that runs does or waits for. Part of laneWords().
LaneWords runningWords(const TimelineLane &lane, const LaneMoment &moment);

} // namespace falconer
