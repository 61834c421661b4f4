// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/schedule/quartzcron.h"

#include "services/time/utc.h"

#include <QTimeZone>

namespace falconer {

namespace {

constexpr int firstYear = 1970;
constexpr int yearsAhead = 100;

bool allows(const CronValues &values, int value)
{
    return values.any
        || (value >= 0 && value < int(values.allowed.size()) && values.allowed.test(size_t(value)));
}

// 1 = Sunday, as Quartz counts.
int dayOfWeek(const QDate &day)
{
    return day.dayOfWeek() % 7 + 1;
}

bool isWeekday(const QDate &day)
{
    return day.dayOfWeek() <= 5;
}

// The weekday nearest to a day, within its month.
QDate nearestWeekday(const QDate &day)
{
    if (day.dayOfWeek() == 6)
        return day.day() == 1 ? day.addDays(2) : day.addDays(-1);
    if (day.dayOfWeek() == 7)
        return day.day() == day.daysInMonth() ? day.addDays(-2) : day.addDays(1);
    return day;
}

bool matchesSpecial(const QuartzCron::Days &days, const QDate &day)
{
    using Kind = QuartzCron::Days::Kind;
    const int last = day.daysInMonth();
    switch (days.kind) {
    case Kind::LastOfMonth:
        return day.day() == last - days.nth;
    case Kind::LastWeekdayOfMonth: {
        QDate lastWeekday(day.year(), day.month(), last);
        while (!isWeekday(lastWeekday))
            lastWeekday = lastWeekday.addDays(-1);
        return day == lastWeekday;
    }
    case Kind::NearestWeekday:
        return days.day <= last && day == nearestWeekday(QDate(day.year(), day.month(), days.day));
    case Kind::LastOfWeek:
        return dayOfWeek(day) == days.day && day.day() > last - 7;
    case Kind::NthOfWeek:
        return dayOfWeek(day) == days.day && (day.day() - 1) / 7 + 1 == days.nth;
    case Kind::Any:
    case Kind::OfMonth:
    case Kind::OfWeek:
        break;
    }
    return true;
}

} // namespace

QList<int> CronValues::list() const
{
    QList<int> result;
    for (size_t value = 0; value < allowed.size(); ++value) {
        if (allowed.test(value))
            result << int(value);
    }
    return result;
}

bool QuartzCron::matchesDay(const QDate &day) const
{
    if (!allows(years, day.year() - firstYear) || !allows(months, day.month()))
        return false;
    if (days.kind == Days::Kind::OfMonth)
        return allows(daysOfMonth, day.day());
    if (days.kind == Days::Kind::OfWeek)
        return allows(daysOfWeek, dayOfWeek(day));
    return matchesSpecial(days, day);
}

QList<QDateTime> QuartzCron::nextTimes(const QDateTime &after, int n, int utcOffsetSeconds) const
{
    QList<QDateTime> result;
    // The device's clock, written as if it were UTC.
    const QDateTime local = after.toUTC().addSecs(utcOffsetSeconds);
    const QDate end = local.date().addYears(yearsAhead);
    for (QDate day = local.date(); day <= end; day = day.addDays(1)) {
        if (!allows(years, day.year() - firstYear)) {
            day = QDate(day.year(), 12, 31);
            continue;
        }
        if (!matchesDay(day))
            continue;
        for (int second = 0; second < 24 * 3600; ++second) {
            if (!allows(hours, second / 3600)) {
                second += 3599;
                continue;
            }
            if (!allows(minutes, second / 60 % 60)) {
                second += 59;
                continue;
            }
            if (!allows(seconds, second % 60))
                continue;
            const QDateTime time(day, QTime(0, 0).addSecs(second), inUtc);
            if (time <= local)
                continue;
            if (result.size() == n)
                return result;
            result << time.addSecs(-utcOffsetSeconds);
        }
        if (result.size() >= n)
            break;
    }
    return result;
}

} // namespace falconer
