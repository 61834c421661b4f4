// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timetexts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::TimeTexts)
};

QString twoDigits(qint64 number)
{
    return u"%1"_s.arg(number, 2, 10, QChar(u'0'));
}

} // namespace

QString spanText(qint64 ms)
{
    ms = std::max<qint64>(0, ms);
    if (ms < 10'000)
        return Words::tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1));
    const qint64 seconds = (ms + 500) / 1000;
    const qint64 minutes = seconds / 60;
    if (minutes < 1)
        return Words::tr("%1 s").arg(seconds);
    if (minutes < 60)
        return Words::tr("%1 min %2 s").arg(minutes).arg(twoDigits(seconds % 60));
    if (minutes < 24 * 60)
        return Words::tr("%1 h %2 min").arg(minutes / 60).arg(twoDigits(minutes % 60));
    return Words::tr("%1 d %2 h").arg(minutes / (24 * 60)).arg(minutes / 60 % 24);
}

QString axisText(qint64 ms, qint64 gridMs)
{
    if (ms < 0)
        return u'\u2212' + axisText(-ms, gridMs);
    if (gridMs < 1'000)
        return Words::tr("%1 s").arg(
            QLocale().toString(double(ms) / 1000, 'f', gridMs < 10 ? 3 : 2));
    const qint64 seconds = ms / 1000;
    if (seconds < 60 && gridMs < 60'000)
        return Words::tr("%1 s").arg(seconds);
    if (gridMs < 60'000 && seconds % 60 != 0)
        return Words::tr("%1 min %2 s").arg(seconds / 60).arg(twoDigits(seconds % 60));
    const qint64 minutes = seconds / 60;
    if (minutes < 120 && gridMs < 3'600'000)
        return Words::tr("%1 min").arg(minutes);
    if (minutes < 48 * 60 && minutes % 60 != 0)
        return Words::tr("%1 h %2 min").arg(minutes / 60).arg(twoDigits(minutes % 60));
    if (minutes < 48 * 60)
        return Words::tr("%1 h").arg(minutes / 60);
    return Words::tr("%1 d %2 h").arg(minutes / (24 * 60)).arg(minutes / 60 % 24);
}

QString axisClockText(const QDateTime &time, qint64 gridMs)
{
    const bool isMidnight = time.time().msecsSinceStartOfDay() == 0;
    if (gridMs >= 24 * 3'600'000 || isMidnight)
        return QLocale().toString(time.date(), u"d MMM"_s);
    return time.toString(gridMs < 60'000 ? u"HH:mm:ss"_s : u"HH:mm"_s);
}

} // namespace falconer
