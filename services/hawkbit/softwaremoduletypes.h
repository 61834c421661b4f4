// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/page.h"

#include <optional>

namespace falconer {

struct SoftwareModuleType {
    // What maxAssignments is when a set may hold as many as it likes.
    static constexpr qint64 unlimited = 2147483647;

    qint64 id = 0;
    QString key; // what "type" of a software module holds
    QString name;
    QString description;
    QString colour;            // as it was written: a CSS name, rgb(...) or #rrggbb
    qint64 maxAssignments = 1; // modules of the type in one set
    qint64 minArtifacts = 0;   // that make a module complete; from 0.10
    bool deleted = false;      // only hidden: it is in use

    bool operator==(const SoftwareModuleType &) const = default;
};

struct NewSoftwareModuleType {
    QString key;
    QString name;
    QString description;
    QString colour;
    qint64 maxAssignments = 1; // at least 1
    qint64 minArtifacts = 0;   // ignored before 0.10

    bool operator==(const NewSoftwareModuleType &) const = default;
};

// What may change of a type, of modules or of sets; the rest stays for ever.
struct TypeChange {
    std::optional<QString> description;
    std::optional<QString> colour;

    bool operator==(const TypeChange &) const = default;
};

SoftwareModuleType readSoftwareModuleType(const JsonReader &json);
QJsonObject typeChangeBody(const TypeChange &wanted);

Request<Page<SoftwareModuleType>> listSoftwareModuleTypes(const ListQuery &query);
// All or none. 409: the key or the name is taken, by a hidden one too.
Request<QList<SoftwareModuleType>> createSoftwareModuleTypes(
    const QList<NewSoftwareModuleType> &types);
Request<SoftwareModuleType> updateSoftwareModuleType(qint64 id, const TypeChange &wanted);
// One that is in use is only hidden, and its key stays taken.
Request<Nothing> deleteSoftwareModuleType(qint64 id);

} // namespace falconer
