// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/distributionsettypes.h"

#include "services/hawkbit/changes.h"
#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr auto mandatoryTypes = "mandatorymoduletypes"_L1;
constexpr auto optionalTypes = "optionalmoduletypes"_L1;

QByteArray typePath(qint64 id)
{
    return managementPath({ u"distributionsettypes"_s, QString::number(id) });
}

QByteArray moduleTypesPath(qint64 id, QLatin1StringView which)
{
    return managementPath({ u"distributionsettypes"_s, QString::number(id), which });
}

QJsonObject toJson(const NewDistributionSetType &type)
{
    QJsonObject json{ { "key"_L1, type.key }, { "name"_L1, type.name },
        { "mandatorymodules"_L1, idObjects(type.mandatoryModuleTypes) },
        { "optionalmodules"_L1, idObjects(type.optionalModuleTypes) } };
    insertText(json, "description"_L1, type.description);
    insertText(json, "colour"_L1, type.colour);
    return json;
}

Request<QList<SoftwareModuleType>> listModuleTypes(qint64 id, QLatin1StringView which)
{
    return { { .path = moduleTypesPath(id, which) },
        readJson(readList<SoftwareModuleType, readSoftwareModuleType>) };
}

Request<Nothing> addModuleType(qint64 id, QLatin1StringView which, qint64 moduleTypeId)
{
    return { change(
                 Verb::Post, moduleTypesPath(id, which), QJsonObject{ { "id"_L1, moduleTypeId } }),
        ignoreBody() };
}

Request<Nothing> removeModuleType(qint64 id, QLatin1StringView which, qint64 moduleTypeId)
{
    return { change(
                 Verb::Delete, moduleTypesPath(id, which) + '/' + QByteArray::number(moduleTypeId)),
        ignoreBody() };
}

} // namespace

DistributionSetType readDistributionSetType(const JsonReader &json)
{
    return {
        .id = json.integer("id"_L1),
        .key = json.text("key"_L1),
        .name = json.text("name"_L1),
        .description = json.textOr("description"_L1),
        .colour = json.textOr("colour"_L1),
        .deleted = json.booleanOr("deleted"_L1, false),
    };
}

Request<Page<DistributionSetType>> listDistributionSetTypes(const ListQuery &query)
{
    return { { .path = managementPath({ u"distributionsettypes"_s }), .query = toQuery(query) },
        readJson(readPage<DistributionSetType, readDistributionSetType>) };
}

Request<QList<DistributionSetType>> createDistributionSetTypes(
    const QList<NewDistributionSetType> &types)
{
    return { change(Verb::Post, managementPath({ u"distributionsettypes"_s }),
                 toJsonArray<NewDistributionSetType>(types, toJson)),
        readJson(readList<DistributionSetType, readDistributionSetType>) };
}

Request<DistributionSetType> updateDistributionSetType(qint64 id, const TypeChange &wanted)
{
    return { change(Verb::Put, typePath(id), typeChangeBody(wanted)),
        readJson(readDistributionSetType) };
}

Request<Nothing> deleteDistributionSetType(qint64 id)
{
    return { change(Verb::Delete, typePath(id)), ignoreBody() };
}

Request<QList<SoftwareModuleType>> listMandatoryModuleTypes(qint64 distributionSetTypeId)
{
    return listModuleTypes(distributionSetTypeId, mandatoryTypes);
}

Request<QList<SoftwareModuleType>> listOptionalModuleTypes(qint64 distributionSetTypeId)
{
    return listModuleTypes(distributionSetTypeId, optionalTypes);
}

Request<Nothing> addMandatoryModuleType(qint64 distributionSetTypeId, qint64 moduleTypeId)
{
    return addModuleType(distributionSetTypeId, mandatoryTypes, moduleTypeId);
}

Request<Nothing> addOptionalModuleType(qint64 distributionSetTypeId, qint64 moduleTypeId)
{
    return addModuleType(distributionSetTypeId, optionalTypes, moduleTypeId);
}

Request<Nothing> removeMandatoryModuleType(qint64 distributionSetTypeId, qint64 moduleTypeId)
{
    return removeModuleType(distributionSetTypeId, mandatoryTypes, moduleTypeId);
}

Request<Nothing> removeOptionalModuleType(qint64 distributionSetTypeId, qint64 moduleTypeId)
{
    return removeModuleType(distributionSetTypeId, optionalTypes, moduleTypeId);
}

} // namespace falconer
