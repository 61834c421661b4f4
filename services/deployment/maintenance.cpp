// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/maintenance.h"

#include <QRegularExpression>
#include <QTime>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int startsShown = 5;
constexpr int maxOffsetSeconds = 18 * 3600;

} // namespace

std::optional<int> parseWindowDuration(const QString &text)
{
    static const QRegularExpression form(u"^\\d\\d:\\d\\d:\\d\\d$"_s);
    const QTime time = QTime::fromString(text, u"HH:mm:ss"_s);
    const int seconds = time.msecsSinceStartOfDay() / 1000;
    if (!form.match(text).hasMatch() || !time.isValid() || seconds == 0)
        return std::nullopt;
    return seconds;
}

std::optional<int> parseUtcOffset(const QString &text)
{
    static const QRegularExpression form(u"^([+-])(\\d\\d):([0-5]\\d)$"_s);
    if (text == "Z"_L1)
        return 0;
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int seconds = match.captured(2).toInt() * 3600 + match.captured(3).toInt() * 60;
    if (seconds > maxOffsetSeconds)
        return std::nullopt;
    return match.captured(1) == "-"_L1 ? -seconds : seconds;
}

QString utcOffsetText(int seconds)
{
    const int minutes = qAbs(seconds) / 60;
    return u"%1%2:%3"_s.arg(QChar(seconds < 0 ? u'-' : u'+'))
        .arg(minutes / 60, 2, 10, QChar(u'0'))
        .arg(minutes % 60, 2, 10, QChar(u'0'));
}

WindowCheck checkWindow(const MaintenanceWindow &window, const QDateTime &now)
{
    CronResult parsed = parseQuartzCron(window.schedule);
    WindowCheck check{ .cron = parsed.cron,
        .cronError = std::move(parsed.error),
        .durationSeconds = parseWindowDuration(window.duration),
        .utcOffsetSeconds = parseUtcOffset(window.timezone) };
    if (!check.cron)
        return check;
    check.nextStarts = check.cron->nextTimes(now, startsShown, check.utcOffsetSeconds.value_or(0));
    if (check.nextStarts.isEmpty()) {
        check.cronError = CronError{ .problem = CronProblem::NeverHappens,
            .length = window.schedule.size(),
            .text = window.schedule };
    }
    return check;
}

} // namespace falconer
