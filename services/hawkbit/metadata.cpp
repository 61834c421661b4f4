// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/metadata.h"

#include "services/hawkbit/changes.h"
#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString resourceOf(MetadataOwner::Kind kind)
{
    switch (kind) {
    case MetadataOwner::Kind::Target:
        return u"targets"_s;
    case MetadataOwner::Kind::DistributionSet:
        return u"distributionsets"_s;
    case MetadataOwner::Kind::SoftwareModule:
        break;
    }
    return u"softwaremodules"_s;
}

QByteArray metadataPath(const MetadataOwner &owner)
{
    return managementPath({ resourceOf(owner.kind), owner.id, u"metadata"_s });
}

QByteArray entryPath(const MetadataOwner &owner, const QString &key)
{
    return managementPath({ resourceOf(owner.kind), owner.id, u"metadata"_s, key });
}

// Every member is always sent: hawkBit answers 500 when one is missing, and 0.9 stores an entry
// that breaks its module for good (hawkbit-api 1.3).
QJsonObject toJson(const MetadataOwner &owner, const Metadata &entry)
{
    QJsonObject json{ { "key"_L1, entry.key }, { "value"_L1, entry.value } };
    if (owner.kind == MetadataOwner::Kind::SoftwareModule)
        json["targetVisible"_L1] = entry.targetVisible;
    return json;
}

} // namespace

Metadata readMetadata(const JsonReader &json)
{
    return {
        .key = json.text("key"_L1),
        .value = json.textOr("value"_L1), // 0.9 lets one be stored without
        .targetVisible = json.booleanOr("targetVisible"_L1, false),
    };
}

QList<Metadata> readMetadataList(const JsonReader &json)
{
    return json.list<Metadata>("content"_L1, readMetadata);
}

Request<QList<Metadata>> listMetadata(const MetadataOwner &owner)
{
    // Servers before 0.9 page by 50; at most 100 entries exist, newer ones ignore the limit.
    return { { .path = metadataPath(owner), .query = { { u"limit"_s, u"500"_s } } },
        readJson(readMetadataList) };
}

Request<Nothing> createMetadata(const MetadataOwner &owner, const QList<Metadata> &entries)
{
    QJsonArray body;
    for (const Metadata &entry : entries)
        body.append(toJson(owner, entry));
    return { change(Verb::Post, metadataPath(owner), body), ignoreBody() };
}

Request<Nothing> updateMetadata(const MetadataOwner &owner, const Metadata &entry)
{
    return { change(Verb::Put, entryPath(owner, entry.key), toJson(owner, entry)), ignoreBody() };
}

Request<Nothing> deleteMetadata(const MetadataOwner &owner, const QString &key)
{
    return { change(Verb::Delete, entryPath(owner, key)), ignoreBody() };
}

} // namespace falconer
