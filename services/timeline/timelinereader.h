// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/causereader.h"
#include "services/timeline/noteswriter.h"
#include "services/timeline/workreader.h"

namespace falconer {

// Reads the entries of one history one by one, oldest first, and gathers what they mean.
class TimelineReader final {
public:
    explicit TimelineReader(bool isDownloadOnly);
    Q_DISABLE_COPY_MOVE(TimelineReader)

    void read(const HistoryEntry &entry, const StepNames &names);
    // Says how it stands after the last entry; more may follow.
    void summarize(const Action &action, const HistoryReader &history);

    const Timeline &timeline() const { return m_timeline; }
    Timeline take() { return std::move(m_timeline); }

private:
    void readSignOfLife(const HistoryEntry &entry);
    void readEntry(const HistoryEntry &entry, const StepNames &names);

    Timeline m_timeline;
    WorkReader m_work;
    CauseReader m_cause;
    NoteFacts m_facts;
    std::optional<HistoryEntry> m_end;
    bool m_cancelRequested = false;
};

} // namespace falconer
