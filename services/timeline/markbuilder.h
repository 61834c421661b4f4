// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/history.h"
#include "services/timeline/timeline.h"

namespace falconer {

MarkKind markOf(EntryKind kind);

// Gathers the moments of a history; the same again becomes a count.
class MarkBuilder final {
public:
    explicit MarkBuilder(QList<Mark> &marks)
        : m_marks(marks)
    {
    }

    void add(MarkKind kind, const HistoryEntry &entry, const QString &text,
        std::optional<double> percent = std::nullopt);
    // Lines that have no times of their own: one mark.
    void addLog(const HistoryEntry &entry);

    // Exact repetitions; polls and reads of files repeat by their nature and do not count.
    int repeats() const { return m_repeats; }

private:
    QList<Mark> &m_marks;
    int m_repeats = 0;
};

} // namespace falconer
