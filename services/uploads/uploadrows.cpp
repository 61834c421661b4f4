// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"

#include "services/uploads/uploadrules.h"

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
    for (const Upload &upload : content->uploads) {
        uploads << afterStart(upload);
        if (storedState(uploads.last().state) != upload.state)
            writeLater(upload.id);
    }
    scheduleLater();
}

qsizetype UploadQueue::Private::rowOf(qint64 id) const
{
    for (qsizetype row = 0; row < uploads.size(); ++row) {
        if (uploads.at(row).id == id)
            return row;
    }
    return -1;
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
    writeLater(upload.id);
    emit q.inserted(row);
    emit q.totalsChanged();
    scheduleLater();
}

void UploadQueue::Private::remove(qint64 id)
{
    const qsizetype row = rowOf(id);
    if (row < 0)
        return;
    stop(id);
    emit q.aboutToRemove(int(row));
    uploads.removeAt(row);
    failures.remove(id);
    breaks.remove(id);
    nameRefusals.remove(id);
    unlocking.remove(id);
    dirty.remove(id);
    removed.insert(id);
    writeLater(0);
    emit q.removed(int(row));
    emit q.totalsChanged();
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
    emit q.changed(int(row));
    emit q.totalsChanged();
}

void UploadQueue::Private::change(qint64 id, const std::function<void(Upload &)> &mutate)
{
    writeLater(id);
    changeUnwritten(id, mutate);
    scheduleLater();
}

// By a person: what failed before is not counted any more.
void UploadQueue::Private::changeAll(const QList<qint64> &ids, bool (*which)(UploadState),
    const std::function<void(Upload &)> &mutate)
{
    for (const qint64 id : ids) {
        const Upload *const upload = find(id);
        if (!upload || !which(upload->state))
            continue;
        stop(id);
        failures.remove(id);
        breaks.remove(id);
        nameRefusals.remove(id);
        change(id, mutate);
    }
}

void UploadQueue::Private::askAnew(Upload &upload) const
{
    upload.state = waitingState(upload.profileId);
    upload.problem = UploadProblem::None;
    upload.profileServer.clear();
    upload.error = {};
    upload.limitBytes = 0;
    upload.nextTryAt = {};
    upload.endedAt = {};
    upload.sentBytes = 0;
    upload.bytesPerSecond = 0;
    upload.isStalled = false;
}

UploadState UploadQueue::Private::waitingState(const QString &profileId) const
{
    const auto server = servers.find(profileId);
    const bool isConnected = server != servers.end() && server->second.client;
    return isConnected ? UploadState::Waiting : UploadState::NotConnected;
}

} // namespace falconer
