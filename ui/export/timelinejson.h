// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinelane.h"

#include <QByteArray>
#include <QList>

namespace falconer {

// All that is known of the lanes, for programs: what was read and the statuses as the server sent
// them. Times in UTC, durations in ms; what is not known is left out.
QByteArray timelineJson(const QList<TimelineLane> &lanes);

} // namespace falconer
