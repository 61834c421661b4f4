// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/crud.h"
#include "services/simulator/pagedlist.h"
#include "services/simulator/typejson.h"

namespace falconer {

using namespace Qt::StringLiterals;

QJsonObject moduleTypeJson(const SimContext &context, const SimModuleType &type)
{
    QJsonObject json;
    writeNamed(json, type);
    json[u"key"_s] = type.key;
    writeText(json, "colour"_L1, type.colour);
    json[u"deleted"_s] = type.deleted;
    json[u"maxAssignments"_s] = type.maxAssignments;
    if (!context.isOldWire())
        json[u"minArtifacts"_s] = type.minArtifacts;
    writeLink(json, "self"_L1, context.link("softwaremoduletypes/"_L1 + QString::number(type.id)));
    return json;
}

namespace {

SimResponse list(SimContext &context)
{
    return pagedRows<SimModuleType>(context, listedRows(context.fleet.moduleTypes),
        moduleTypeFields(context.fleet),
        [&](const SimModuleType &type) { return moduleTypeJson(context, type); });
}

SimModuleType read(FieldReader &reader)
{
    SimModuleType type;
    type.name = reader.name(true);
    type.key = reader.requiredText("key"_L1, 1, 64);
    type.description = reader.description();
    type.colour = reader.colour();
    type.maxAssignments = int(reader.integer("maxAssignments"_L1).value_or(0));
    type.minArtifacts = int(reader.integer("minArtifacts"_L1).value_or(0));
    if (type.maxAssignments < 1)
        reader.refuse(constraintViolation(u"maxAssignments must be greater than or equal to 1."_s));
    return type;
}

SimResponse create(SimContext &context)
{
    return createAll<SimModuleType>(
        context, context.fleet.moduleTypes, read,
        [](const auto &a, const auto &b) { return a.key == b.key || a.name == b.name; },
        [&](const SimModuleType &type) { return moduleTypeJson(context, type); });
}

SimResponse get(SimContext &context)
{
    const SimModuleType *type = context.fleet.moduleTypes.find(context.number(0));
    return type ? answer(200, moduleTypeJson(context, *type))
                : notFound(u"SoftwareModuleType"_s, context.number(0));
}

SimResponse put(SimContext &context)
{
    SimModuleType *type = context.fleet.moduleTypes.find(context.number(0));
    if (!type)
        return notFound(u"SoftwareModuleType"_s, context.number(0));
    FieldReader reader(context.body);
    const QString description = reader.description();
    const QString colour = reader.colour();
    if (reader.refused())
        return *reader.refused();
    update(type->description, description);
    update(type->colour, colour);
    context.fleet.touch(type->audit, context.who());
    return answer(200, moduleTypeJson(context, *type));
}

bool isUsed(const Fleet &fleet, qint64 typeId)
{
    for (const auto &[id, module] : fleet.modules.rows()) {
        if (module.typeId == typeId)
            return true;
    }
    for (const auto &[id, type] : fleet.setTypes.rows()) {
        if (type.mandatory.contains(typeId) || type.optional.contains(typeId))
            return true;
    }
    return false;
}

SimResponse remove(SimContext &context)
{
    SimModuleType *type = context.fleet.moduleTypes.find(context.number(0));
    if (!type)
        return notFoundToDelete(context, u"SoftwareModuleType"_s, context.number(0));
    if (isUsed(context.fleet, type->id))
        type->deleted = true;
    else
        context.fleet.moduleTypes.erase(type->id);
    return context.done();
}

} // namespace

void addModuleTypeRoutes(Routes &routes)
{
    const QString group = u"SOFTWARE_MODULE_TYPE"_s;
    routes.add("GET", "softwaremoduletypes", { "READ_"_L1 + group }, list);
    routes.add("POST", "softwaremoduletypes", { "CREATE_"_L1 + group, BodyKind::Array }, create);
    routes.add("GET", "softwaremoduletypes/{n}", { "READ_"_L1 + group }, get);
    routes.add("PUT", "softwaremoduletypes/{n}", { "UPDATE_"_L1 + group, BodyKind::Object }, put);
    routes.add("DELETE", "softwaremoduletypes/{n}", { "DELETE_"_L1 + group }, remove);
}

} // namespace falconer
