// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/contacts.h"
#include "services/timeline/markbuilder.h"
#include "services/timeline/phasebuilder.h"
#include "services/timeline/stepbuilder.h"
#include "services/timeline/stepnames.h"

namespace falconer {

// Reads what a device does: attempts, phases, steps and the marks between them, straight into a
// timeline, so that one entry more costs no copy.
class WorkReader final {
public:
    explicit WorkReader(Timeline &timeline);

    // The server's and people's entries, which begin a phase of waiting.
    void readWait(const HistoryEntry &entry, PhaseKind kind);
    void readRetrieved(const HistoryEntry &entry);
    void readDownload(const HistoryEntry &entry);
    void readDownloaded(const HistoryEntry &entry);
    void readReport(const HistoryEntry &entry, const StepNames &names);
    void readEnd(const HistoryEntry &entry);
    void mark(MarkKind kind, const HistoryEntry &entry, const QString &text);

    bool hasEnded() const { return m_ended; }
    // Of the first entry of the last attempt; 0: there was no other.
    qint64 attemptEntry() const { return m_attemptEntry; }
    int holes() const { return m_steps.holes(); }
    int repeats() const { return m_steps.repeats() + m_marks.repeats(); }

private:
    void readMessage(const HistoryEntry &entry, const Message &message);
    void readStep(const HistoryEntry &entry, const Message &message, bool begins);
    void readProgress(const HistoryEntry &entry, const Message &message);
    void readInstallBegin(const HistoryEntry &entry);
    void readDownloadDone(const HistoryEntry &entry, const Message &message);

    void enter(PhaseKind kind, const HistoryEntry &entry);
    void completeInstallation(const HistoryEntry &entry);
    void startAttempt(const HistoryEntry &entry);
    void told(double percent);

    Timeline &m_timeline;
    PhaseBuilder m_phases;
    StepBuilder m_steps;
    MarkBuilder m_marks;
    Contacts m_contacts;
    qint64 m_attemptEntry = 0;
    bool m_ended = false;
};

} // namespace falconer
