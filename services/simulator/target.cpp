// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/crud.h"
#include "services/simulator/pagedlist.h"
#include "services/simulator/rights.h"
#include "services/simulator/tagjson.h"

#include <QUrl>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

SimResponse list(SimContext &context)
{
    return pagedTargets(context);
}

void checkAddress(const SimContext &context, FieldReader &reader, const QString &address)
{
    if (context.isOldWire() && !address.isEmpty() && !QUrl(address, QUrl::StrictMode).isValid())
        reader.refuse(refusal(400, u"repo.invalidTargetAddress"_s, u"Not a URI."_s));
}

// The type that a target's object names, or a refusal; -1 takes it away.
qint64 readType(const SimContext &context, FieldReader &reader, qint64 current)
{
    const std::optional<qint64> id = reader.integer("targetType"_L1);
    if (!id)
        return current;
    if (*id == -1)
        return 0;
    if (!context.fleet.targetTypes.find(*id))
        reader.refuse(notFound(u"TargetType"_s, *id));
    return *id;
}

SimTarget read(SimContext &context, FieldReader &reader)
{
    SimTarget target;
    target.controllerId = reader.requiredText("controllerId"_L1, 1, 256);
    if (target.controllerId.contains(u' '))
        reader.refuse(constraintViolation(u"controllerId must not contain blanks."_s));
    target.name = reader.name(false);
    if (target.name.isNull())
        target.name = target.controllerId.left(128);
    target.description = reader.description();
    target.address = reader.text("address"_L1, 0, 512);
    checkAddress(context, reader, target.address);
    target.securityToken = reader.text("securityToken"_L1, 1, 128);
    if (target.securityToken.isNull())
        target.securityToken = context.fleet.newToken();
    target.requestAttributes = reader.boolean("requestAttributes"_L1).value_or(true);
    if (!context.isOldWire())
        target.group = reader.text("group"_L1, 0, 256);
    target.typeId = readType(context, reader, 0);
    target.audit = context.fleet.created(context.who());
    return target;
}

// All or nothing.
SimResponse create(SimContext &context)
{
    const QJsonArray entries = context.body.toArray();
    QList<SimTarget> targets;
    QSet<QString> ids;
    for (const QJsonValue &entry : entries) {
        FieldReader reader(entry);
        targets << read(context, reader);
        if (reader.refused())
            return *reader.refused();
    }
    for (const SimTarget &target : targets) {
        if (ids.contains(target.controllerId) || context.fleet.targets.rowOf(target.controllerId))
            return alreadyExists();
        ids << target.controllerId;
    }
    QJsonArray written;
    for (const SimTarget &target : targets) {
        context.fleet.targets.insert(target);
        written << targetJson(context, target, false);
    }
    return answer(201, written);
}

SimResponse unknown(SimContext &context)
{
    return notFound(u"Target"_s, context.ids.first());
}

SimResponse get(SimContext &context)
{
    const auto target = context.fleet.targets.find(context.ids.first());
    return target ? answer(200, targetJson(context, *target, true)) : unknown(context);
}

// Looks the target up before it asks for the right; the old wire does it the other way round.
SimResponse put(SimContext &context)
{
    const bool isAllowed = hasRight(context, u"UPDATE_TARGET"_s);
    if (!isAllowed && context.isOldWire())
        return forbidden();
    const auto current = context.fleet.targets.find(context.ids.first());
    if (!current)
        return unknown(context);
    if (!isAllowed)
        return forbidden();
    FieldReader reader(context.body);
    SimTarget wanted = *current;
    update(wanted.name, reader.name(false));
    update(wanted.description, reader.description());
    update(wanted.address, reader.text("address"_L1, 0, 512));
    checkAddress(context, reader, wanted.address);
    update(wanted.securityToken, reader.text("securityToken"_L1, 1, 128));
    wanted.typeId = readType(context, reader, wanted.typeId);
    const std::optional<bool> asks = reader.boolean("requestAttributes"_L1);
    if (reader.refused())
        return *reader.refused();
    if (asks && !*asks)
        return noContent(400);
    wanted.requestAttributes = asks.value_or(wanted.requestAttributes);
    context.fleet.touch(wanted.audit, context.who());
    *context.fleet.targets.edit(wanted.controllerId) = wanted;
    return answer(200, targetJson(context, wanted, true));
}

