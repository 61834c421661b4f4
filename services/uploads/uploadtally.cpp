// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadtally.h"

#include "services/uploads/uploadrules.h"

namespace falconer {

namespace {

int &countOf(UploadTotals &totals, UploadState state)
{
    switch (state) {
    case UploadState::Waiting:
    case UploadState::NotConnected:
    case UploadState::Retrying:
        return totals.waiting;
    case UploadState::Paused:
        return totals.paused;
    case UploadState::Checking:
    case UploadState::Sending:
    case UploadState::Verifying:
        return totals.sending;
    case UploadState::Asking:
        return totals.asking;
    case UploadState::Failed:
        return totals.failed;
    case UploadState::Done:
        return totals.done;
    }
    Q_UNREACHABLE();
}

} // namespace

void UploadTally::add(const Upload &upload)
{
    count(upload, 1);
}

void UploadTally::remove(const Upload &upload)
{
    count(upload, -1);
    endGo();
}

void UploadTally::change(const Upload &before, const Upload &after)
{
    count(before, -1);
    count(after, 1);
    if (after.state == UploadState::Done && before.state != UploadState::Done)
        m_totals.doneBytes += after.size;
    endGo();
}

void UploadTally::count(const Upload &upload, int by)
{
    countOf(m_totals, upload.state) += by;
    m_states.at(std::size_t(upload.state)) += by;
    if ((m_profiles[upload.profileId] += by) == 0)
        m_profiles.remove(upload.profileId);
    if (needsSignIn(upload) && (m_waitingForSignIn[upload.profileId] += by) == 0)
        m_waitingForSignIn.remove(upload.profileId);
    if (isInterrupted(upload))
        m_totals.interrupted += by;
    if (upload.isHeld)
        m_totals.held += by;
    if (!goesOnByItself(upload))
        return;
    m_going += by;
    m_totals.stalled += upload.isStalled ? by : 0;
    m_totals.bytes += by * upload.size;
    m_totals.sentBytes += by * upload.sentBytes;
    m_totals.bytesPerSecond += by * upload.bytesPerSecond;
}

void UploadTally::endGo()
{
    if (m_going == 0)
        m_totals.doneBytes = 0;
}

} // namespace falconer
