// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/history.h"
#include "services/timeline/markbuilder.h"
#include "services/timeline/phasebuilder.h"
#include "services/timeline/stepbuilder.h"
#include "services/timeline/timeline.h"

#include <QSet>

namespace falconer {

// Reads the entries of one history one by one, oldest first, and gathers what they mean.
class TimelineReader final {
public:
    explicit TimelineReader(const Action &action, const History &history);

    Timeline read();

private:
    void readEntry(const HistoryEntry &entry);
    void readRetrieved(const HistoryEntry &entry);
    void readDownload(const HistoryEntry &entry);
    void readReport(const HistoryEntry &entry);
    void readMessage(const HistoryEntry &entry, const Message &message);
    void readStep(const HistoryEntry &entry, const Message &message);
    void readInstallBegin(const HistoryEntry &entry);
    void readEnd(const HistoryEntry &entry);

    bool isStepBegin(const Message &message) const;
    void completeInstallation(const HistoryEntry &entry);
    void startAttempt(const HistoryEntry &entry);
    void told(double percent);
    void addNotes();

    const Action &m_action;
    const History &m_history;
    QSet<QString> m_namesThatEnd; // what a client without numbers calls its steps
    Timeline m_timeline;
    PhaseBuilder m_phases;
    StepBuilder m_steps;
    MarkBuilder m_marks;
    qint64 m_attemptEntry = 0;
    QSet<QString> m_files; // read in this attempt
    QDateTime m_lastDownload;
    QDateTime m_lastContact;
    int m_contacts = 0; // since the last download
    bool m_ended = false;
};

} // namespace falconer
