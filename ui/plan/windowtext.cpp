// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/windowtext.h"

#include "ui/plan/plannames.h"

#include <QCoreApplication>
#include <QLocale>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(WindowText)

public:
    static QString time(const QuartzCron &cron);
    static QString days(const QuartzCron &cron);
    static QString weekDays(const QuartzCron &cron);
    static QString field(CronField field);
    static QString starts(const QList<QDateTime> &starts);
};

QString join(const QList<int> &values)
{
    QStringList texts;
    for (const int value : values)
        texts << QString::number(value);
    return texts.join(", "_L1);
}

QString clock(int hour, int minute, int second)
{
    const QTime time(hour, minute, second);
    return time.toString(second == 0 ? u"HH:mm"_s : u"HH:mm:ss"_s);
}

// 1 = Sunday.
QString dayName(int day, QLocale::FormatType format)
{
    return QLocale().standaloneDayName(day == 1 ? 7 : day - 1, format);
}

QString Words::time(const QuartzCron &cron)
{
    const QList<int> hours = cron.hours.list();
    const QList<int> minutes = cron.minutes.list();
    const QList<int> seconds = cron.seconds.list();
    if (minutes.size() == 1 && seconds.size() == 1 && !cron.hours.any && hours.size() <= 6) {
        QStringList times;
        for (const int hour : hours)
            times << clock(hour, minutes.first(), seconds.first());
        return tr("at %1", "times of day").arg(times.join(", "_L1));
    }
    if (minutes.size() == 1 && cron.hours.any)
        return tr("at minute %1 of every hour").arg(minutes.first());
    if (cron.hours.any && cron.minutes.step > 0 && cron.minutes.first == 0)
        return tr("every %1 min").arg(cron.minutes.step);
    const QString hourText
        = cron.hours.any ? tr("every hour") : tr("the hours %1").arg(join(hours));
    const QString minuteText
        = cron.minutes.any ? tr("every minute") : tr("the minutes %1").arg(join(minutes));
    return tr("at %1 of %2", "minutes, hours").arg(minuteText, hourText);
}

QString Words::weekDays(const QuartzCron &cron)
{
    const QList<int> days = cron.daysOfWeek.list();
    if (days == QList<int>{ 2, 3, 4, 5, 6 })
        return tr("Monday to Friday");
    if (days.size() == 1)
        return tr("every %1", "day of the week").arg(dayName(days.first(), QLocale::LongFormat));
    QStringList names;
    for (const int day : days)
        names << dayName(day, QLocale::ShortFormat);
    return tr("every %1", "days of the week").arg(names.join(", "_L1));
}

QString Words::days(const QuartzCron &cron)
{
    using Kind = QuartzCron::Days::Kind;
    const QuartzCron::Days &days = cron.days;
    const QString weekDay
        = days.day > 0 ? dayName((days.day - 1) % 7 + 1, QLocale::LongFormat) : QString();
    switch (days.kind) {
    case Kind::Any:
        return tr("every day");
    case Kind::OfMonth:
        return tr("on day %1 of the month").arg(join(cron.daysOfMonth.list()));
    case Kind::LastOfMonth:
        return days.nth == 0 ? tr("on the last day of the month")
                             : tr("%n day(s) before the last of the month", nullptr, days.nth);
    case Kind::LastWeekdayOfMonth:
        return tr("on the last working day of the month");
    case Kind::NearestWeekday:
        return tr("on the working day nearest to day %1 of the month").arg(days.day);
    case Kind::OfWeek:
        return weekDays(cron);
    case Kind::LastOfWeek:
        return tr("on the last %1 of the month").arg(weekDay);
    case Kind::NthOfWeek:
        return tr("on %1 number %2 of the month", "day of the week, 1 to 5")
            .arg(weekDay)
            .arg(days.nth);
    }
    Q_UNREACHABLE();
}

QString Words::field(CronField field)
{
    switch (field) {
    case CronField::Second:
        return tr("seconds");
    case CronField::Minute:
        return tr("minutes");
    case CronField::Hour:
        return tr("hours");
    case CronField::DayOfMonth:
        return tr("day of the month");
    case CronField::Month:
        return tr("month");
    case CronField::DayOfWeek:
        return tr("day of the week");
    case CronField::Year:
        return tr("year");
    }
    Q_UNREACHABLE();
}

