// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/schedule/quartzcron.h"

#include <tl/expected.hpp>

#include <array>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int firstYear = 1970;

struct Limits {
    CronField field;
    int least;
    int most;
};

constexpr std::array<Limits, 7> fieldLimits
    = { { { CronField::Second, 0, 59 }, { CronField::Minute, 0, 59 }, { CronField::Hour, 0, 23 },
        { CronField::DayOfMonth, 1, 31 }, { CronField::Month, 1, 12 },
        { CronField::DayOfWeek, 1, 7 }, { CronField::Year, 1970, 2099 } } };

// A piece of the text as typed, with the place where it begins.
struct Piece {
    QStringView text;
    qsizetype position = 0;

    Piece sub(qsizetype from, qsizetype length = -1) const
    {
        return { length < 0 ? text.sliced(from) : text.sliced(from, length), position + from };
    }
};

using Failure = tl::unexpected<CronError>;
template <typename T> using Parsed = tl::expected<T, CronError>;

Failure failure(CronProblem problem, const Limits &limits, const Piece &piece)
{
    return Failure(CronError{ .problem = problem,
        .field = limits.field,
        .position = piece.position,
        .length = piece.text.size(),
        .text = piece.text.toString(),
        .least = limits.least,
        .most = limits.most });
}

QList<Piece> split(const Piece &piece, auto isSeparator, bool keepEmpty)
{
    QList<Piece> result;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= piece.text.size(); ++i) {
        if (i < piece.text.size() && !isSeparator(piece.text[i]))
            continue;
        if (keepEmpty || i > begin)
            result << piece.sub(begin, i - begin);
        begin = i + 1;
    }
    return result;
}

// The number of a name such as JAN or SUN, counted from 1; 0: not a name of that field.
int namedValue(CronField field, QStringView text)
{
    static const QStringList months
        = u"JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"_s.split(u' ');
    static const QStringList days = u"SUN MON TUE WED THU FRI SAT"_s.split(u' ');
    if (field != CronField::Month && field != CronField::DayOfWeek)
        return 0;
    const QString upper = text.toString().toUpper();
    return int((field == CronField::Month ? months : days).indexOf(upper)) + 1;
}

Parsed<int> parseNumber(const Limits &limits, const Piece &piece)
{
    if (const int named = namedValue(limits.field, piece.text))
        return named;
    bool isNumber = !piece.text.isEmpty();
    for (const QChar c : piece.text)
        isNumber = isNumber && c >= u'0' && c <= u'9';
    if (!isNumber)
        return failure(CronProblem::NotANumber, limits, piece);
    bool fits = false;
    const int value = piece.text.toInt(&fits);
    if (!fits || value < limits.least || value > limits.most)
        return failure(CronProblem::OutOfRange, limits, piece);
    return value;
}

struct Range {
    int from = 0;
    int to = 0;
};

// "*", "a" or "a-b", without its step.
Parsed<Range> parseRange(const Limits &limits, const Piece &piece, bool hasStep)
{
    if (piece.text == u"*")
        return Range{ limits.least, limits.most };
    const qsizetype dash = piece.text.indexOf(u'-');
    if (dash < 0) {
        return parseNumber(limits, piece).map([&](int value) {
            return Range{ value, hasStep ? limits.most : value };
        });
    }
    if (dash == 0 || dash == piece.text.size() - 1)
        return failure(CronProblem::BadRange, limits, piece);
    const Parsed<int> from = parseNumber(limits, piece.sub(0, dash));
    if (!from)
        return Failure(from.error());
    const Parsed<int> to = parseNumber(limits, piece.sub(dash + 1));
    if (!to)
        return Failure(to.error());
    // Quartz lets ranges run over the end (22-2, FRI-MON), which means nothing for years.
    if (*from > *to && limits.field == CronField::Year)
        return failure(CronProblem::BadRange, limits, piece);
    return Range{ *from, *to };
}

Parsed<int> parseStep(const Limits &limits, const Piece &piece)
{
    bool isNumber = false;
    const int step = piece.text.toInt(&isNumber);
    if (!isNumber || step < 1 || step > limits.most - limits.least + 1)
        return failure(CronProblem::BadStep, limits, piece);
    return step;
}

// Adds what one item of a list allows.
Parsed<bool> addItem(const Limits &limits, const Piece &item, CronValues &values)
{
    if (item.text.isEmpty())
        return failure(CronProblem::EmptyItem, limits, item);
    if (item.text == u"?")
        return failure(CronProblem::QuestionMark, limits, item);
    const qsizetype slash = item.text.indexOf(u'/');
    const bool hasStep = slash >= 0;
    int step = 1;
    if (hasStep) {
        const Parsed<int> parsed = parseStep(limits, item.sub(slash + 1));
        if (!parsed)
            return Failure(parsed.error());
        step = *parsed;
    }
    const Parsed<Range> range = parseRange(limits, hasStep ? item.sub(0, slash) : item, hasStep);
    if (!range)
        return Failure(range.error());
    const int base = limits.field == CronField::Year ? firstYear : 0;
    const int span = limits.most - limits.least + 1;
    const int length = (range->to - range->from + span) % span;
    for (int i = 0; i <= length; i += step) {
        const int value = limits.least + (range->from - limits.least + i) % span;
        values.allowed.set(size_t(value - base));
    }
    if (hasStep) {
        values.step = step;
        values.first = range->from;
    }
    return true;
}

