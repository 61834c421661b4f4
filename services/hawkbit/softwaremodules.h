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

struct NewSoftwareModule {
    QString name;    // at most 128
    QString version; // at most 64
    QString type;    // key
    QString vendor;  // at most 256
    QString description;
    bool encrypted = false; // refused by a server without an encryption service (400)

    bool operator==(const NewSoftwareModule &) const = default;
};

// What is to change; the rest stays. Name, version and type never change.
struct SoftwareModuleChange {
    std::optional<QString> vendor;
    std::optional<QString> description;
    std::optional<bool> locked;

    bool operator==(const SoftwareModuleChange &) const = default;
};

SoftwareModule readSoftwareModule(const JsonReader &json);

Request<Page<SoftwareModule>> listSoftwareModules(const ListQuery &query);
Request<SoftwareModule> getSoftwareModule(qint64 id);
// All or none, answered in this order. 409: type, name and version are taken, by a hidden one too.
Request<QList<SoftwareModule>> createSoftwareModules(const QList<NewSoftwareModule> &modules);
Request<SoftwareModule> updateSoftwareModule(qint64 id, const SoftwareModuleChange &wanted);
// One that is in a set is only hidden; 423 while that set is locked.
Request<Nothing> deleteSoftwareModule(qint64 id);

} // namespace falconer
