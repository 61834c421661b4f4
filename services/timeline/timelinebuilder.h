// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/history.h"
#include "services/timeline/messagepatterns.h"
#include "services/timeline/timeline.h"

#include <memory>

namespace falconer {

class StepNames;
class TimelineReader;

// Keeps the timeline of one action up to date while its entries come. They come as pages of the
// newest ones do: in any order, some again. k new entries cost O(k); all are read anew only when
// - an entry turns up that is older than the newest known one,
// - "X done." tells that the remark "X" was the begin of a step, once for each such name,
// - the action's force type changes, or the patterns do.
// buildTimeline() is one add(): the two cannot differ.
class TimelineBuilder final {
public:
    explicit TimelineBuilder(Action action, MessagePatterns patterns = {});
    TimelineBuilder(TimelineBuilder &&) noexcept;
    TimelineBuilder &operator=(TimelineBuilder &&) noexcept;
    ~TimelineBuilder();

    void setAction(const Action &action);
    void setPatterns(const MessagePatterns &patterns); // reads all entries anew
    void add(const QList<ActionStatus> &entries);

    // By reference: a copy that is kept makes the next add() copy its lists once.
    const Timeline &timeline() const;
    Timeline take() &&;
    // By id, each once.
    const QList<ActionStatus> &entries() const { return m_entries; }
    // What the patterns were asked and found.
    const PatternReader &patterns() const { return m_history.patterns(); }
    // How many entries have been read so far, counting those that were read anew.
    qsizetype entriesRead() const { return m_entriesRead; }

private:
    QList<ActionStatus> unknownOf(const QList<ActionStatus> &entries) const;
    void append(const QList<ActionStatus> &entries);
    void readAll();

    Action m_action;
    MessagePatterns m_patterns;
    QList<ActionStatus> m_entries;
    HistoryReader m_history;
    std::unique_ptr<StepNames> m_names;
    std::unique_ptr<TimelineReader> m_reader;
    qsizetype m_entriesRead = 0;
};

} // namespace falconer
