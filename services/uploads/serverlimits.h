// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/uploadproblem.h"

#include <QDeadlineTimer>

namespace falconer {

// What a server has refused because of a limit of its own: remembered, so that no other file is
// sent in vain.
struct ServerLimits {
    // A file of so many bytes was refused as too large, 0: none was. Larger ones are not tried.
    qint64 refusedBytes = 0;
    qint64 limitBytes = 0; // what the server named then
    // What it said when a module had as many files as it takes; none: it never did.
    std::optional<Error> artifactQuota = {};
    // What it said when its storage had no room; none: it never did, or that was forgotten.
    std::optional<Error> storageQuota = {};
    qint64 storageRefusedFrom = 0;           // bytes: such files and larger ones are not tried
    QDeadlineTimer storageRefusedUntil = {}; // then they are: others make room, too

    bool isStorageRefused() const { return storageQuota && !storageRefusedUntil.hasExpired(); }

    // size: of the file, in bytes. Nothing is learned from what has other reasons. storageMs: for
    // how long what it says about its storage counts.
    void learn(const UploadOutcome &outcome, qint64 size, qint64 storageMs);
    // A person tries it again: it may have been raised, or there is room.
    void forget(const Upload &upload);
    void forgetStorage(); // there is more room than before
};

} // namespace falconer
