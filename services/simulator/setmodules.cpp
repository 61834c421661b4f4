// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/setmodules.h"

#include "services/simulator/configs.h"
#include "services/simulator/pagedlist.h"

namespace falconer {

using namespace Qt::StringLiterals;

bool isComplete(const Fleet &fleet, const SimSet &set)
{
    QSet<qint64> types;
    for (const qint64 id : set.modules) {
        const SimModule *module = fleet.modules.find(id);
        types << module->typeId;
        if (!fleet.isOldWire() && !isComplete(fleet, *module))
            return false;
    }
    const SimSetType *type = fleet.setTypes.find(set.typeId);
    const bool hasAll = std::all_of(type->mandatory.begin(), type->mandatory.end(),
        [&](qint64 id) { return types.contains(id); });
    return hasAll && !(type->mandatory.isEmpty() && type->optional.isEmpty());
}

void lockImplicitly(Fleet &fleet, SimSet &set)
{
    if (!configEnabled(fleet, u"implicit.lock.enabled"_s) || set.locked)
        return;
    for (const qint64 id : std::as_const(set.tags)) {
        if (fleet.setTags.find(id)->name == "skip-implicit-lock"_L1)
            return;
    }
    set.locked = true;
    for (const qint64 id : std::as_const(set.modules))
        fleet.modules.find(id)->locked = true;
}

QList<qint64> shortcutModules(const SimContext &context, FieldReader &reader)
{
    QList<qint64> modules;
    if (!context.isOldWire())
        return modules;
    for (const char *name : { "os", "runtime", "application" }) {
        const QJsonValue value = reader.value(QLatin1StringView(name));
        if (value.isObject())
            modules << value["id"_L1].toInteger();
    }
    return modules;
}

std::optional<SimResponse> addModules(
    const SimContext &context, SimSet &set, const QList<qint64> &modules)
{
    const SimSetType *type = context.fleet.setTypes.find(set.typeId);
    QList<qint64> wanted = set.modules;
    for (const qint64 id : modules) {
        const SimModule *module = context.fleet.modules.find(id);
        if (!module)
            return notFoundIn(context, u"SoftwareModule"_s, id);
        if (!type->mandatory.contains(module->typeId) && !type->optional.contains(module->typeId))
            return refusal(400, u"distributionset.modules.unsupported"_s, u"Not in the type."_s);
        if (wanted.contains(id))
            continue;
        if (set.id && wanted.size() >= context.fleet.quotas().modulesPerSet)
            return quotaExceeded(context);
        QList<qint64> sameType;
        for (const qint64 other : wanted) {
            if (context.fleet.modules.find(other)->typeId == module->typeId)
                sameType << other;
        }
        if (sameType.size() >= context.fleet.moduleTypes.find(module->typeId)->maxAssignments)
            wanted.removeOne(sameType.first());
        wanted << id;
    }
    set.modules = wanted;
    return {};
}

namespace {

SimResponse unknownSet(SimContext &context)
{
    return notFound(u"DistributionSet"_s, context.number(0));
}

SimResponse listModules(SimContext &context)
{
    const SimSet *set = context.fleet.sets.find(context.number(0));
    if (!set)
        return unknownSet(context);
    QList<const SimModule *> rows;
    for (const qint64 id : set->modules)
        rows << context.fleet.modules.find(id);
    return pagedRows<SimModule>(
        context, rows, moduleFields(context.fleet),
        [&](const SimModule &module) { return moduleJson(context, module, false); },
        infoOf(setFields(context.fleet)));
}

SimResponse locked()
{
    return refusal(423, u"locked"_s, u"The set is locked."_s);
}

SimResponse assignModules(SimContext &context)
{
    SimSet *set = context.fleet.sets.find(context.number(0));
    if (!set)
        return unknownSet(context);
    const auto ids = readIdList(context.body);
    if (!ids)
        return notReadable();
    if (set->locked)
        return locked();
    if (const auto refused = addModules(context, *set, *ids))
        return refused->status == 404 && context.isOldWire() ? springError(500) : *refused;
    context.fleet.touch(set->audit, context.who());
    return context.done();
}

SimResponse unassignModule(SimContext &context)
{
    SimSet *set = context.fleet.sets.find(context.number(0));
    if (!set)
        return unknownSet(context);
    if (set->locked)
        return locked();
    set->modules.removeAll(context.number(1));
    context.fleet.touch(set->audit, context.who());
    return context.done();
}

} // namespace

void addSetModuleRoutes(Routes &routes)
{
    const QString writing = u"UPDATE_DISTRIBUTION_SET"_s;
    routes.add(
        "GET", "distributionsets/{n}/assignedSM", { u"READ_DISTRIBUTION_SET"_s }, listModules);
    routes.add(
        "POST", "distributionsets/{n}/assignedSM", { writing, BodyKind::Array }, assignModules);
    routes.add("DELETE", "distributionsets/{n}/assignedSM/{n2}", { writing }, unassignModule);
}

} // namespace falconer