Parsed<CronValues> parseValues(const Limits &limits, const Piece &field)
{
    CronValues values;
    const QList<Piece> items = split(
        field, [](QChar c) { return c == u','; }, true);
    for (const Piece &item : items) {
        if (const Parsed<bool> added = addItem(limits, item, values); !added)
            return Failure(added.error());
    }
    values.any = field.text == u"*";
    if (items.size() > 1)
        values.step = 0;
    return values;
}

// What only the day of the month can be: L, L-3, LW, 15W. An empty kind: none of these.
Parsed<QuartzCron::Days> parseSpecialOfMonth(const Limits &limits, const Piece &field)
{
    using Days = QuartzCron::Days;
    const QString text = field.text.toString().toUpper();
    if (text == "L"_L1)
        return Days{ .kind = Days::Kind::LastOfMonth };
    if (text == "LW"_L1 || text == "WL"_L1)
        return Days{ .kind = Days::Kind::LastWeekdayOfMonth };
    if (text.startsWith("L-"_L1)) {
        return parseNumber({ limits.field, 1, 30 }, field.sub(2)).map([](int before) {
            return Days{ .kind = Days::Kind::LastOfMonth, .nth = before };
        });
    }
    if (text.endsWith(u'W') && text.size() > 1 && !text.contains(u',')) {
        return parseNumber(limits, field.sub(0, text.size() - 1)).map([](int day) {
            return Days{ .kind = Days::Kind::NearestWeekday, .day = day };
        });
    }
    if (text.contains(u'L') || text.contains(u'W') || text.contains(u'#'))
        return failure(CronProblem::BadSpecial, limits, field);
    return Days{};
}

// What only the day of the week can be: L, 6L, FRIL, 6#3.
Parsed<QuartzCron::Days> parseSpecialOfWeek(const Limits &limits, const Piece &field)
{
    using Days = QuartzCron::Days;
    const QString text = field.text.toString().toUpper();
    const qsizetype hash = text.indexOf(u'#');
    if (hash >= 0) {
        const Parsed<int> day = parseNumber(limits, field.sub(0, hash));
        if (!day)
            return Failure(day.error());
        return parseNumber({ limits.field, 1, 5 }, field.sub(hash + 1)).map([&](int nth) {
            return Days{ .kind = Days::Kind::NthOfWeek, .day = *day, .nth = nth };
        });
    }
    if (text.endsWith(u'L') && text.size() > 1 && !text.contains(u',')) {
        return parseNumber(limits, field.sub(0, text.size() - 1)).map([](int day) {
            return Days{ .kind = Days::Kind::LastOfWeek, .day = day };
        });
    }
    return Days{};
}

std::optional<CronError> parseDays(const Piece &ofMonth, const Piece &ofWeek, QuartzCron &cron)
{
    using Kind = QuartzCron::Days::Kind;
    const Limits &monthLimits = fieldLimits[3];
    const Limits &weekLimits = fieldLimits[5];
    const bool hasMonth = ofMonth.text != u"?";
    const bool hasWeek = ofWeek.text != u"?";
    if (hasMonth == hasWeek) {
        return failure(hasMonth ? CronProblem::BothDays : CronProblem::NoDay, weekLimits, ofWeek)
            .value();
    }
    const Limits &limits = hasMonth ? monthLimits : weekLimits;
    const Piece &field = hasMonth ? ofMonth : ofWeek;
    const Parsed<QuartzCron::Days> special
        = hasMonth ? parseSpecialOfMonth(limits, field) : parseSpecialOfWeek(limits, field);
    if (!special)
        return special.error();
    cron.days = *special;
    if (cron.days.kind != Kind::Any)
        return std::nullopt;
    // Alone in the day of the week L is the last day of it.
    const bool isSaturday = hasWeek && field.text.compare(u"L", Qt::CaseInsensitive) == 0;
    const Parsed<CronValues> values
        = parseValues(limits, isSaturday ? Piece{ u"7", field.position } : field);
    if (!values)
        return values.error();
    (hasMonth ? cron.daysOfMonth : cron.daysOfWeek) = *values;
    if (!values->any)
        cron.days.kind = hasMonth ? Kind::OfMonth : Kind::OfWeek;
    return std::nullopt;
}

} // namespace

CronResult parseQuartzCron(const QString &text)
{
    const Piece whole{ text, 0 };
    const QList<Piece> fields = split(
        whole, [](QChar c) { return c.isSpace(); }, false);
    const auto refused = [](CronProblem problem, CronField field, const Piece &piece) {
        return CronResult{ .error = failure(problem, { field, 0, 0 }, piece).value() };
    };
    if (fields.isEmpty())
        return refused(CronProblem::Empty, CronField::Second, whole);
    if (fields.size() > 7)
        return refused(CronProblem::TooManyFields, CronField::Year, fields.at(7));

    const auto tooFew = [&] {
        return refused(CronProblem::TooFewFields, fieldLimits[size_t(fields.size())].field,
            Piece{ {}, text.size() });
    };
    if (fields.size() == 5) // a crontab's, without seconds: nothing in it stands where it should
        return tooFew();

    QuartzCron cron;
    CronValues *const targets[] = { &cron.seconds, &cron.minutes, &cron.hours, nullptr,
        &cron.months, nullptr, &cron.years };
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (!targets[i])
            continue;
        const Parsed<CronValues> values = parseValues(fieldLimits[size_t(i)], fields.at(i));
        if (!values)
            return { .error = values.error() };
        *targets[i] = *values;
    }
    if (fields.size() < 6)
        return tooFew();
    if (fields.size() < 7)
        cron.years.any = true;
    if (const std::optional<CronError> error = parseDays(fields.at(3), fields.at(5), cron))
        return { .error = *error };
    return { .cron = cron };
}

} // namespace falconer
