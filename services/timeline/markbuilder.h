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
    void add(MarkKind kind, const HistoryEntry &entry, const QString &text,
        std::optional<double> percent = std::nullopt);
    // Lines that have no times of their own: one mark.
    void addLog(const HistoryEntry &entry);

    const QList<Mark> &marks() const { return m_marks; }
    // Exact repetitions; polls and reads of files repeat by their nature and do not count.
    int repeats() const;

private:
    QList<Mark> m_marks;
};

} // namespace falconer
