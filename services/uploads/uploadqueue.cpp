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

int UploadQueue::rowOf(qint64 id) const
{
    return int(d->rowOf(id));
}

QString UploadQueue::inTheWayOf(const Upload &upload) const
{
    if (upload.state != UploadState::Waiting || upload.isHeld)
        return {};
    const Private::Running *const other = d->inTheWayOf(upload);
    return other == nullptr ? QString() : other->filename;
}

const UploadTotals &UploadQueue::totals() const
{
    return d->tally.totals();
}

int UploadQueue::count(UploadState state) const
{
    return d->tally.count(state);
}

QStringList UploadQueue::profiles() const
{
    return d->tally.profiles();
}

QMap<QString, int> UploadQueue::waitingForSignIn() const
{
    return d->tally.waitingForSignIn();
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
    return server == d->servers.end() || !server->second.limits.artifactQuota
        ? 0
        : artifactLimitIn(*server->second.limits.artifactQuota);
}

void UploadQueue::noteRoom(const QString &profileId)
{
    d->servers[profileId].limits.forgetStorage();
}

void UploadQueue::noteConnection(const QString &profileId)
{
    const Private::Together together(*d);
    for (qsizetype row = 0; row < d->uploads.size(); ++row) {
        const Upload &upload = d->uploads[row];
        if (upload.profileId == profileId && upload.state == UploadState::Retrying && upload.error
            && isOfConnection(*upload.error))
            d->change(upload.id, [this](Upload &one) { d->askAnew(one); });
    }
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

Result<qint64> UploadQueue::add(const NewUpload &upload)
{
    const QFileInfo info(upload.path); // is asked for words only
    const QString filename = upload.filename.isEmpty() ? info.fileName() : upload.filename;
    if (!isFilename(filename))
        return tl::unexpected(Error{ .kind = ErrorKind::Invalid, .where = u"filename"_s });
    Upload added{ .id = ++d->lastId,
        .profileId = upload.profileId,
        .server = d->servers[upload.profileId].address,
        .softwareModuleId = upload.softwareModuleId,
        .moduleTitle = upload.moduleTitle,
        .path = info.absoluteFilePath(),
        .filename = filename,
        .queuedAt = QDateTime::currentDateTimeUtc() };
    d->askAnew(added);
    d->insert(added);
    return added.id;
}

void UploadQueue::lookInto(const QString &profileId, const QList<QUrl> &urls, const TakeFiles &take)
{
    auto *const walk = new FileWalk(urls, this);
    d->walks.insert(walk, profileId);
    connect(walk, &FileWalk::finished, this, [this, walk, take](const WalkedFiles &files) {
        const Private::Together together(*d);
        d->walks.remove(walk);
        walk->deleteLater();
        take(files);
        d->tellTotals();
    });
    d->tellTotals();
}

QStringList UploadQueue::lookingFor() const
{
    return d->walks.values();
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
        if (d->goneProfiles.contains(upload.profileId))
            d->offerHeir(upload); // said is said: by whoever is signed in to its server
        d->servers[upload.profileId].limits.forget(upload);
        d->askAnew(upload);
    });
}

// From behind, where less moves up.
void UploadQueue::cancel(const QList<qint64> &ids)
{
    const Private::Together together(*d);
    for (auto id = ids.crbegin(); id != ids.crend(); ++id)
        d->remove(*id);
}

void UploadQueue::removeFinished()
{
    QList<qint64> done;
    for (const Upload &upload : std::as_const(d->uploads)) {
        if (upload.state == UploadState::Done)
            done << upload.id;
    }
    cancel(done);
}

void UploadQueue::moveTo(const QList<qint64> &ids, int row)
{
    d->reorder(movedTo(d->ids(), ids, row));
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
        upload.unansweredSince = {};
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
        upload.unansweredSince = {};
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
        upload.unansweredSince = {};
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
    d->changeAll(d->ids(), isUnderWay, [this](Upload &upload) { d->askAnew(upload); });
}

} // namespace falconer
