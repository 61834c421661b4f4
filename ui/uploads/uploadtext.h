// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/meaning.h"
#include "services/uploads/uploadqueue.h"

namespace falconer {

// The words of the queue of uploads. Times in UTC.

// "sending again", "waiting for the network", "the server checks", "tries again in 12 s".
// behind: the file that it waits for, see UploadQueue::inTheWayOf().
QString uploadStateText(const Upload &upload, const QDateTime &now, const QString &behind = {});
CellLook uploadStateLook(const Upload &upload);

// What stands beside the bar of an upload; empty texts where there is nothing to say.
struct UploadProgress {
    std::optional<int> percent; // nothing: there is no bar to draw
    QString share;              // "41 %"
    QString speed;              // "12 MiB/s"
    QString timeLeft;           // "3 min 05 s left"
    QString note;               // instead of a bar: "256 MiB"

    bool operator==(const UploadProgress &) const = default;
};
UploadProgress uploadProgress(const Upload &upload);

// "2 uploading, 3 waiting · 41 % · 12 MiB/s · 3 min 05 s left"; empty for an empty queue.
QString uploadTotalsText(const UploadTotals &totals);
// Quiet when all is done, what needs a person first.
Meaning uploadTotalsMeaning(const UploadTotals &totals);

QString speedText(qint64 bytesPerSecond);                  // "12 MiB/s"
QString timeLeftText(qint64 bytes, qint64 bytesPerSecond); // empty: not known
int percentOf(qint64 part, qint64 whole);                  // below 100 until all is there

} // namespace falconer
