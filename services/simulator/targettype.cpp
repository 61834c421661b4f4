// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/crud.h"
#include "services/simulator/pagedlist.h"
#include "services/simulator/typejson.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QJsonObject typeJson(const SimContext &context, const SimTargetType &type, bool full)
{
    QJsonObject json;
    writeNamed(json, type);
    json[u"key"_s] = type.key;
    writeText(json, "colour"_L1, type.colour);
    json[u"deleted"_s] = false;
    const QString self = context.link("targettypes/"_L1 + QString::number(type.id));
    writeLink(json, "self"_L1, self);
    if (full)
        writeLink(
            json, "compatibledistributionsettypes"_L1, self + "/compatibledistributionsettypes"_L1);
    return json;
}

SimResponse list(SimContext &context)
{
    return pagedRows<SimTargetType>(context, listedRows(context.fleet.targetTypes),
        targetTypeFields(context.fleet),
        [&](const SimTargetType &type) { return typeJson(context, type, false); });
}

SimResponse unknownSetType(const SimContext &context, qint64 id)
{
    return notFoundIn(context, u"DistributionSetType"_s, id);
}

SimTargetType read(const SimContext &context, FieldReader &reader)
{
    SimTargetType type;
    type.name = reader.name(false);
    type.key = reader.text("key"_L1, 1, 64);
    if (type.name.isNull() && type.key.isNull())
        reader.refuse(refusal(400, u"target.type.keyOrNameRequired"_s, u"Neither given."_s));
    if (type.key.isNull())
        type.key = type.name;
    if (type.name.isNull())
        type.name = type.key;
    type.description = reader.description();
    type.colour = reader.colour();
    type.setTypes = reader.ids("compatibledistributionsettypes"_L1);
    for (const qint64 id : type.setTypes) {
        if (!context.fleet.setTypes.find(id))
            reader.refuse(context.isOldWire() // which gives it a wrong name
                    ? notFoundIn(context, u"SoftwareModuleType"_s, id)
                    : unknownSetType(context, id));
    }
    return type;
}

SimResponse create(SimContext &context)
{
    return createAll<SimTargetType>(
        context, context.fleet.targetTypes,
        [&](FieldReader &reader) { return read(context, reader); },
        [](const auto &a, const auto &b) { return a.key == b.key || a.name == b.name; },
        [&](const SimTargetType &type) { return typeJson(context, type, false); });
}

SimTargetType *find(SimContext &context)
{
    return context.fleet.targetTypes.find(context.number(0));
}

SimResponse unknown(SimContext &context)
{
    return notFound(u"TargetType"_s, context.number(0));
}

SimResponse get(SimContext &context)
{
    const SimTargetType *type = find(context);
    return type ? answer(200, typeJson(context, *type, true)) : unknown(context);
}

SimResponse put(SimContext &context)
{
    SimTargetType *type = find(context);
    if (!type)
        return unknown(context);
    FieldReader reader(context.body);
    const QString name = reader.name(false);
    const QString description = reader.description();
    const QString colour = reader.colour();
    if (reader.refused())
        return *reader.refused();
    for (const auto &[id, other] : context.fleet.targetTypes.rows()) {
        if (other.name == name && id != type->id)
            return alreadyExists();
    }
    update(type->name, name);
    update(type->description, description);
    update(type->colour, colour);
    context.fleet.touch(type->audit, context.who());
    return answer(200, typeJson(context, *type, true));
}

SimResponse remove(SimContext &context)
{
    const qint64 id = context.number(0);
    if (!find(context))
        return notFoundToDelete(context, u"TargetType"_s, id);
    bool isUsed = false;
    context.fleet.targets.forEach(
        [&](const SimTarget &target) { isUsed = isUsed || target.typeId == id; });
    if (isUsed)
        return refusal(409, u"target.type.used"_s, u"The type is in use."_s);
    context.fleet.targetTypes.erase(id);
    return context.done();
}

SimResponse compatible(SimContext &context)
{
    const SimTargetType *type = find(context);
    if (!type)
        return unknown(context);
    QJsonArray json;
    for (const qint64 id : type->setTypes)
        json << setTypeJson(context, *context.fleet.setTypes.find(id), false);
    return answer(200, json);
}

SimResponse addCompatible(SimContext &context)
{
    SimTargetType *type = find(context);
    if (!type)
        return unknown(context);
    const auto ids = readIdList(context.body);
    if (!ids)
        return notReadable();
    for (const qint64 id : *ids) {
        if (!context.fleet.setTypes.find(id))
            return context.isOldWire() ? springError(500) : unknownSetType(context, id);
    }
    QList<qint64> wanted = type->setTypes;
    for (const qint64 id : *ids) {
        if (!wanted.contains(id))
            wanted << id;
    }
    if (wanted.size() > context.fleet.quotas().setTypesPerTargetType)
        return quotaExceeded(context);
    type->setTypes = wanted;
    context.fleet.touch(type->audit, context.who());
    return context.done();
}

SimResponse removeCompatible(SimContext &context)
{
    SimTargetType *type = find(context);
    if (!type)
        return unknown(context);
    type->setTypes.removeAll(context.number(1));
    context.fleet.touch(type->audit, context.who());
    return context.done();
}

} // namespace

void addTargetTypeRoutes(Routes &routes)
{
    const QString group = u"TARGET_TYPE"_s;
    const Needs reading{ "READ_"_L1 + group };
    const QString writing = "UPDATE_"_L1 + group;
    const char *path = "targettypes/{n}/compatibledistributionsettypes";
    routes.add("GET", "targettypes", reading, list);
    routes.add("POST", "targettypes", { "CREATE_"_L1 + group, BodyKind::Array }, create);
    routes.add("GET", "targettypes/{n}", reading, get);
    routes.add("PUT", "targettypes/{n}", { writing, BodyKind::Object }, put);
    routes.add("DELETE", "targettypes/{n}", { "DELETE_"_L1 + group }, remove);
    routes.add("GET", path, reading, compatible);
    routes.add("POST", path, { writing, BodyKind::Array }, addCompatible);
    routes.add("DELETE", QByteArray(path) + "/{n2}", { writing }, removeCompatible);
}

} // namespace falconer
