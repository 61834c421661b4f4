// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"
#include "services/schedule/quartzcron.h"

#include <optional>

namespace falconer {

// "HH:mm:ss" in seconds; nothing when it is not that, or not longer than nothing.
std::optional<int> parseWindowDuration(const QString &text);
// "+hh:mm", "-hh:mm" or "Z" in seconds east of UTC, up to 18 hours; names of zones are refused, as
// by the server.
std::optional<int> parseUtcOffset(const QString &text);
QString utcOffsetText(int seconds); // "+01:00", zero: "+00:00"

// A maintenance window as typed, checked as the server would.
struct WindowCheck {
    std::optional<QuartzCron> cron;
    CronError cronError; // without cron, and when the schedule never comes again
    std::optional<int> durationSeconds;
    std::optional<int> utcOffsetSeconds;
    QList<QDateTime> nextStarts; // UTC, up to five

    // The server refuses a window that has no next start.
    bool isValid() const { return durationSeconds && utcOffsetSeconds && !nextStarts.isEmpty(); }
};

WindowCheck checkWindow(const MaintenanceWindow &window, const QDateTime &now);

} // namespace falconer
