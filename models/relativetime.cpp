// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/relativetime.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace falconer {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

QString relativeTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 seconds = time.secsTo(now);
    if (seconds < 1)
        return QCoreApplication::translate("falconer::relativeTime", "now");
    if (seconds < minute)
        return QCoreApplication::translate("falconer::relativeTime", "%1 s ago").arg(seconds);
    if (seconds < hour)
        return QCoreApplication::translate("falconer::relativeTime", "%1 min ago")
            .arg(seconds / minute);
    if (seconds < day) {
        return QCoreApplication::translate("falconer::relativeTime", "%1 h %2 min ago")
            .arg(seconds / hour)
            .arg(seconds % hour / minute);
    }
    return QCoreApplication::translate("falconer::relativeTime", "%1 d ago").arg(seconds / day);
}

QString durationText(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(ms, 0) / 1000;
    if (seconds < minute)
        return QCoreApplication::translate("falconer::relativeTime", "%1 s").arg(seconds);
    if (seconds < hour) {
        return QCoreApplication::translate("falconer::relativeTime", "%1 min %2 s")
            .arg(seconds / minute)
            .arg(seconds % minute, 2, 10, QLatin1Char('0'));
    }
    if (seconds < day) {
        return QCoreApplication::translate("falconer::relativeTime", "%1 h %2 min")
            .arg(seconds / hour)
            .arg(seconds % hour / minute, 2, 10, QLatin1Char('0'));
    }
    return QCoreApplication::translate("falconer::relativeTime", "%1 d %2 h")
        .arg(seconds / day)
        .arg(seconds % day / hour);
}

QString dayAndTime(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    const bool isThisYear = local.date().year() == QDate::currentDate().year();
    return QLocale().toString(
        local, isThisYear ? QStringLiteral("d MMM HH:mm") : QStringLiteral("d MMM yyyy HH:mm"));
}

QString exactTime(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    return local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss ")) + local.timeZoneAbbreviation();
}

} // namespace falconer
