// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"

namespace falconer {

void UploadQueue::Private::readyToSend(qint64 id)
{
    running.at(id).isReadyToSend = true;
    change(id, [](Upload &upload) {
        upload.state = UploadState::Sending;
        upload.isSentAgain = upload.tries > 0;
        ++upload.tries;
        upload.sentBytes = 0;
        upload.sha256.clear();
        upload.unansweredSince = {};
    });
    reach("readyToSend", id);
}

// Written before anything is sent.
void UploadQueue::Private::sendWritten()
{
    for (auto &[id, one] : running) {
        if (!one.isReadyToSend || !isWritten(id))
            continue;
        one.isReadyToSend = false;
        reach("sending", id);
        one.run->send();
        one.speed.add(clock.elapsed(), 0);
        if (!stalls.isActive())
            stalls.start();
    }
}

void UploadQueue::Private::progress(qint64 id, qint64 sentBytes)
{
    UploadSpeed &speed = running.at(id).speed;
    speed.add(clock.elapsed(), sentBytes);
    changeUnwritten(id, [&](Upload &upload) {
        upload.sentBytes = sentBytes;
        upload.bytesPerSecond = speed.bytesPerSecond();
        upload.isStalled = false;
    });
    reach("progress", id);
}

// Nothing is heard of what stands still.
void UploadQueue::Private::noteStalls()
{
    QList<qint64> stalled;
    bool isSending = false;
    for (const auto &[id, one] : running) {
        if (find(id)->state != UploadState::Sending)
            continue;
        isSending = true;
        if (one.speed.isStalled(clock.elapsed()))
            stalled << id;
    }
    if (!isSending)
        stalls.stop();
    for (const qint64 id : stalled) {
        changeUnwritten(id, [](Upload &upload) {
            upload.isStalled = true;
            upload.bytesPerSecond = 0;
        });
    }
}

} // namespace falconer
