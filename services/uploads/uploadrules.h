// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "services/uploads/upload.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QMap>

class QUrl;

namespace falconer {

struct SoftwareModule;

// What tells a server from others, however its address is written: without user and password.
QString serverAddress(const QUrl &server);

// What a file in the file system is like now.
struct FileLook {
    bool isReadable = false;
    qint64 size = 0;
    QDateTime modifiedAt; // UTC

    bool operator==(const FileLook &) const = default;
};

FileLook lookAtFile(const QString &path); // may block as long as the file system does

// Why a file is not sent as it was queued, None: it is. One that nobody has looked at yet is sent
// as it is.
UploadProblem judgeFile(const Upload &upload, const FileLook &look);

// The module is the one that the file was queued for.
bool isModuleOf(const Upload &upload, const SoftwareModule &module);

// The strongest hash that a server tells of an artifact; none: it tells none. Old ones tell no
// SHA-256.
struct ArtifactHash {
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256;
    QString hex;
};
std::optional<ArtifactHash> strongestHash(const Artifact &artifact);

// Those of a local file that are known, in lower-case hex.
using FileHashes = QMap<QCryptographicHash::Algorithm, QString>;

enum class ContentVerdict {
    Same,
    SameSize,  // and the server tells nothing else
    NeedsHash, // of the file, by the algorithm of strongestHash()
    Other,
};
ContentVerdict judgeContent(qint64 size, const FileHashes &hashes, const Artifact &artifact);

// What the artifacts of the module mean for an upload.
struct ArtifactVerdict {
    enum class Kind {
        Send,      // the name is free
        NeedsHash, // one of that name and size: the same content? see strongestHash()
        IsThere,   // the same content
        Replace,   // other content, and a person said that this one goes
        Taken,     // other content
    };

    Kind kind = Kind::Send;
    Artifact artifact; // of that name, if there is one
};

// isNameRefused: the server said that it has the name, so case does not tell names apart there.
ArtifactVerdict judgeArtifacts(const Upload &upload, const FileHashes &hashes,
    const QList<Artifact> &artifacts, bool isNameRefused = false);

// A file whose last byte was sent, and whose answer nobody waits for any more: the server may still
// be at work on it, and would lose it, or another one that comes into that module meanwhile.
struct AwaitedFile {
    QString filename;
    QDeadlineTimer patience; // it is not waited for any longer
};
bool isAnyAwaited(const QList<AwaitedFile> &files, const QList<Artifact> &artifacts);
// How long a server may take for a file of so many bytes that it has got, in ms.
qint64 storingMs(qint64 size);
// For how long, in ms, one that the queue's file holds is awaited from now on; 0: not, or no
// longer.
qint64 patienceMs(const Upload &upload, const QDateTime &now);

// A state as the queue's file keeps it: what depends on who is signed in, or asks only, waits.
UploadState storedState(UploadState state);
// What an upload that the queue's file holds becomes when the program starts: one that was under
// way asks before it is sent again.
Upload afterStart(Upload upload);

// What can be done with an upload.
bool canPause(UploadState state);
bool canResume(UploadState state);
bool canRetry(UploadState state);
// Of the others nobody knows when somebody lets them go on.
bool goesOnByItself(const Upload &upload);
bool isFinished(UploadState state); // Done or Failed

// How long to wait after so many failures in a row, in ms. shortening: 0 to 1, a random number that
// shortens it by up to half, so that many uploads do not come back at once.
qint64 retryPauseMs(int failures, qint64 firstMs, double shortening);

// The ids in their new order: those to move stand, in the order that they have now, before the one
// that is at row now; row is that of the list as it is.
QList<qint64> movedTo(const QList<qint64> &order, const QList<qint64> &ids, qsizetype row);

} // namespace falconer
