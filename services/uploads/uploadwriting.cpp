// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"

#include <algorithm>

namespace falconer {

namespace {

constexpr int catchUpMs = 2'000;

} // namespace

// All that changes in one turn of the event loop, and while something is being written, is written
// together. 0: no upload's own values.
void UploadQueue::Private::writeLater(qint64 id)
{
    if (id != 0)
        dirty.insert(id);
    QMetaObject::invokeMethod(
        &q, [this] { flush(); }, Qt::QueuedConnection);
}

void UploadQueue::Private::flush()
{
    const bool isAnything = isBehind || isOrderDirty || !dirty.isEmpty() || !removed.isEmpty();
    if (isFlushing || !isAnything)
        return;
    UploadChanges changes{ .isWhole = isBehind, .put = isBehind ? uploads : dirtyUploads() };
    if (isBehind || isOrderDirty)
        changes.order = ids();
    changes.removed = removed.values();
    inFlight = std::exchange(dirty, {});
    removed.clear();
    isOrderDirty = false;
    if (!isStored) {
        inFlight.clear();
        sendWritten();
        return;
    }
    isFlushing = true;
    store.write(changes);
}

// In the order of the rows, as new ones get their places.
QList<Upload> UploadQueue::Private::dirtyUploads() const
{
    QList<qsizetype> places;
    for (const qint64 id : dirty) {
        if (const qsizetype row = rowOf(id); row >= 0)
            places << row;
    }
    std::sort(places.begin(), places.end());
    QList<Upload> changed;
    for (const qsizetype row : std::as_const(places))
        changed << uploads.at(row);
    return changed;
}

void UploadQueue::Private::written(const std::optional<Error> &error)
{
    isFlushing = false;
    inFlight.clear();
    isBehind = false;
    if (error)
        fallBehind();
    noteStorage(error);
    reach(error ? "unwritten" : "written", 0);
    sendWritten();
    if (!isBehind)
        flush();
}

// All is written anew, as soon as that succeeds: with the next change, or by and by.
void UploadQueue::Private::fallBehind()
{
    isBehind = true;
    catchUp.start(catchUpMs);
}

bool UploadQueue::Private::isWritten(qint64 id) const
{
    return !dirty.contains(id) && !inFlight.contains(id);
}

void UploadQueue::Private::noteStorage(const std::optional<Error> &error)
{
    const bool wasBad = storageError.has_value();
    if (error) {
        storageError = error;
        if (!wasBad)
            emit q.storageFailed();
    } else if (wasBad) {
        storageError = {};
        emit q.storageRecovered();
    }
}

} // namespace falconer
