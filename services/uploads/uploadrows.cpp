// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"

#include "services/uploads/uploadrules.h"

#include <algorithm>

namespace falconer {

namespace {

constexpr int stallTickMs = 1'000;

} // namespace

UploadQueue::Private::Private(UploadQueue &queue, const QString &filePath)
    : q(queue)
    , path(filePath)
    , store(filePath)
{
    retries.setSingleShot(true);
    retries.callOnTimeout(&q, [this] { wakeRetries(); });
    stalls.setInterval(stallTickMs);
    stalls.callOnTimeout(&q, [this] { noteStalls(); });
    catchUp.setSingleShot(true);
    catchUp.callOnTimeout(&q, [this] { flush(); });
    clock.start();
    connect(&store, &UploadStore::ended, &q,
        [this](quint64, const std::optional<Error> &error) { written(error); });
    load();
}

// Whoever is under way stays so in the file: after the next start it asks.
UploadQueue::Private::~Private()
{
    for (auto &[id, one] : running)
        delete one.run;
    running.clear();
    for (auto &[id, one] : looking)
        delete one;
    looking.clear();
    isFlushing = false;
    flush();
}

void UploadQueue::Private::load()
{
    const Result<UploadFile::Content> content = store.load();
    isStored = content.has_value();
    if (!content) {
        storageError = content.error();
        return;
    }
    putAside = content->putAside;
    if (content->notKept) {
        storageError = content->notKept;
        fallBehind();
    }
    lastId = content->lastId;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Upload &upload : content->uploads) {
        if (const qint64 patience = patienceMs(upload, now); patience > 0)
            await(upload, patience);
        uploads << afterStart(upload);
        if (storedState(uploads.last().state) != upload.state)
            writeLater(upload.id);
    }
    holdBesideInterrupted();
    for (qsizetype row = 0; row < uploads.size(); ++row) {
        rows[uploads.at(row).id] = row;
        tally.add(uploads.at(row));
    }
    scheduleLater();
}

// But for reorder(), which notes all anew, rows only move up: it is not far.
qsizetype UploadQueue::Private::rowOf(qint64 id) const
{
    const auto seen = rows.find(id);
    if (seen == rows.end())
        return -1;
    qsizetype row = std::min(*seen, uploads.size() - 1);
    while (uploads.at(row).id != id)
        --row;
    *seen = row;
    return row;
}

Upload *UploadQueue::Private::find(qint64 id)
{
    const qsizetype row = rowOf(id);
    return row < 0 ? nullptr : &uploads[row];
}

void UploadQueue::Private::insert(const Upload &upload)
{
    const int row = int(uploads.size());
    emit q.aboutToInsert(row);
    uploads << upload;
    rows[upload.id] = row;
    tally.add(upload);
    writeLater(upload.id);
    emit q.inserted(row);
    tellTotals();
    scheduleLater();
}

void UploadQueue::Private::remove(qint64 id)
{
    const qsizetype row = rowOf(id);
    if (row < 0)
        return;
    stop(id);
    emit q.aboutToRemove(int(row));
    tally.remove(uploads.at(row));
    uploads.removeAt(row);
    rows.remove(id);
    failures.remove(id);
    breaks.remove(id);
    nameRefusals.remove(id);
    unlocking.remove(id);
    dirty.remove(id);
    removed.insert(id);
    writeLater(0);
    emit q.removed(int(row));
    tellTotals();
    scheduleLater();
}

void UploadQueue::Private::reorder(const QList<qint64> &order)
{
    QList<Upload> ordered;
    for (const qint64 id : order)
        ordered << *find(id);
    if (ordered == uploads)
        return;
    emit q.aboutToReorder();
    uploads = ordered;
    for (qsizetype row = 0; row < uploads.size(); ++row)
        rows[uploads.at(row).id] = row;
    isOrderDirty = true;
    writeLater(0);
    emit q.reordered();
    scheduleLater();
}

void UploadQueue::Private::changeUnwritten(qint64 id, const std::function<void(Upload &)> &mutate)
{
    const qsizetype row = rowOf(id);
    if (row < 0)
        return;
    const Upload before = uploads.at(row);
    mutate(uploads[row]);
    if (uploads.at(row) == before)
        return;
    tally.change(before, uploads.at(row));
    emit q.changed(int(row));
    tellTotals();
}

void UploadQueue::Private::change(qint64 id, const std::function<void(Upload &)> &mutate)
{
    writeLater(id);
    changeUnwritten(id, mutate);
    scheduleLater();
}

// By somebody: what failed before is not counted any more.
void UploadQueue::Private::changeAll(const QList<qint64> &ids, bool (*which)(UploadState),
    const std::function<void(Upload &)> &mutate)
{
    const Together together(*this);
    for (const qint64 id : ids) {
        const Upload *const upload = find(id);
        if (!upload || !which(upload->state))
            continue;
        stop(id);
        failures.remove(id);
        breaks.remove(id);
        nameRefusals.remove(id);
        change(id, [&mutate](Upload &one) {
            mutate(one);
            one.isHeld = false;
        });
    }
}

void UploadQueue::Private::askAnew(Upload &upload) const
{
    const bool isReady = isConnected(upload.profileId);
    const bool isDistrusted = !isReady && isUntrusted(upload.profileId);
    upload.state = isReady ? UploadState::Waiting : UploadState::NotConnected;
    upload.problem = isDistrusted ? UploadProblem::Certificate : UploadProblem::None;
    upload.profileServer.clear();
    upload.error = {};
    upload.limitBytes = 0;
    upload.nextTryAt = {};
    upload.endedAt = {};
    upload.sentBytes = 0;
    upload.bytesPerSecond = 0;
    upload.isStalled = false;
}

QList<qint64> UploadQueue::Private::ids() const
{
    QList<qint64> all;
    all.reserve(uploads.size());
    for (const Upload &upload : uploads)
        all << upload.id;
    return all;
}

UploadQueue::Private::Together::Together(Private &queue)
    : d(queue)
{
    ++d.togethers;
}

UploadQueue::Private::Together::~Together()
{
    if (--d.togethers == 0 && std::exchange(d.areTotalsDue, false))
        emit d.q.totalsChanged();
}

void UploadQueue::Private::tellTotals()
{
    if (togethers > 0)
        areTotalsDue = true;
    else
        emit q.totalsChanged();
}

} // namespace falconer