QString Words::starts(const QList<QDateTime> &starts)
{
    QStringList texts;
    QDate former;
    for (const QDateTime &start : starts) {
        const QString time = start.toString(u"HH:mm"_s);
        texts << (start.date() == former
                ? time
                : QLocale().toString(start.date(), u"ddd d MMM"_s) + u' ' + time);
        former = start.date();
    }
    return texts.join(", "_L1);
}

} // namespace

QString scheduleText(const QuartzCron &cron)
{
    QString text = Words::tr("%1 %2", "days, times").arg(Words::days(cron), Words::time(cron));
    if (!cron.months.any) {
        QStringList names;
        for (const int month : cron.months.list())
            names << QLocale().standaloneMonthName(month, QLocale::ShortFormat);
        text += u' ' + Words::tr("in %1", "months").arg(names.join(", "_L1));
    }
    if (!cron.years.any) {
        QList<int> years = cron.years.list();
        for (int &year : years)
            year += 1970;
        text += u' ' + Words::tr("in %1", "years").arg(join(years));
    }
    return text;
}

QString cronProblemText(const CronError &error)
{
    const QString field = Words::field(error.field);
    switch (error.problem) {
    case CronProblem::Empty:
        return Words::tr("Six fields: second, minute, hour, day of the month, month, day of the "
                         "week. Daily at 2:00 is 0 0 2 * * ?");
    case CronProblem::TooFewFields:
        return Words::tr("The next field is the %1. Six are needed, the seconds first.").arg(field);
    case CronProblem::TooManyFields:
        return Words::tr("At most seven fields: “%1” is one too many.").arg(error.text);
    case CronProblem::NotANumber:
        return Words::tr("“%1” means nothing in the field %2.").arg(error.text, field);
    case CronProblem::OutOfRange:
        return Words::tr("“%1” is not between %2 and %3 (%4).")
            .arg(error.text, QString::number(error.least), QString::number(error.most), field);
    case CronProblem::BadStep:
        return Words::tr("After / stands how far apart, a number from 1 to %1 (%2).")
            .arg(QString::number(error.most - error.least + 1), field);
    case CronProblem::BadRange:
        return Words::tr("“%1” is no range: write it as from-to (%2).").arg(error.text, field);
    case CronProblem::EmptyItem:
        return Words::tr("Something is missing beside a comma (%1).").arg(field);
    case CronProblem::BothDays:
        return Words::tr("Of the day of the month and the day of the week one must be “?”.");
    case CronProblem::NoDay:
        return Words::tr("Only one of the two days can be “?”: write * for every day.");
    case CronProblem::QuestionMark:
        return Words::tr("“?” stands only for a day, not for the %1: write *.").arg(field);
    case CronProblem::BadSpecial:
        return Words::tr("“%1” cannot be combined like that (%2).").arg(error.text, field);
    case CronProblem::NeverHappens:
        return Words::tr("This never comes again; the server refuses it.");
    }
    Q_UNREACHABLE();
}

QString windowText(const WindowCheck &check)
{
    if (!check.cron || check.nextStarts.isEmpty())
        return cronProblemText(check.cronError);
    if (!check.durationSeconds)
        return Words::tr("The duration is written HH:mm:ss, up to 23:59:59.");
    if (!check.utcOffsetSeconds)
        return Words::tr("The device's zone is written as an offset such as +01:00, or Z. The "
                         "server takes no names of zones, so summer time moves the window.");
    return Words::tr("%1 for %2, UTC%3", "schedule, duration, offset")
        .arg(scheduleText(*check.cron), roundDurationText(*check.durationSeconds),
            utcOffsetText(*check.utcOffsetSeconds));
}

QString deviceStartsText(const WindowCheck &check)
{
    QList<QDateTime> starts = check.nextStarts;
    for (QDateTime &start : starts)
        start = start.toOffsetFromUtc(check.utcOffsetSeconds.value_or(0));
    return Words::starts(starts);
}

QString localStartsText(const WindowCheck &check, const QTimeZone &zone)
{
    QList<QDateTime> starts = check.nextStarts;
    for (QDateTime &start : starts)
        start = start.toTimeZone(zone);
    return Words::starts(starts);
}

} // namespace falconer
