// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/records.h"

#include <optional>

namespace falconer {

// Maintenance windows: a Quartz schedule, a duration (HH:mm:ss), an offset from UTC ("+01:00",
// "Z"). Times are ms since the epoch.

// Whether the server takes it: all three are readable and there is a start still to come.
bool isValidWindow(const SimWindow &window, qint64 now);
std::optional<qint64> nextWindowStart(const SimWindow &window, qint64 now);
bool isWindowOpen(const SimWindow &window, qint64 now);

} // namespace falconer
