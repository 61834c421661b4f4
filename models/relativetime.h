// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <functional>

namespace falconer {

// The present moment in UTC, handed in so that tests decide it.
using Clock = std::function<QDateTime()>;

// "12 s ago", "4 min ago", "1 h 12 min ago", "3 d ago"; "now" for what is not yet a second old,
// also for a server's clock that runs ahead of ours. Empty for an invalid time.
QString relativeTime(const QDateTime &time, const QDateTime &now);

// "12 s", "4 min 02 s", "1 h 12 min", "3 d 4 h": how long something took. Negative counts as 0.
QString durationText(qint64 ms);

// "25 Nov 19:53", with the year when it is not this one: where there is little room. Local zone.
QString dayAndTime(const QDateTime &time);

// Date and time with seconds in the local zone, whose name is said: for tooltips.
QString exactTime(const QDateTime &time);

} // namespace falconer