SimResponse remove(SimContext &context)
{
    const QString id = context.ids.first();
    if (!context.fleet.targets.remove(id))
        return unknown(context);
    for (const qint64 action : context.fleet.actionsOfTarget.take(id))
        context.fleet.actions.erase(action);
    return context.done();
}

SimResponse assignType(SimContext &context)
{
    SimTarget *target = context.fleet.targets.edit(context.ids.first());
    if (!target)
        return unknown(context);
    FieldReader reader(context.body);
    const std::optional<qint64> id = reader.integer("id"_L1);
    if (reader.refused())
        return *reader.refused();
    if (!id)
        return constraintViolation(u"assignType.targetTypeId must not be null."_s);
    if (!context.fleet.targetTypes.find(*id))
        return notFound(u"TargetType"_s, *id);
    target->typeId = *id;
    context.fleet.touch(target->audit, context.who());
    return context.done();
}

SimResponse unassignType(SimContext &context)
{
    SimTarget *target = context.fleet.targets.edit(context.ids.first());
    if (!target)
        return unknown(context);
    target->typeId = 0;
    context.fleet.touch(target->audit, context.who());
    return context.done();
}

SimResponse attributes(SimContext &context)
{
    const auto target = context.fleet.targets.find(context.ids.first());
    if (!target)
        return unknown(context);
    if (target->attributes.isEmpty())
        return noContent();
    QJsonObject json;
    for (auto it = target->attributes.begin(); it != target->attributes.end(); ++it)
        json[it.key()] = it.value();
    return answer(200, json);
}

SimResponse tags(SimContext &context)
{
    const auto target = context.fleet.targets.find(context.ids.first());
    if (!target)
        return unknown(context);
    QJsonArray json;
    for (const qint64 id : target->tags)
        json << tagJson(context, *context.fleet.targetTags.find(id), TagKind::Target, false);
    return answer(200, json);
}

SimResponse setOf(SimContext &context, qint64 SimTarget::*which)
{
    const auto target = context.fleet.targets.find(context.ids.first());
    if (!target)
        return noContent(); // so do 1.0.4 and 0.9.0: nobody is told that there is no such target
    const SimSet *set = context.fleet.sets.find((*target).*which);
    return set ? answer(200, setJson(context, *set, true)) : noContent();
}

SimResponse assignedSet(SimContext &context)
{
    return setOf(context, &SimTarget::assignedSet);
}

SimResponse installedSet(SimContext &context)
{
    return setOf(context, &SimTarget::installedSet);
}

} // namespace

void addTargetRoutes(Routes &routes)
{
    const Needs reading{ u"READ_TARGET"_s };
    const QString writing = u"UPDATE_TARGET"_s;
    routes.add("GET", "targets", reading, list);
    routes.add("POST", "targets", { u"CREATE_TARGET"_s, BodyKind::Array }, create);
    routes.add("GET", "targets/{id}", reading, get);
    routes.add("PUT", "targets/{id}", { {}, BodyKind::Object }, put);
    routes.add("DELETE", "targets/{id}", { u"DELETE_TARGET"_s }, remove);
    routes.add("POST", "targets/{id}/targettype", { writing, BodyKind::Object }, assignType);
    routes.add("DELETE", "targets/{id}/targettype", { writing }, unassignType);
    routes.add("GET", "targets/{id}/attributes", reading, attributes);
    routes.add("GET", "targets/{id}/tags", reading, tags);
    routes.add("GET", "targets/{id}/assignedDS", reading, assignedSet);
    routes.add("GET", "targets/{id}/installedDS", reading, installedSet);
}

} // namespace falconer
