// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/page.h"

#include <QDateTime>

#include <optional>

namespace falconer {

struct SoftwareModule {
    qint64 id = 0;
    QString name;
    QString version;
    QString type; // key
    QString typeName;
    QString vendor;
    QString description;
    bool deleted = false;
    bool encrypted = false;
    bool locked = false;          // from 0.5
    std::optional<bool> complete; // from 0.10
    QDateTime createdAt;          // UTC
    QDateTime lastModifiedAt;     // UTC

    bool operator==(const SoftwareModule &) const = default;
};

struct Artifact {
    qint64 id = 0;
    QString providedFilename;
    qint64 size = 0; // bytes
    QString sha1;
    QString md5;
    QString sha256;

    bool operator==(const Artifact &) const = default;
};

SoftwareModule readSoftwareModule(const JsonReader &json);
Artifact readArtifact(const JsonReader &json);

Request<Page<SoftwareModule>> listSoftwareModules(const ListQuery &query);
Request<QList<Artifact>> listArtifacts(qint64 softwareModuleId);

} // namespace falconer
