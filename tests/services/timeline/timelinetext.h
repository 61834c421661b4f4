// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

#include <QString>

namespace falconer {

// A timeline as a table that a person can check against the history that it was read from. Times
// are seconds since the assignment.
QString timelineText(const Timeline &timeline);
// The same in one line: outcome, attempts, counts.
QString timelineSummary(const Timeline &timeline);

} // namespace falconer
