// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/error.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace falconer {

enum class UploadState {
    Waiting,      // for its turn
    NotConnected, // for somebody to sign in to its server, or to trust it:
                  // UploadProblem::Certificate
    Checking,     // asks the server what the module has, before the first byte
    Sending,
    Verifying, // the last byte is sent: the server hashes, and has not answered yet
    Retrying,  // the connection was lost: tried again at nextTryAt
    Paused,    // by a person
    Asking,    // cannot go on without a person: see UploadProblem
    Failed,    // tried, and refused: see UploadProblem and error
    Done,
};

// Why an upload asks or failed; decides which answers are offered.
enum class UploadProblem {
    None,
    Interrupted,  // was under way when the program ended: asked before anything is sent again
    OtherServer,  // its profile leads to another server now: profileServer
    ProfileGone,  // profileServer: another one leads to its server, empty: none does
    FileGone,     // moved, removed, or not readable
    FileChanged,  // other size or time than when it was queued
    FileEmpty,    // hawkBit refuses it
    NameTaken,    // the module has a file of that name with other content, or error says so
    NameRefused,  // the server takes no file of that name
    ModuleLocked, // 423
    ModuleGone,   // 404, or deleted
    NotAllowed,   // the right is missing
    TooLarge,     // the server takes no file of this size; limitBytes, if it says
    Quota,        // artifacts a module, or storage
    ServerFull,   // 507, or the server cannot store
    Damaged,     // what arrived is not what was read: refused by its hash, or answered with another
    Certificate, // NotConnected until somebody trusts it, see UploadQueue::untrustedServers()
    Refused,     // anything else, see error
};

// A file on its way into a software module. A plain value: the queue's row, and its line in the
// file that the queue lives in.
struct Upload {
    qint64 id = 0; // never used twice
    QString profileId;
    // Of the server that it was queued for, see serverAddress(); empty: that of the next
    // connection.
    QString server;
    QString profileServer; // where its profile leads now, if it asks because of that; not kept
    qint64 softwareModuleId = 0;
    QString moduleTitle;  // "name version", of the module that the id stands for
    QString path;         // absolute, of the local file
    QString filename;     // what the artifact will be called
    qint64 size = 0;      // bytes, when it was queued; 0: nobody has looked at the file yet
    QDateTime modifiedAt; // UTC, of the file, when it was queued
    UploadState state = UploadState::Waiting;
    UploadProblem problem = UploadProblem::None;
    qint64 replacesId = 0; // a person agreed that this artifact is deleted first, 0: none
    bool wasThere = false; // Done without sending in this try: the module had it
    // UTC: its last byte was sent then, or the answer to that was given up; not valid once it was
    // answered. Done: it is from here what the module had.
    QDateTime unansweredSince;
    // Waits until it is said what becomes of what was interrupted on its way to the same server;
    // not kept.
    bool isHeld = false;
    qint64 sentBytes = 0;      // of the file, in this try
    bool isSentAgain = false;  // hawkBit cannot resume: begun anew since the last break
    qint64 bytesPerSecond = 0; // lately, 0: not known
    bool isStalled = false;    // Sending, but nothing moved for seconds
    int tries = 0;
    QDateTime nextTryAt;   // UTC, Retrying only
    qint64 limitBytes = 0; // TooLarge, 0: not said
    QString sha256;        // lower-case hex, once known
    qint64 artifactId = 0; // Done, or NameTaken: the one that has the name, 0: not known
    std::optional<Error> error;
    QDateTime queuedAt; // UTC
    QDateTime endedAt;  // UTC, Done and Failed only

    bool operator==(const Upload &) const = default;
};

// Neither done nor failed, nor in a person's hands.
bool isUnderWay(UploadState state);
// Asks, see UploadProblem::Interrupted.
bool isInterrupted(const Upload &upload);
// NotConnected, and all that it waits for is somebody who signs in to its server.
bool needsSignIn(const Upload &upload);
// Done, and it is not from here what the module had.
bool wasFoundThere(const Upload &upload);

} // namespace falconer
