// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/page.h"

#include <QDateTime>

namespace falconer {

// A file of a software module.
struct Artifact {
    qint64 id = 0;
    QString providedFilename;
    qint64 size = 0; // bytes
    QString sha1;    // all three in lower-case hex
    QString md5;
    QString sha256;
    QDateTime createdAt; // UTC

    bool operator==(const Artifact &) const = default;
};

Artifact readArtifact(const JsonReader &json);

// Comes whole: a module has at most 50.
Request<QList<Artifact>> listArtifacts(qint64 softwareModuleId);
Request<Artifact> getArtifact(qint64 softwareModuleId, qint64 id);
// 423 while the module is locked.
Request<Nothing> deleteArtifact(qint64 softwareModuleId, qint64 id);

// Where a file is uploaded to, and where it is downloaded from.
QByteArray artifactsPath(qint64 softwareModuleId);
QByteArray artifactDownloadPath(qint64 softwareModuleId, qint64 id);

} // namespace falconer
