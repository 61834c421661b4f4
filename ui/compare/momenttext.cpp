// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/momenttext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::MomentText)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

QString momentText(const QDateTime &time, const QDateTime &now, bool withSeconds)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    QString clock = local.toString(withSeconds ? u"HH:mm:ss"_s : u"HH:mm"_s);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return clock;
    const QString date = QLocale().toString(local.date(), qAbs(days) < 7 ? u"ddd"_s : u"d MMM"_s);
    return date + u' ' + clock;
}

QString aboutText(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms) / 1000;
    if (seconds < minute)
        return Words::tr("%1 s").arg(seconds);
    if (seconds < 10 * minute && seconds % minute != 0)
        return Words::tr("%1 min %2 s").arg(seconds / minute).arg(seconds % minute);
    if (seconds < hour)
        return Words::tr("%1 min").arg(seconds / minute);
    if (seconds < day)
        return Words::tr("%1 h %2 min").arg(seconds / hour).arg(seconds % hour / minute);
    return Words::tr("%1 d %2 h").arg(seconds / day).arg(seconds % day / hour);
}

} // namespace falconer
