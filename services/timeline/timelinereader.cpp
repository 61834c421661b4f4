// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/timelinereader.h"

#include "services/timeline/outcomereader.h"

namespace falconer {

using namespace Qt::StringLiterals;

TimelineReader::TimelineReader(bool isDownloadOnly)
    : m_work(m_timeline)
{
    m_facts.isDownloadOnly = isDownloadOnly;
}

void TimelineReader::read(const HistoryEntry &entry, const StepNames &names)
{
    if (m_facts.entries++ == 0)
        m_timeline.assignedAt = entry.at;
    if (entry.isFromDevice())
        readSignOfLife(entry);
    if (!m_end && endsAction(entry, m_facts.isDownloadOnly)) {
        m_end = entry;
        m_work.readEnd(entry);
    } else {
        readEntry(entry, names);
    }
    if (m_work.attemptEntry() == entry.id)
        m_cause.startAttempt();
    m_cause.read(entry);
    m_facts.read(entry);
}

void TimelineReader::readSignOfLife(const HistoryEntry &entry)
{
    if (!m_timeline.firstReport.isValid())
        m_timeline.firstReport = entry.at;
    if (!m_timeline.attempts.last().start.isValid())
        m_timeline.attempts.last().start = entry.at;
    m_timeline.lastReport = entry.at;
}

void TimelineReader::readEntry(const HistoryEntry &entry, const StepNames &names)
{
    switch (entry.kind) {
    case EntryKind::Retrieved:
        return m_work.readRetrieved(entry);
    case EntryKind::DownloadBegin:
        return m_work.readDownload(entry);
    case EntryKind::Downloaded:
        return m_work.readDownloaded(entry);
    case EntryKind::Report:
        return m_work.readReport(entry, names);
    case EntryKind::ConfirmationAsked:
        if (!entry.serverText().startsWith("Update Server: "_L1))
            m_work.mark(MarkKind::Assigned, entry, entry.serverText());
        m_work.readWait(entry, PhaseKind::WaitingForConfirmation);
        break;
    case EntryKind::Assigned:
    case EntryKind::Confirmed:
        m_work.readWait(entry, PhaseKind::WaitingForDevice);
        break;
    case EntryKind::CancelRequested:
        m_cancelRequested = true;
        m_timeline.cancelFetched = false;
        break;
    case EntryKind::CancelRetrieved:
        m_timeline.cancelFetched = true;
        break;
    case EntryKind::CancelRejected:
        m_cancelRequested = false;
        break;
    default:
        break;
    }
    m_work.mark(markOf(entry.kind), entry, entry.words());
}

void TimelineReader::summarize(const Action &action, const HistoryReader &history)
{
    if (m_facts.entries == 0)
        m_timeline.assignedAt = action.createdAt;
    if (action.maintenanceWindow)
        m_timeline.windowStart = action.maintenanceWindow->nextStartAt;
    m_timeline.outcome = m_end ? outcomeOf(*m_end, m_cause.cause()) : outcomeOf(action);
    m_timeline.cancelRequested = m_cancelRequested && m_timeline.isRunning();
    m_facts.holes = m_work.holes();
    m_facts.repeats = m_work.repeats();
    m_facts.steppedBack = history.steppedBack();
    m_facts.clockSkew = history.clockSkew();
    m_facts.slowPatterns = int(history.patterns().slow().size());
    m_timeline.notes = notesOf(m_timeline, m_facts);
}

} // namespace falconer
