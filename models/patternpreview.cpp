// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/patternpreview.h"

#include "services/timeline/timelinebuilder.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

PreviewLine lineOf(const Step &step)
{
    return { .kind = PreviewLine::Kind::Step,
        .text = step.name,
        .depth = step.depth,
        .begin = step.start,
        .end = step.end,
        .outcome = step.outcome,
        .percent = step.percent,
        .reports = step.entries.size() };
}

PreviewLine lineOf(const Mark &mark)
{
    return { .kind = PreviewLine::Kind::Mark,
        .text = mark.text,
        .begin = mark.time,
        .percent = mark.percent,
        .reports = mark.entries.size() };
}

// In the order of their first reports. Lines that say the same are told apart by their number.
QList<PreviewLine> linesOf(const Timeline &timeline)
{
    QList<std::pair<qint64, PreviewLine>> found;
    for (const Step &step : timeline.steps)
        found.emplace_back(step.entries.value(0), lineOf(step));
    for (const Mark &mark : timeline.marks)
        found.emplace_back(mark.entries.value(0), lineOf(mark));
    std::ranges::stable_sort(found, {}, &std::pair<qint64, PreviewLine>::first);
    QList<PreviewLine> lines;
    QHash<QString, int> same;
    for (auto &[entry, line] : found) {
        const QString key = u"%1/%2/%3"_s.arg(entry).arg(int(line.kind)).arg(line.text);
        line.key = key + u'/' + QString::number(same[key]++);
        lines << std::move(line);
    }
    return lines;
}

} // namespace

int PatternPreview::matched() const
{
    return std::accumulate(matches.begin(), matches.end(), 0);
}

PatternPreview previewPatterns(const Action &action, const QList<ActionStatus> &statuses,
    const QList<MessagePattern> &patterns)
{
    TimelineBuilder builder(action, usablePatterns(patterns));
    builder.add(statuses);
    const PatternReader &reader = builder.patterns();
    PatternPreview preview{ .lines = linesOf(builder.timeline()),
        .matches = reader.matches(),
        .slow = reader.slow(),
        .messages = reader.asked() };
    if (preview.matched() == 0)
        return preview;
    QHash<QString, PreviewLine> plain;
    for (const PreviewLine &line : linesOf(buildTimeline(action, statuses)))
        plain.insert(line.key, line);
    for (PreviewLine &line : preview.lines) {
        line.isNew = plain.value(line.key) != line;
        preview.changedLines += line.isNew;
    }
    return preview;
}

} // namespace falconer
