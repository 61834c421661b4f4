// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/history.h"
#include "services/timeline/timeline.h"

namespace falconer {

// What the notes of a history are made of, beside its timeline.
struct NoteFacts {
    // Gathers what an entry tells of it.
    void read(const HistoryEntry &entry);

    bool isDownloadOnly = false;
    bool isOffline = false;
    bool skipped = false;    // "Skipped Update."
    bool superseded = false; // by the assignment of another set
    bool cancelRejected = false;
    qsizetype entries = 0;
    int fullEntries = 0;
    int holes = 0;
    int repeats = 0;
    int steppedBack = 0;
    qint64 clockSkew = 0;
    int slowPatterns = 0;
};

QList<Note> notesOf(const Timeline &timeline, const NoteFacts &facts);

} // namespace falconer
