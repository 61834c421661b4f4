// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/timelinetext.h"

#include "services/timeline/messageparser.h"
#include "ui/export/timelinerows.h"
#include "ui/timeline/bartexts.h"
#include "ui/timeline/notesentences.h"
#include "ui/timeline/timetexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWhat = 160; // characters of a line; the files have all of it

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::TimelineText)
};

// Start, duration, what.
using Line = std::array<QString, 3>;

QString clockText(const QDateTime &time, const QTimeZone &zone)
{
    return time.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s);
}

QString spanOf(const TimelineRow &row)
{
    return row.kind != TimelineRow::Kind::Mark && row.end.isValid()
        ? spanText(row.start.msecsTo(row.end))
        : QString();
}

QString outcomeWords(const Step &step)
{
    switch (step.outcome) {
    case StepOutcome::Running:
        return step.percent ? Words::tr("running, %1 %").arg(std::lround(*step.percent))
                            : Words::tr("running");
    case StepOutcome::Done:
        return {};
    case StepOutcome::Failed:
        return step.failure.isEmpty() ? Words::tr("failed")
                                      : Words::tr("failed: %1").arg(step.failure);
    case StepOutcome::NoEndReported:
        return Words::tr("no end reported");
    }
    Q_UNREACHABLE();
}

QString markWords(const Mark &mark)
{
    QStringList words{ readableMessage(mark.text).section(u'\n', 0, 0) };
    if (mark.lines > 1)
        words << Words::tr("%n line(s)", nullptr, mark.lines);
    if (mark.count > 1)
        words << Words::tr("%n time(s)", nullptr, mark.count);
    return words.join(u", "_s);
}

QString whatOf(const TimelineRow &row, const Timeline &timeline)
{
    switch (row.kind) {
    case TimelineRow::Kind::Phase:
        return phaseName(timeline.phases[row.index].kind);
    case TimelineRow::Kind::Step: {
        const QString outcome = outcomeWords(timeline.steps[row.index]);
        const QString indent(qsizetype(2) * row.depth, u' ');
        return indent + (outcome.isEmpty() ? row.name : row.name + u" - "_s + outcome);
    }
    case TimelineRow::Kind::Mark:
        return u"* "_s + markWords(timeline.marks[row.index]);
    case TimelineRow::Kind::Action:
        break;
    }
    return {};
}

QString shortened(const QString &text)
{
    return text.size() > mostWhat ? text.left(mostWhat - 1) + u'\u2026' : text;
}

QStringList tableOf(const QList<Line> &lines)
{
    std::array<qsizetype, 2> widths{};
    for (const Line &line : lines) {
        for (size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    }
    QStringList table;
    for (const Line &line : lines) {
        QString text = u"  "_s + line[0].leftJustified(widths[0]) + u"  "_s
            + line[1].rightJustified(widths[1]) + u"  "_s + line[2];
        while (text.endsWith(u' '))
            text.chop(1);
        table << text;
    }
    return table;
}

QStringList laneText(const TimelineLane &lane, const LaneMoment &moment, const QTimeZone &zone)
{
    QStringList text{ laneSentence(lane, moment) };
    if (!lane.action)
        return text;
    QList<Line> lines{ { Words::tr("Start"), Words::tr("Duration"),
        Words::tr("Action %1").arg(lane.action->id) } };
    const QList<TimelineRow> rows = timelineRows(lane);
    for (const TimelineRow &row : rows) {
        if (row.kind != TimelineRow::Kind::Action)
            lines << Line{ clockText(row.start, zone), spanOf(row),
                shortened(whatOf(row, lane.timeline)) };
    }
    return text + tableOf(lines) + noteSentences(lane.timeline);
}

} // namespace

QString zoneText(const QTimeZone &zone, const QDateTime &at)
{
    const int minutes = zone.offsetFromUtc(at) / 60;
    if (minutes == 0)
        return u"UTC"_s;
    const QString offset = u"UTC%1%2:%3"_s.arg(QChar(minutes < 0 ? u'-' : u'+'))
                               .arg(std::abs(minutes) / 60, 2, 10, QChar(u'0'))
                               .arg(std::abs(minutes) % 60, 2, 10, QChar(u'0'));
    const QString name = QString::fromLatin1(zone.id());
    return name.startsWith(u"UTC"_s) ? offset : u"%1 (%2)"_s.arg(name, offset);
}

QString timelineText(const TimelineInView &view)
{
    QStringList parts;
    for (const LaneInView &shown : view.lanes)
        parts << laneText(shown.lane, shown.moment, view.zone).join(u'\n');
    parts << Words::tr("Times in %1, read at %2")
                 .arg(zoneText(view.zone, view.now),
                     view.now.toTimeZone(view.zone).toString(u"yyyy-MM-dd HH:mm:ss"_s));
    return parts.join(u"\n\n"_s) + u'\n';
}

} // namespace falconer
