// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadrules.h"

#include "services/hawkbit/softwaremodules.h"

#include <QFileInfo>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestPauseMs = 120'000;

} // namespace

QString serverAddress(const QUrl &server)
{
    QUrl address = server.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString path = address.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    address.setPath(path);
    if (address.port() == (address.scheme() == "https"_L1 ? 443 : 80))
        address.setPort(-1);
    return address.toString(QUrl::FullyEncoded);
}

bool isUnderWay(UploadState state)
{
    switch (state) {
    case UploadState::Paused:
    case UploadState::Asking:
    case UploadState::Failed:
    case UploadState::Done:
        return false;
    default:
        return true;
    }
}

bool isInterrupted(const Upload &upload)
{
    return upload.state == UploadState::Asking && upload.problem == UploadProblem::Interrupted;
}

bool goesOnByItself(const Upload &upload)
{
    return isUnderWay(upload.state) && upload.state != UploadState::NotConnected && !upload.isHeld;
}

bool needsSignIn(const Upload &upload)
{
    return upload.state == UploadState::NotConnected && upload.problem == UploadProblem::None
        && !upload.isHeld;
}

bool wasFoundThere(const Upload &upload)
{
    return upload.wasThere && !upload.unansweredSince.isValid();
}

FileLook lookAtFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return {};
    return { .isReadable = true, .size = info.size(), .modifiedAt = info.lastModified().toUTC() };
}

UploadProblem judgeFile(const Upload &upload, const FileLook &look)
{
    if (!look.isReadable)
        return UploadProblem::FileGone;
    if (look.size == 0)
        return UploadProblem::FileEmpty;
    if (upload.size == 0)
        return UploadProblem::None;
    const bool isSame = look.size == upload.size && look.modifiedAt == upload.modifiedAt;
    return isSame ? UploadProblem::None : UploadProblem::FileChanged;
}

std::optional<ArtifactHash> strongestHash(const Artifact &artifact)
{
    if (!artifact.sha256.isEmpty())
        return ArtifactHash{ QCryptographicHash::Sha256, artifact.sha256 };
    if (!artifact.sha1.isEmpty())
        return ArtifactHash{ QCryptographicHash::Sha1, artifact.sha1 };
    if (!artifact.md5.isEmpty())
        return ArtifactHash{ QCryptographicHash::Md5, artifact.md5 };
    return {};
}

ContentVerdict judgeContent(qint64 size, const FileHashes &hashes, const Artifact &artifact)
{
    if (artifact.size != size)
        return ContentVerdict::Other;
    const std::optional<ArtifactHash> told = strongestHash(artifact);
    if (!told)
        return ContentVerdict::SameSize;
    const QString known = hashes.value(told->algorithm);
    if (known.isEmpty())
        return ContentVerdict::NeedsHash;
    return told->hex.compare(known, Qt::CaseInsensitive) == 0 ? ContentVerdict::Same
                                                              : ContentVerdict::Other;
}

bool isModuleOf(const Upload &upload, const SoftwareModule &module)
{
    const QString title = module.name + u' ' + module.version;
    return upload.moduleTitle.isEmpty() || upload.moduleTitle.simplified() == title.simplified();
}

ArtifactVerdict judgeArtifacts(const Upload &upload, const FileHashes &hashes,
    const QList<Artifact> &artifacts, bool isNameRefused)
{
    using Kind = ArtifactVerdict::Kind;
    const auto sameName = [&](Qt::CaseSensitivity sensitivity) -> const Artifact * {
        for (const Artifact &artifact : artifacts) {
            if (artifact.providedFilename.compare(upload.filename, sensitivity) == 0)
                return &artifact;
        }
        return nullptr;
    };
    if (const Artifact *const same = sameName(Qt::CaseSensitive)) {
        const ContentVerdict content = judgeContent(upload.size, hashes, *same);
        if (content == ContentVerdict::Same)
            return { Kind::IsThere, *same };
        if (content == ContentVerdict::NeedsHash)
            return { Kind::NeedsHash, *same };
        return { same->id == upload.replacesId ? Kind::Replace : Kind::Taken, *same };
    }
    const Artifact *const similar = sameName(Qt::CaseInsensitive);
    if (similar && similar->id == upload.replacesId)
        return { Kind::Replace, *similar };
    if (similar && isNameRefused)
        return { Kind::Taken, *similar };
    return {};
}

bool isAnyAwaited(const QList<AwaitedFile> &files, const QList<Artifact> &artifacts)
{
    return std::ranges::any_of(files, [&artifacts](const AwaitedFile &file) {
        return !file.patience.hasExpired()
            && std::ranges::none_of(artifacts, [&file](const Artifact &artifact) {
                   return artifact.providedFilename == file.filename;
               });
    });
}

// A hawkBit on two cores took 2.5 s for 256 MiB, and 11 s while these were busy.
qint64 storingMs(qint64 size)
{
    constexpr qint64 leastMs = 5'000;
    constexpr qint64 bytesPerMs = 10LL * 1024;
    return leastMs + size / bytesPerMs;
}

// A clock that was set since makes it no longer than it was at the beginning.
qint64 patienceMs(const Upload &upload, const QDateTime &now)
{
    if (!upload.unansweredSince.isValid() || upload.state == UploadState::Done)
        return 0;
    const qint64 whole = storingMs(upload.size);
    return std::clamp<qint64>(whole - upload.unansweredSince.msecsTo(now), 0, whole);
}

UploadState storedState(UploadState state)
{
    return state == UploadState::NotConnected || state == UploadState::Checking
        ? UploadState::Waiting
        : state;
}

Upload afterStart(Upload upload)
{
    if (upload.problem == UploadProblem::OtherServer) { // nobody knows yet where its profile leads
        upload.state = UploadState::NotConnected;
        upload.problem = UploadProblem::None;
    }
    switch (upload.state) {
    case UploadState::Sending:
    case UploadState::Verifying:
    case UploadState::Retrying:
        upload.state = UploadState::Asking;
        upload.problem = UploadProblem::Interrupted;
        break;
    case UploadState::Waiting:
    case UploadState::Checking:
        upload.state = UploadState::NotConnected;
        upload.problem = UploadProblem::None;
        break;
    default:
        break;
    }
    upload.sentBytes = upload.state == UploadState::Done ? upload.size : 0;
    upload.bytesPerSecond = 0;
    upload.nextTryAt = {};
    return upload;
}

bool canPause(UploadState state)
{
    return isUnderWay(state);
}

bool canResume(UploadState state)
{
    return state == UploadState::Paused || state == UploadState::Retrying;
}

bool canRetry(UploadState state)
{
    return state == UploadState::Failed || state == UploadState::Asking;
}

bool isFinished(UploadState state)
{
    return state == UploadState::Done || state == UploadState::Failed;
}

qint64 retryPauseMs(int failures, qint64 firstMs, double shortening)
{
    qint64 pause = firstMs;
    for (int i = 1; i < failures && pause < longestPauseMs; ++i)
        pause *= 2;
    return qint64(double(std::min(pause, longestPauseMs)) * (1.0 - shortening / 2));
}

QList<qint64> movedTo(const QList<qint64> &order, const QList<qint64> &ids, qsizetype row)
{
    const QSet<qint64> toMove(ids.begin(), ids.end());
    QList<qint64> before;
    QList<qint64> moved;
    QList<qint64> after;
    for (qsizetype i = 0; i < order.size(); ++i) {
        const qint64 id = order.at(i);
        (toMove.contains(id) ? moved : i < row ? before : after) << id;
    }
    return before + moved + after;
}

} // namespace falconer
