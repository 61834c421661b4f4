// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/timeline.h"

#include "services/timeline/timelinereader.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype statusQuota = 1'000;

void noteIf(bool condition, NoteKind kind, qint64 value, QList<Note> &notes)
{
    if (condition)
        notes << Note{ kind, value };
}

bool skipped(const History &history)
{
    return std::ranges::any_of(history.entries, [](const HistoryEntry &entry) {
        return entry.kind == EntryKind::Finished
            && entry.deviceTexts().contains("Skipped Update."_L1);
    });
}

} // namespace

void TimelineReader::addNotes()
{
    const Outcome &outcome = m_timeline.outcome;
    const bool isOffline = std::ranges::any_of(m_history.entries,
        [](const HistoryEntry &entry) { return entry.kind == EntryKind::OfflineAssignment; });
    const bool wasInstalled = m_timeline.attempts.last().installationCompleted;
    const qsizetype attempts = m_timeline.attempts.size();
    const qsizetype entries = m_history.entries.size();
    const int repeats = m_steps.repeats() + m_marks.repeats();
    QList<Note> &notes = m_timeline.notes;
    noteIf(skipped(m_history), NoteKind::NothingInstalled, 0, notes);
    noteIf(isOffline, NoteKind::OfflineAssignment, 0, notes);
    noteIf(m_action.forceType == "downloadonly"_L1, NoteKind::DownloadOnly, 0, notes);
    noteIf(outcome.kind == OutcomeKind::Canceled && wasInstalled,
        NoteKind::CanceledAfterInstallation, 0, notes);
    noteIf(m_timeline.cancelRequested, NoteKind::CancelNotConfirmed, 0, notes);
    noteIf(outcome.forced, NoteKind::ForceQuit, 0, notes);
    noteIf(attempts > 1, NoteKind::Restarted, attempts, notes);
    noteIf(entries >= statusQuota, NoteKind::QuotaReached, entries, notes);
    noteIf(m_steps.holes() > 0, NoteKind::Holes, m_steps.holes(), notes);
    noteIf(m_history.steppedBack > 0, NoteKind::TimesSteppedBack, m_history.steppedBack, notes);
    noteIf(m_history.clockSkewMs != 0, NoteKind::DeviceClockDiffers, m_history.clockSkewMs, notes);
    noteIf(repeats > 0, NoteKind::Duplicates, repeats, notes);
    noteIf(!m_timeline.isRunning() && !outcome.at.isValid(), NoteKind::EndNotSeen, 0, notes);
}

bool Timeline::hasNote(NoteKind kind) const
{
    return std::ranges::find(notes, kind, &Note::kind) != notes.end();
}

int Timeline::currentStep() const
{
    for (qsizetype i = steps.size() - 1; i >= 0; --i) {
        if (steps[i].outcome == StepOutcome::Running)
            return int(i);
    }
    return -1;
}

qint64 Timeline::silence(const QDateTime &now) const
{
    if (!isRunning() || !lastReport.isValid())
        return 0;
    return std::max<qint64>(0, lastReport.msecsTo(now));
}

Timeline buildTimeline(const Action &action, const QList<ActionStatus> &entries)
{
    const History history = readHistory(entries);
    Timeline timeline = TimelineReader(action, history).read();
    // Work begins with the first thing that takes time on the device.
    const auto work = std::ranges::find_if(timeline.phases, [](const Phase &phase) {
        return phase.kind == PhaseKind::Download || phase.kind == PhaseKind::Downloaded
            || phase.kind == PhaseKind::Install || phase.kind == PhaseKind::Installed;
    });
    if (work != timeline.phases.end())
        timeline.workStart = work->start;
    return timeline;
}

} // namespace falconer
