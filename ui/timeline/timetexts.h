// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QDateTime;

namespace falconer {

// How long a step took: "0.4 s", "8.2 s", "58 s", "1 min 28 s", "2 h 05 min", "3 d 4 h".
QString spanText(qint64 ms);

// What stands at a grid line: "0 min", "1 min 30 s" since the zero of the lanes.
QString axisText(qint64 ms, qint64 gridMs);
// The same by the clock, in the zone of the time: "14:05", "14:05:30", "24 Nov 14:05".
QString axisClockText(const QDateTime &time, qint64 gridMs);

} // namespace falconer
