// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace falconer {

class MessagePatterns;

// What an action is doing, one after the other. Only what was reported: a phase begins with an
// entry and ends with the entry that begins the next one.
enum class PhaseKind {
    WaitingForDevice,       // assigned, nothing heard yet
    WaitingForConfirmation, // somebody must agree first
    Retrieved,              // the device knows its deployment
    Download,
    Downloaded, // waits for its maintenance window or for the installation to begin
    Install,
    Installed, // waits for the restart, the test or the closing report
};

struct Phase {
    PhaseKind kind = PhaseKind::WaitingForDevice;
    int attempt = 0; // index into Timeline::attempts
    QDateTime start; // UTC
    QDateTime end;   // UTC, invalid while it lasts
    bool endReported = false;
    std::optional<double> percent; // of a download, as last told
    QList<qint64> entries;

    bool operator==(const Phase &) const = default;
};

enum class StepOutcome {
    Running,
    Done,
    Failed,
    NoEndReported // a new attempt began, an outer step or the action ended
};

// A part of the installation that the device named, such as RAUC's "Copying image to rootfs.1".
// Steps nest by the order of their reports; depth is never sent.
struct Step {
    QString name;
    int parent = -1; // index into Timeline::steps
    int depth = 0;
    int attempt = 0;
    bool isInstallation = false; // the whole of it: RAUC's outermost "Installing"
    QDateTime start;             // UTC
    QDateTime end;               // UTC, invalid while running
    bool startReported = true;
    StepOutcome outcome = StepOutcome::Running;
    std::optional<double> percent; // 0 to 100, as last reported; of the installation or of the
                                   // step, as the device likes
    QString failure;               // what followed "failed:", mostly empty
    int repeats = 0;               // exact duplicates of its reports
    QList<qint64> entries;

    bool operator==(const Step &) const = default;
};

enum class MarkKind {
    Assigned,
    Confirmation, // asked, denied or given
    Retrieved,
    Download,   // a file is being read; swupdate tells it twice, streaming never
    Downloaded, // also "Download complete", "File checksum OK"
    Note,       // a text that nobody knows: shown as it is
    Log,        // lines of one moment (swupdate): they have no times of their own
    Warning,
    Failure, // "LastError: ...", "Installation error: ..."
    CancelRequested,
    CancelRetrieved,
    CancelRejected,
    End,
};

// A moment that has no duration.
struct Mark {
    MarkKind kind = MarkKind::Note;
    QDateTime time;                // UTC, of the first one when collapsed
    QDateTime lastAt;              // UTC, of the last one
    QString text;                  // the device's or the server's words; the last line of a batch
    int lines = 1;                 // of a batch
    int count = 1;                 // the same again
    std::optional<double> percent; // told in this moment
    QList<qint64> entries;

    bool operator==(const Mark &) const = default;
};

// A run of the whole thing. A device that restarted begins anew without ending the former one.
struct Attempt {
    QDateTime start;               // UTC, of the first report; invalid: none yet
    QDateTime end;                 // UTC, of the last one; invalid for a running attempt
    std::optional<double> percent; // the largest number told, none after a failure
    bool installationCompleted = false;

    bool operator==(const Attempt &) const = default;
};

// Unknown: the action is closed, but neither its entries nor its status tell how.
enum class OutcomeKind { Running, Success, Downloaded, Error, Canceled, Unknown };

// Where the cause of a failure was found; the order is the order of trust.
enum class CauseSource { None, LastError, ErrorLine, InstallationError, Remark, EndMessage, Code };

struct Outcome {
    OutcomeKind kind = OutcomeKind::Running;
    QDateTime at; // UTC, invalid while running or when the end was not seen
    CauseSource causeSource = CauseSource::None;
    QString cause; // the device's words without its prefix, may have several lines
    std::optional<int> code;
    qint64 entry = 0;    // that tells the cause
    bool forced = false; // a force quit: the device may go on unseen

    bool operator==(const Outcome &) const = default;
};

// What a reader must know to judge what is drawn. value is what the kind says.
enum class NoteKind {
    NothingInstalled,          // "Skipped Update.": finished, though nothing was installed
    OfflineAssignment,         // recorded by a person; no device took part
    DownloadOnly,              // ends with the download
    CanceledAfterInstallation, // the software is on the device all the same
    CancelNotConfirmed,        // requested and not answered yet
    ForceQuit,                 // ended for the server only
    Restarted,                 // value: attempts
    QuotaReached,              // value: entries; progress after them was refused, the end was not
    Holes,                     // value: begins or ends of steps that never came
    TimesSteppedBack,          // value: entries whose time was clamped
    DeviceClockDiffers,        // value: ms that the device's clock is ahead, negative: behind
    Duplicates,                // value: exact repetitions that were collapsed
    EndNotSeen,                // the action is closed, its closing report is not here
    Superseded,                // the server canceled it, since another set was assigned
    CancelRejected,            // the device refused and went on
    FullEntries,               // value: entries with as many messages as the server takes at once
    PatternsTooSlow, // value: own patterns that were cut off too often and are not asked any more
};

struct Note {
    NoteKind kind = NoteKind::Holes;
    qint64 value = 0;

    bool operator==(const Note &) const = default;
};

// What a running action stands still for, as far as is known.
enum class Waiting {
    Nothing,
    Poll, // the device asks for the assignment, or for the cancellation, when it polls next
    Confirmation,
    MaintenanceWindow,
};

// The history of one action, read. Times are the server's, never going back.
struct Timeline {
    QDateTime assignedAt;  // UTC; the first entry, else the action's own
    QDateTime firstReport; // UTC; first contact of the device, invalid: none
    QDateTime workStart;   // UTC; download or installation begins, invalid: not yet
    QDateTime lastReport;  // UTC; newest sign of life of the device, invalid: none
    QList<Phase> phases;
    QList<Step> steps; // in the order of their begins
    QList<Mark> marks;
    QList<Attempt> attempts;
    Outcome outcome;
    bool cancelRequested = false; // and neither confirmed nor rejected
    bool cancelFetched = false;   // the device has read the request
    QDateTime windowStart;        // UTC; of the open or the next maintenance window, invalid: none
    QList<Note> notes;

    bool isRunning() const { return outcome.kind == OutcomeKind::Running; }
    bool hasNote(NoteKind kind) const;
    // The innermost step that runs, else -1.
    int currentStep() const;
    // How long the device has told nothing, in ms; 0 when the action ended or nothing was heard.
    qint64 silence(const QDateTime &now) const;
    Waiting waitsFor(const QDateTime &now) const;

    bool operator==(const Timeline &) const = default;
};

// Reads a history. Pure: no clock, no order needed; entries may come twice, in any order, and hold
// any nonsense. What it understands, and why, is in tests/data/devices/README.md, recorded from
// real update clients. Never fails: what nobody knows becomes a mark.
Timeline buildTimeline(const Action &action, const QList<ActionStatus> &entries);
// For devices that speak a language of their own.
Timeline buildTimeline(
    const Action &action, const QList<ActionStatus> &entries, const MessagePatterns &patterns);

} // namespace falconer
