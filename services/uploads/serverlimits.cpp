// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/serverlimits.h"

namespace falconer {

void ServerLimits::learn(const UploadOutcome &outcome, qint64 size, qint64 storageMs)
{
    if (outcome.problem == UploadProblem::TooLarge && (refusedBytes == 0 || size < refusedBytes)) {
        refusedBytes = size;
        limitBytes = outcome.limitBytes;
    }
    if (outcome.problem != UploadProblem::Quota)
        return;
    if (artifactLimitIn(*outcome.error) > 0)
        artifactQuota = outcome.error;
    if (!isStorageRefusal(*outcome.error))
        return;
    const qint64 from = falconer::storageRefusedFrom(*outcome.error, size);
    if (isStorageRefused() && storageRefusedFrom <= from)
        return;
    storageQuota = outcome.error;
    storageRefusedFrom = from;
    storageRefusedUntil.setRemainingTime(storageMs);
}

void ServerLimits::forget(const Upload &upload)
{
    if (upload.problem == UploadProblem::TooLarge)
        refusedBytes = 0;
    else if (upload.problem == UploadProblem::Quota && upload.error
        && isStorageRefusal(*upload.error))
        forgetStorage();
    else if (upload.problem == UploadProblem::Quota)
        artifactQuota.reset();
}

void ServerLimits::forgetStorage()
{
    storageQuota.reset();
}

} // namespace falconer
