// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/noteswriter.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype statusQuota = 1'000;

} // namespace

void NoteFacts::read(const HistoryEntry &entry)
{
    fullEntries += entry.isFull ? 1 : 0;
    switch (entry.kind) {
    case EntryKind::OfflineAssignment:
        isOffline = true;
        break;
    case EntryKind::Finished:
        skipped = skipped || entry.deviceTexts().contains("Skipped Update."_L1);
        break;
    case EntryKind::CancelRequested:
        superseded = superseded || entry.serverText().contains("cancel obsolete action due to"_L1);
        break;
    case EntryKind::CancelRejected:
        cancelRejected = true;
        break;
    default:
        break;
    }
}

QList<Note> notesOf(const Timeline &timeline, const NoteFacts &facts)
{
    const Outcome &outcome = timeline.outcome;
    const bool isCanceled = outcome.kind == OutcomeKind::Canceled;
    const bool wasInstalled = timeline.attempts.last().installationCompleted;
    const bool goesOn = facts.cancelRejected && !isCanceled && !timeline.cancelRequested;
    const qsizetype attempts = timeline.attempts.size();
    QList<Note> notes;
    const auto noteIf = [&notes](bool condition, NoteKind kind, qint64 value = 0) {
        if (condition)
            notes << Note{ kind, value };
    };
    noteIf(facts.skipped, NoteKind::NothingInstalled);
    noteIf(facts.isOffline, NoteKind::OfflineAssignment);
    noteIf(facts.isDownloadOnly, NoteKind::DownloadOnly);
    noteIf(isCanceled && wasInstalled, NoteKind::CanceledAfterInstallation);
    noteIf(facts.superseded, NoteKind::Superseded);
    noteIf(timeline.cancelRequested, NoteKind::CancelNotConfirmed);
    noteIf(goesOn, NoteKind::CancelRejected);
    noteIf(outcome.forced, NoteKind::ForceQuit);
    noteIf(attempts > 1, NoteKind::Restarted, attempts);
    noteIf(facts.entries >= statusQuota, NoteKind::QuotaReached, facts.entries);
    noteIf(facts.fullEntries > 0, NoteKind::FullEntries, facts.fullEntries);
    noteIf(facts.holes > 0, NoteKind::Holes, facts.holes);
    noteIf(facts.steppedBack > 0, NoteKind::TimesSteppedBack, facts.steppedBack);
    noteIf(facts.clockSkew != 0, NoteKind::DeviceClockDiffers, facts.clockSkew);
    noteIf(facts.repeats > 0, NoteKind::Duplicates, facts.repeats);
    noteIf(facts.slowPatterns > 0, NoteKind::PatternsTooSlow, facts.slowPatterns);
    noteIf(!timeline.isRunning() && !outcome.at.isValid(), NoteKind::EndNotSeen);
    return notes;
}

} // namespace falconer
