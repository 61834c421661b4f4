// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/timelinebuilder.h"

#include "services/timeline/timelinereader.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

bool isDownloadOnly(const Action &action)
{
    return action.forceType == "downloadonly"_L1;
}

} // namespace

TimelineBuilder::TimelineBuilder(Action action, MessagePatterns patterns)
    : m_action(std::move(action))
    , m_patterns(std::move(patterns))
{
    readAll();
}

TimelineBuilder::TimelineBuilder(TimelineBuilder &&) noexcept = default;
TimelineBuilder &TimelineBuilder::operator=(TimelineBuilder &&) noexcept = default;
TimelineBuilder::~TimelineBuilder() = default;

void TimelineBuilder::setAction(const Action &action)
{
    const bool readsDifferently = isDownloadOnly(action) != isDownloadOnly(m_action);
    m_action = action;
    if (readsDifferently)
        readAll();
    else
        m_reader->summarize(m_action, m_history);
}

void TimelineBuilder::setPatterns(const MessagePatterns &patterns)
{
    m_patterns = patterns;
    readAll();
}

void TimelineBuilder::add(const QList<ActionStatus> &entries)
{
    const QList<ActionStatus> fresh = unknownOf(entries);
    if (fresh.isEmpty())
        return;
    const bool allNewer = m_entries.isEmpty() || fresh.first().id > m_entries.last().id;
    m_entries += fresh;
    if (allNewer)
        return append(fresh);
    std::ranges::sort(m_entries, {}, &ActionStatus::id);
    readAll();
}

// In order, each once.
QList<ActionStatus> TimelineBuilder::unknownOf(const QList<ActionStatus> &entries) const
{
    QList<ActionStatus> fresh;
    for (const ActionStatus &entry : entries) {
        if (!std::ranges::binary_search(m_entries, entry.id, {}, &ActionStatus::id))
            fresh << entry;
    }
    std::ranges::stable_sort(fresh, {}, &ActionStatus::id);
    const auto rest = std::unique(fresh.begin(), fresh.end(),
        [](const ActionStatus &one, const ActionStatus &next) { return one.id == next.id; });
    fresh.resize(std::distance(fresh.begin(), rest));
    return fresh;
}

void TimelineBuilder::append(const QList<ActionStatus> &entries)
{
    QList<HistoryEntry> read;
    read.reserve(entries.size());
    for (const ActionStatus &entry : entries)
        read << m_history.read(entry);
    m_entriesRead += read.size();
    if (!m_names->learn(read))
        return readAll();
    for (const HistoryEntry &entry : std::as_const(read))
        m_reader->read(entry, *m_names);
    m_reader->summarize(m_action, m_history);
}

void TimelineBuilder::readAll()
{
    m_history = HistoryReader(m_patterns);
    m_names = std::make_unique<StepNames>();
    m_reader = std::make_unique<TimelineReader>(isDownloadOnly(m_action));
    append(m_entries); // nothing was read before: it cannot come back here
}

const Timeline &TimelineBuilder::timeline() const
{
    return m_reader->timeline();
}

Timeline TimelineBuilder::take() &&
{
    return m_reader->take();
}

Timeline buildTimeline(
    const Action &action, const QList<ActionStatus> &entries, const MessagePatterns &patterns)
{
    TimelineBuilder builder(action, patterns);
    builder.add(entries);
    return std::move(builder).take();
}

Timeline buildTimeline(const Action &action, const QList<ActionStatus> &entries)
{
    return buildTimeline(action, entries, {});
}

} // namespace falconer
