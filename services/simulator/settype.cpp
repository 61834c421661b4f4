// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/crud.h"
#include "services/simulator/pagedlist.h"
#include "services/simulator/typejson.h"

namespace falconer {

using namespace Qt::StringLiterals;

QJsonObject setTypeJson(const SimContext &context, const SimSetType &type, bool full)
{
    QJsonObject json;
    writeNamed(json, type);
    json[u"key"_s] = type.key;
    writeText(json, "colour"_L1, type.colour);
    json[u"deleted"_s] = type.deleted;
    const QString self = context.link("distributionsettypes/"_L1 + QString::number(type.id));
    writeLink(json, "self"_L1, self);
    if (full) {
        writeLink(json, "mandatorymodules"_L1, self + "/mandatorymoduletypes"_L1);
        writeLink(json, "optionalmodules"_L1, self + "/optionalmoduletypes"_L1);
    }
    return json;
}

namespace {

SimResponse list(SimContext &context)
{
    return pagedRows<SimSetType>(context, listedRows(context.fleet.setTypes),
        setTypeFields(context.fleet),
        [&](const SimSetType &type) { return setTypeJson(context, type, false); });
}

SimResponse unknownModuleTypes(const SimContext &context, qint64 id)
{
    return notFoundIn(context, u"SoftwareModuleType"_s, id);
}

SimSetType read(const SimContext &context, FieldReader &reader)
{
    SimSetType type;
    type.name = reader.name(true);
    type.key = reader.requiredText("key"_L1, 1, 64);
    type.description = reader.description();
    type.colour = reader.colour();
    type.mandatory = reader.ids("mandatorymodules"_L1);
    type.optional = reader.ids("optionalmodules"_L1);
    for (const qint64 id : type.mandatory + type.optional) {
        if (!context.fleet.moduleTypes.find(id))
            reader.refuse(unknownModuleTypes(context, id));
    }
    return type;
}

SimResponse create(SimContext &context)
{
    return createAll<SimSetType>(
        context, context.fleet.setTypes, [&](FieldReader &reader) { return read(context, reader); },
        [](const auto &a, const auto &b) { return a.key == b.key || a.name == b.name; },
        [&](const SimSetType &type) { return setTypeJson(context, type, false); });
}

SimSetType *find(SimContext &context)
{
    return context.fleet.setTypes.find(context.number(0));
}

SimResponse unknown(SimContext &context)
{
    return notFound(u"DistributionSetType"_s, context.number(0));
}

SimResponse get(SimContext &context)
{
    const SimSetType *type = find(context);
    return type ? answer(200, setTypeJson(context, *type, true)) : unknown(context);
}

SimResponse put(SimContext &context)
{
    SimSetType *type = find(context);
    if (!type)
        return unknown(context);
    FieldReader reader(context.body);
    const QString description = reader.description();
    const QString colour = reader.colour();
    if (reader.refused())
        return *reader.refused();
    update(type->description, description);
    update(type->colour, colour);
    context.fleet.touch(type->audit, context.who());
    return answer(200, setTypeJson(context, *type, true));
}

bool isUsed(const Fleet &fleet, qint64 typeId)
{
    if (fleet.defaultSetType == typeId)
        return true;
    for (const auto &[id, set] : fleet.sets.rows()) {
        if (set.typeId == typeId)
            return true;
    }
    return false;
}

SimResponse remove(SimContext &context)
{
    SimSetType *type = find(context);
    if (!type)
        return unknown(context);
    if (isUsed(context.fleet, type->id))
        type->deleted = true;
    else
        context.fleet.setTypes.erase(type->id);
    return context.done();
}

// The module types of a set type: "mandatorymoduletypes" or "optionalmoduletypes" of the path.
QList<qint64> &moduleTypesOf(const SimContext &context, SimSetType &type)
{
    return context.request.segments().value(4) == "mandatorymoduletypes" ? type.mandatory
                                                                         : type.optional;
}

SimResponse listModuleTypes(SimContext &context)
{
    SimSetType *type = find(context);
    if (!type)
        return unknown(context);
    QJsonArray json;
    for (const qint64 id : moduleTypesOf(context, *type))
        json << moduleTypeJson(context, *context.fleet.moduleTypes.find(id));
    return answer(200, json);
}

SimResponse getModuleType(SimContext &context)
{
    SimSetType *type = find(context);
    if (!type)
        return unknown(context);
    const SimModuleType *moduleType = context.fleet.moduleTypes.find(context.number(1));
    if (!moduleType)
        return notFound(u"SoftwareModuleType"_s, context.number(1));
    if (!moduleTypesOf(context, *type).contains(moduleType->id))
        return refusal(404, u"repo.entityNotFound"_s, u"The type is not part of it."_s);
    return answer(200, moduleTypeJson(context, *moduleType));
}

SimResponse readOnly()
{
    return refusal(403, u"entityReadOnly"_s, u"The type is in use."_s);
}

SimResponse addModuleType(SimContext &context)
{
    SimSetType *type = find(context);
    if (!type)
        return unknown(context);
    const qint64 id = context.body["id"_L1].toInteger();
    if (!context.fleet.moduleTypes.find(id))
        return unknownModuleTypes(context, id);
    if (type->mandatory.size() + type->optional.size()
        >= context.fleet.quotas().moduleTypesPerSetType)
        return quotaExceeded(context);
    for (const auto &[setId, set] : context.fleet.sets.rows()) {
        if (set.typeId == type->id)
            return readOnly();
    }
    if (!type->mandatory.contains(id) && !type->optional.contains(id))
        moduleTypesOf(context, *type) << id;
    return context.done();
}

SimResponse removeModuleType(SimContext &context)
{
    SimSetType *type = find(context);
    if (!type)
        return unknown(context);
    for (const auto &[setId, set] : context.fleet.sets.rows()) {
        if (set.typeId == type->id)
            return readOnly();
    }
    moduleTypesOf(context, *type).removeAll(context.number(1));
    return context.done();
}

} // namespace

void addSetTypeRoutes(Routes &routes)
{
    const QString group = u"DISTRIBUTION_SET_TYPE"_s;
    const Needs reading{ "READ_"_L1 + group };
    const Needs writing{ "UPDATE_"_L1 + group };
    routes.add("GET", "distributionsettypes", reading, list);
    routes.add("POST", "distributionsettypes", { "CREATE_"_L1 + group, BodyKind::Array }, create);
    routes.add("GET", "distributionsettypes/{n}", reading, get);
    routes.add("PUT", "distributionsettypes/{n}", { writing.right, BodyKind::Object }, put);
    routes.add("DELETE", "distributionsettypes/{n}", { "DELETE_"_L1 + group }, remove);
    for (const char *const part : { "mandatorymoduletypes", "optionalmoduletypes" }) {
        const QByteArray path = QByteArray("distributionsettypes/{n}/") + part;
        routes.add("GET", path, reading, listModuleTypes);
        routes.add("POST", path, { writing.right, BodyKind::Object }, addModuleType);
        routes.add("GET", path + "/{n2}", reading, getModuleType);
        routes.add("DELETE", path + "/{n2}", writing, removeModuleType);
    }
}

} // namespace falconer
