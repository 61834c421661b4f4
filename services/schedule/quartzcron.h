// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

#include <bitset>
#include <optional>

namespace falconer {

enum class CronField { Second, Minute, Hour, DayOfMonth, Month, DayOfWeek, Year };

// Why a schedule is refused, for the sentence that explains it while it is typed.
enum class CronProblem {
    Empty,
    TooFewFields,
    TooManyFields,
    NotANumber,   // or not a name of a month or a day
    OutOfRange,   // see CronError::least and most
    BadStep,      // "/0", "/x"
    BadRange,     // "5-"
    EmptyItem,    // "1,,2"
    BothDays,     // a day of the month and a day of the week: one must be '?'
    NoDay,        // '?' in both
    QuestionMark, // '?' outside of the two day fields
    BadSpecial,   // L, W or # where Quartz has none
    NeverHappens, // such as 30 February, or a year that has passed
};

struct CronError {
    CronProblem problem = CronProblem::Empty;
    CronField field = CronField::Second;
    qsizetype position = 0; // in the text as typed
    qsizetype length = 0;
    QString text; // what stands there
    int least = 0;
    int most = 0;

    bool operator==(const CronError &) const = default;
};

// One of the fields in which values are listed: what it allows, and how it was meant.
struct CronValues {
    bool any = false;         // '*' (or '?')
    int step = 0;             // "*/15" or "a/15": 15, otherwise 0
    int first = 0;            // where the step begins
    std::bitset<200> allowed; // by value; the year counts from 1970

    QList<int> list() const;
    bool operator==(const CronValues &) const = default;
};

// A Quartz cron schedule, as hawkBit's maintenance windows take it: six or seven fields from
// seconds to years, names of months and days, ranges, lists, steps, and L, W, # in the days.
// Source: the documentation of Quartz's CronExpression. It is parsed here so that a mistake is
// explained while typing and the next times are shown; the server has the last word.
class QuartzCron final {
public:
    // What is special about the day.
    struct Days {
        enum class Kind {
            Any,                // every day
            OfMonth,            // those of dayOfMonth
            LastOfMonth,        // "L", "L-3"
            LastWeekdayOfMonth, // "LW"
            NearestWeekday,     // "15W"
            OfWeek,             // those of dayOfWeek, 1 = Sunday
            LastOfWeek,         // "6L": the last Friday of the month
            NthOfWeek,          // "6#3": the third Friday of the month
        };

        Kind kind = Kind::Any;
        int day = 0; // NearestWeekday: of the month; LastOfWeek, NthOfWeek: of the week
        int nth = 0; // NthOfWeek; LastOfMonth: how many days before the last

        bool operator==(const Days &) const = default;
    };

    CronValues seconds;
    CronValues minutes;
    CronValues hours;
    CronValues daysOfMonth;
    CronValues months;
    CronValues daysOfWeek; // 1 = Sunday
    CronValues years;      // from 1970
    Days days;

    bool operator==(const QuartzCron &) const = default;

    // The next n starts after a moment, ascending, in UTC; the fields are read at a fixed offset
    // from UTC. Fewer when there are no more within 100 years.
    QList<QDateTime> nextTimes(const QDateTime &after, int n, int utcOffsetSeconds) const;
    bool matchesDay(const QDate &day) const;
};

struct CronResult {
    std::optional<QuartzCron> cron;
    CronError error; // without cron only
};

CronResult parseQuartzCron(const QString &text);

} // namespace falconer
