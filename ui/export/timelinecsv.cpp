// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/timelinecsv.h"

#include "ui/export/csvcell.h"
#include "ui/export/timelinerows.h"
#include "ui/export/timelinewords.h"

#include <cmath>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString kindWord(TimelineRow::Kind kind)
{
    switch (kind) {
    case TimelineRow::Kind::Action:
        return u"action"_s;
    case TimelineRow::Kind::Phase:
        return u"phase"_s;
    case TimelineRow::Kind::Step:
        return u"step"_s;
    case TimelineRow::Kind::Mark:
        return u"mark"_s;
    }
    Q_UNREACHABLE();
}

QString percentText(const std::optional<double> &percent)
{
    return percent ? QString::number(std::round(*percent * 100) / 100) : QString();
}

QStringList cells(const TimelineLane &lane, const TimelineRow &row)
{
    const bool isSpan = row.start.isValid() && row.end.isValid();
    return { csvCell(lane.controllerId), lane.action ? QString::number(lane.action->id) : QString(),
        csvCell(lane.action ? lane.action->distributionSet : QString()), kindWord(row.kind),
        csvCell(row.name), csvCell(row.parent),
        row.attempt > 0 ? QString::number(row.attempt) : QString(), exportTime(row.start),
        exportTime(row.end), isSpan ? QString::number(row.start.msecsTo(row.end)) : QString(),
        row.outcome, percentText(row.percent), csvCell(row.messages.join(u'\n')) };
}

} // namespace

QByteArray timelineCsv(const QList<TimelineLane> &lanes)
{
    QByteArray csv = "\xef\xbb\xbf"
                     "controller_id,action_id,distribution_set,kind,name,parent,attempt,start,end,"
                     "duration_ms,outcome,percent,messages\r\n";
    for (const TimelineLane &lane : lanes) {
        const QList<TimelineRow> rows = timelineRows(lane);
        for (const TimelineRow &row : rows)
            csv += cells(lane, row).join(u',').toUtf8() + "\r\n";
    }
    return csv;
}

} // namespace falconer
