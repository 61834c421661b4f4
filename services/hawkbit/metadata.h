// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/request.h"

namespace falconer {

struct Metadata {
    QString key;                // at most 128
    QString value;              // at most 4000
    bool targetVisible = false; // software modules only: devices are told

    bool operator==(const Metadata &) const = default;
};

// Whose metadata it is.
struct MetadataOwner {
    enum class Kind { Target, DistributionSet, SoftwareModule };

    Kind kind = Kind::Target;
    QString id; // a controller id, or a number

    bool operator==(const MetadataOwner &) const = default;
};

Metadata readMetadata(const JsonReader &json);

// {"content":[...]}; never paged by newer servers, read whole from older ones.
QList<Metadata> readMetadataList(const JsonReader &json);

Request<QList<Metadata>> listMetadata(const MetadataOwner &owner);
// A known key: 409, but sets and modules of >= 0.10 overwrite it silently, so look first.
Request<Nothing> createMetadata(const MetadataOwner &owner, const QList<Metadata> &entries);
// An unknown key: 404 up to 0.9, created from 0.10. A key with a slash cannot be addressed.
Request<Nothing> updateMetadata(const MetadataOwner &owner, const Metadata &entry);
Request<Nothing> deleteMetadata(const MetadataOwner &owner, const QString &key);

} // namespace falconer
