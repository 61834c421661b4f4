// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/softwaremoduletypes.h"

#include "services/hawkbit/changes.h"
#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QByteArray typePath(qint64 id)
{
    return managementPath({ u"softwaremoduletypes"_s, QString::number(id) });
}

QJsonObject toJson(const NewSoftwareModuleType &type)
{
    QJsonObject json{ { "key"_L1, type.key }, { "name"_L1, type.name },
        { "maxAssignments"_L1, type.maxAssignments } };
    insertText(json, "description"_L1, type.description);
    insertText(json, "colour"_L1, type.colour);
    if (type.minArtifacts != 0)
        json["minArtifacts"_L1] = type.minArtifacts;
    return json;
}

} // namespace

SoftwareModuleType readSoftwareModuleType(const JsonReader &json)
{
    return {
        .id = json.integer("id"_L1),
        .key = json.text("key"_L1),
        .name = json.text("name"_L1),
        .description = json.textOr("description"_L1),
        .colour = json.textOr("colour"_L1),
        .maxAssignments = json.integer("maxAssignments"_L1),
        .minArtifacts = json.integerOr("minArtifacts"_L1, 0),
        .deleted = json.booleanOr("deleted"_L1, false),
    };
}

Request<Page<SoftwareModuleType>> listSoftwareModuleTypes(const ListQuery &query)
{
    return { { .path = managementPath({ u"softwaremoduletypes"_s }), .query = toQuery(query) },
        readJson(readPage<SoftwareModuleType, readSoftwareModuleType>) };
}

Request<QList<SoftwareModuleType>> createSoftwareModuleTypes(
    const QList<NewSoftwareModuleType> &types)
{
    return { change(Verb::Post, managementPath({ u"softwaremoduletypes"_s }),
                 toJsonArray<NewSoftwareModuleType>(types, toJson)),
        readJson(readList<SoftwareModuleType, readSoftwareModuleType>) };
}

QJsonObject typeChangeBody(const TypeChange &wanted)
{
    QJsonObject json;
    insertText(json, "description"_L1, wanted.description);
    insertText(json, "colour"_L1, wanted.colour);
    return json;
}

Request<SoftwareModuleType> updateSoftwareModuleType(qint64 id, const TypeChange &wanted)
{
    return { change(Verb::Put, typePath(id), typeChangeBody(wanted)),
        readJson(readSoftwareModuleType) };
}

Request<Nothing> deleteSoftwareModuleType(qint64 id)
{
    return { change(Verb::Delete, typePath(id)), ignoreBody() };
}

} // namespace falconer
