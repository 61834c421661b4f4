// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/deploymentwindow.h"

#include "services/schedule/quartzcron.h"
#include "services/time/utc.h"

#include <QRegularExpression>
#include <QTime>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

std::optional<int> offsetSeconds(const QString &timezone)
{
    if (timezone == "Z"_L1)
        return 0;
    static const QRegularExpression pattern(u"^([+-])(\\d{2}):(\\d{2})$"_s);
    const auto match = pattern.match(timezone);
    if (!match.hasMatch())
        return std::nullopt;
    const int seconds = match.captured(2).toInt() * 3600 + match.captured(3).toInt() * 60;
    return match.captured(1) == "-"_L1 ? -seconds : seconds;
}

std::optional<qint64> durationMs(const QString &duration)
{
    const QTime time = QTime::fromString(duration, u"HH:mm:ss"_s);
    return time.isValid() ? std::optional<qint64>(time.msecsSinceStartOfDay()) : std::nullopt;
}

std::optional<qint64> firstStartAfter(const SimWindow &window, qint64 moment)
{
    const auto cron = parseQuartzCron(window.schedule).cron;
    const auto offset = offsetSeconds(window.timezone);
    if (!cron || !offset)
        return std::nullopt;
    const auto times = cron->nextTimes(QDateTime::fromMSecsSinceEpoch(moment, inUtc), 1, *offset);
    return times.isEmpty() ? std::nullopt : std::optional(times.first().toMSecsSinceEpoch());
}

} // namespace

bool isValidWindow(const SimWindow &window, qint64 now)
{
    return durationMs(window.duration) && firstStartAfter(window, now);
}

std::optional<qint64> nextWindowStart(const SimWindow &window, qint64 now)
{
    return firstStartAfter(window, now);
}

bool isWindowOpen(const SimWindow &window, qint64 now)
{
    const auto duration = durationMs(window.duration);
    if (!duration)
        return false;
    const auto start = firstStartAfter(window, now - *duration);
    return start && *start <= now;
}

} // namespace falconer
