// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadqueue_p.h"

#include "services/uploads/uploadproblem.h"
#include "services/uploads/uploadrules.h"

#include <QFileInfo>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestFilename = 256;

bool isFilename(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestFilename;
}

bool isAsking(UploadState state)
{
    return state == UploadState::Asking;
}

} // namespace

UploadQueue::UploadQueue(const QString &path, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, path))
{
}

UploadQueue::~UploadQueue() = default;

const QList<Upload> &UploadQueue::uploads() const
{
    return d->uploads;
}

const Upload *UploadQueue::find(qint64 id) const
{
    return d->find(id);
}

UploadTotals UploadQueue::totals() const
{
    UploadTotals totals;
    for (const Upload &upload : std::as_const(d->uploads)) {
        switch (upload.state) {
        case UploadState::Waiting:
        case UploadState::NotConnected:
        case UploadState::Retrying:
        case UploadState::Paused:
            ++totals.waiting;
            break;
        case UploadState::Checking:
        case UploadState::Sending:
        case UploadState::Verifying:
            ++totals.sending;
            break;
        case UploadState::Asking:
            ++totals.asking;
            break;
        case UploadState::Failed:
            ++totals.failed;
            continue;
        case UploadState::Done:
            ++totals.done;
            continue;
        }
        if (!isUnderWay(upload.state) || upload.state == UploadState::NotConnected)
            continue; // nobody knows when somebody lets it go on
        totals.stalled += upload.isStalled ? 1 : 0;
        totals.bytes += upload.size;
        totals.sentBytes += upload.sentBytes;
        totals.bytesPerSecond += upload.bytesPerSecond;
    }
    return totals;
}

const std::optional<Error> &UploadQueue::storageError() const
{
    return d->storageError;
}

const std::optional<Error> &UploadQueue::putAside() const
{
    return d->putAside;
}

qint64 UploadQueue::artifactLimit(const QString &profileId) const
{
    const auto server = d->servers.find(profileId);
    return server == d->servers.end() || !server->second.artifactQuota
        ? 0
        : artifactLimitIn(*server->second.artifactQuota);
}

UploadLimits UploadQueue::limits() const
{
    return d->limits;
}

void UploadQueue::setLimits(const UploadLimits &limits)
{
    d->limits = { std::max(limits.atOnce, 1), std::max<qint64>(limits.bytesPerSecond, 0) };
    d->rateLimit.setBytesPerSecond(d->limits.bytesPerSecond);
    d->scheduleLater();
}

// What is being sent goes on with the credentials that it began with.
void UploadQueue::connectProfile(
    const QString &profileId, const ClientOptions &options, const QStringList &permissions)
{
    Private::Server &server = d->servers[profileId];
    const QList<Upload> asTheyAre = d->uploads;
    for (const Upload &upload : asTheyAre) {
        if (upload.profileId == profileId && upload.state == UploadState::Checking)
            d->stop(upload.id);
    }
    server = { .client = std::make_unique<Client>(options),
        .address = serverAddress(options.server),
        .permissions = permissions,
        .connection = server.connection + 1 };
    const bool isBack = d->goneProfiles.remove(profileId);
    for (const Upload &upload : asTheyAre)
        d->meet(upload, profileId, isBack);
    d->isSuspended = false;
    d->scheduleLater();
}

void UploadQueue::disconnectProfile(const QString &profileId)
{
    d->disconnect(profileId);
}

void UploadQueue::forgetProfile(const QString &profileId)
{
    d->disconnect(profileId);
    d->goneProfiles.insert(profileId);
    const QList<Upload> asTheyAre = d->uploads;
    for (const Upload &upload : asTheyAre) {
        if (upload.profileId == profileId && upload.problem == UploadProblem::ProfileGone)
            d->changeUnwritten(upload.id, [](Upload &one) { one.profileServer.clear(); });
    }
    d->scheduleLater();
}

Result<qint64> UploadQueue::add(const NewUpload &upload)
{
    const QFileInfo info(upload.path); // is asked for words only
    const QString filename = upload.filename.isEmpty() ? info.fileName() : upload.filename;
    if (!isFilename(filename))
        return tl::unexpected(Error{ .kind = ErrorKind::Invalid, .where = u"filename"_s });
    const qint64 id = ++d->lastId;
    d->insert({ .id = id,
        .profileId = upload.profileId,
        .server = d->servers[upload.profileId].address,
        .softwareModuleId = upload.softwareModuleId,
        .moduleTitle = upload.moduleTitle,
        .path = info.absoluteFilePath(),
        .filename = filename,
        .state = d->waitingState(upload.profileId),
        .queuedAt = QDateTime::currentDateTimeUtc() });
    return id;
}

void UploadQueue::pause(const QList<qint64> &ids)
{
    d->changeAll(ids, canPause, [this](Upload &upload) {
        d->askAnew(upload);
        upload.state = UploadState::Paused;
    });
}

void UploadQueue::resume(const QList<qint64> &ids)
{
    d->changeAll(ids, canResume, [this](Upload &upload) { d->askAnew(upload); });
}

void UploadQueue::retry(const QList<qint64> &ids)
{
    d->changeAll(ids, canRetry, [this](Upload &upload) {
        d->forgetLimit(upload);
        d->askAnew(upload);
    });
}

void UploadQueue::cancel(const QList<qint64> &ids)
{
    for (const qint64 id : ids)
        d->remove(id);
}

void UploadQueue::removeFinished()
{
    const QList<Upload> asTheyAre = d->uploads;
    for (const Upload &upload : asTheyAre) {
        if (upload.state == UploadState::Done)
            d->remove(upload.id);
    }
}

void UploadQueue::moveTo(const QList<qint64> &ids, int row)
{
    QList<qint64> order;
    for (const Upload &upload : std::as_const(d->uploads))
        order << upload.id;
    d->reorder(movedTo(order, ids, row));
}

// Behind what is on its way already.
void UploadQueue::sendFirst(qint64 id)
{
    const auto firstToWait = std::find_if(d->uploads.cbegin(), d->uploads.cend(),
        [this](const Upload &upload) { return !d->running.contains(upload.id); });
    moveTo({ id }, int(firstToWait - d->uploads.cbegin()));
    resume({ id });
}

// What was agreed to was agreed to for the server of before.
void UploadQueue::sendToProfileServer(qint64 id)
{
    d->unlocking.remove(id);
    d->changeAll({ id }, isAsking, [this](Upload &upload) {
        if (!upload.profileServer.isEmpty())
            upload.server = upload.profileServer;
        upload.replacesId = 0;
        d->askAnew(upload);
    });
}

void UploadQueue::replaceExisting(qint64 id)
{
    d->changeAll({ id }, isAsking, [this](Upload &upload) {
        upload.replacesId = upload.artifactId;
        d->askAnew(upload);
    });
}

void UploadQueue::sendAs(qint64 id, const QString &filename)
{
    if (!isFilename(filename))
        return;
    d->changeAll({ id }, isAsking, [this, &filename](Upload &upload) {
        upload.filename = filename;
        upload.replacesId = 0;
        d->askAnew(upload);
    });
}

void UploadQueue::takeFile(qint64 id, const QString &path)
{
    d->changeAll({ id }, isAsking, [this, &path](Upload &upload) {
        upload.path = QFileInfo(path).absoluteFilePath();
        upload.size = 0; // is looked at anew
        upload.modifiedAt = {};
        upload.sha256.clear();
        d->askAnew(upload);
    });
}

void UploadQueue::takeChangedFile(qint64 id)
{
    if (const Upload *const upload = find(id))
        takeFile(id, QString(upload->path));
}

void UploadQueue::unlockModule(qint64 id)
{
    d->unlocking.insert(id);
    retry({ id });
}

void UploadQueue::suspend()
{
    d->isSuspended = true;
    const QList<Upload> asTheyAre = d->uploads;
    for (const Upload &upload : asTheyAre)
        d->changeAll({ upload.id }, isUnderWay, [this](Upload &one) { d->askAnew(one); });
}

} // namespace falconer
