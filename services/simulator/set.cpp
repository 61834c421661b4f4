// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/crud.h"
#include "services/simulator/lists.h"
#include "services/simulator/pagedlist.h"
#include "services/simulator/setmodules.h"

namespace falconer {

using namespace Qt::StringLiterals;

QJsonObject setJson(const SimContext &context, const SimSet &set, bool full)
{
    const SimSetType *type = context.fleet.setTypes.find(set.typeId);
    QJsonObject json;
    writeNamed(json, set);
    json[u"version"_s] = set.version;
    json[u"type"_s] = type->key;
    json[u"typeName"_s] = type->name;
    json[u"locked"_s] = set.locked;
    json[u"deleted"_s] = set.deleted;
    json[u"valid"_s] = set.valid;
    json[u"complete"_s] = isComplete(context.fleet, set);
    json[u"requiredMigrationStep"_s] = set.requiredMigrationStep;
    QJsonArray modules;
    for (const qint64 id : set.modules)
        modules << moduleJson(context, *context.fleet.modules.find(id), false);
    json[u"modules"_s] = modules;
    const QString self = context.link("distributionsets/"_L1 + QString::number(set.id));
    writeLink(json, "self"_L1, self);
    if (!full)
        return json;
    writeLink(json, "modules"_L1, self + "/assignedSM?offset=0&limit=50"_L1);
    writeLink(
        json, "type"_L1, context.link("distributionsettypes/"_L1 + QString::number(set.typeId)));
    writeLink(json, "metadata"_L1, self + "/metadata"_L1);
    return json;
}

namespace {

SimResponse list(SimContext &context)
{
    return pagedSets(context, listedRows(context.fleet.sets));
}

SimSet read(const SimContext &context, FieldReader &reader)
{
    const Fleet &fleet = context.fleet;
    SimSet set;
    const QString key = reader.text("type"_L1, 0, 64);
    for (const auto &[id, type] : fleet.setTypes.rows()) {
        if (key.isNull() ? id == fleet.defaultSetType : (type.key == key && !type.deleted))
            set.typeId = id;
    }
    if (!set.typeId)
        reader.refuse(notFound(u"DistributionSetType"_s, key));
    set.name = reader.name(true);
    set.version = reader.requiredText("version"_L1, 1, 64);
    set.description = reader.description();
    set.requiredMigrationStep = reader.boolean("requiredMigrationStep"_L1).value_or(false);
    const QList<qint64> modules = reader.ids("modules"_L1) + shortcutModules(context, reader);
    if (reader.refused())
        return set;
    if (const auto refused = addModules(context, set, modules))
        reader.refuse(*refused);
    return set;
}

SimResponse create(SimContext &context)
{
    return createAll<SimSet>(
        context, context.fleet.sets, [&](FieldReader &reader) { return read(context, reader); },
        [](const SimSet &a, const SimSet &b) {
            return a.typeId == b.typeId && a.name == b.name && a.version == b.version;
        },
        [&](const SimSet &set) { return setJson(context, set, false); });
}

SimSet *find(SimContext &context)
{
    return context.fleet.sets.find(context.number(0));
}

SimResponse get(SimContext &context)
{
    const SimSet *set = find(context);
    return set ? answer(200, setJson(context, *set, true))
               : notFound(u"DistributionSet"_s, context.number(0));
}

bool clashes(const Fleet &fleet, const SimSet &wanted)
{
    for (const auto &[id, set] : fleet.sets.rows()) {
        if (id != wanted.id && set.typeId == wanted.typeId && set.name == wanted.name
            && set.version == wanted.version)
            return true;
    }
    return false;
}

SimResponse incomplete()
{
    return refusal(400, u"distributionset.incomplete"_s, u"The set is incomplete."_s);
}

SimResponse put(SimContext &context)
{
    SimSet *set = find(context);
    if (!set)
        return notFound(u"DistributionSet"_s, context.number(0));
    if (!set->valid)
        return refusal(400, u"distributionset.invalid"_s, u"The set is invalid."_s);
    FieldReader reader(context.body);
    SimSet wanted = *set;
    update(wanted.name, reader.name(false));
    update(wanted.version, reader.text("version"_L1, 1, 64));
    update(wanted.description, reader.description());
    const std::optional<bool> locked = reader.boolean("locked"_L1);
    const std::optional<bool> migration = reader.boolean("requiredMigrationStep"_L1);
    if (reader.refused())
        return *reader.refused();
    if (clashes(context.fleet, wanted))
        return alreadyExists();
    if (locked.value_or(false) && context.isOldWire() && !isComplete(context.fleet, wanted))
        return incomplete();
    if (migration && *migration != set->requiredMigrationStep && set->locked
        && !context.isOldWire())
        return refusal(423, u"locked"_s, u"The set is locked."_s);
    wanted.requiredMigrationStep = migration.value_or(wanted.requiredMigrationStep);
    *set = wanted;
    if (locked) {
        set->locked = *locked;
        for (const qint64 id : *locked ? set->modules : QList<qint64>())
            context.fleet.modules.find(id)->locked = true;
    }
    context.fleet.touch(set->audit, context.who());
    return answer(200, setJson(context, *set, true));
}

SimResponse remove(SimContext &context)
{
    SimSet *set = find(context);
    if (!set && context.isOldWire())
        return springError(500);
    if (!set)
        return notFound(u"DistributionSet"_s, QJsonArray{ QString::number(context.number(0)) });
    if (set->everAssigned)
        set->deleted = true;
    else
        context.fleet.sets.erase(set->id);
    for (auto &[id, filter] : context.fleet.filters.rows()) {
        if (filter.autoAssignSet == context.number(0))
            filter.autoAssignSet = 0;
    }
    return context.done();
}

} // namespace

void addSetRoutes(Routes &routes)
{
    const QString group = u"DISTRIBUTION_SET"_s;
    routes.add("GET", "distributionsets", { "READ_"_L1 + group }, list);
    routes.add("POST", "distributionsets", { "CREATE_"_L1 + group, BodyKind::Array }, create);
    routes.add("GET", "distributionsets/{n}", { "READ_"_L1 + group }, get);
    routes.add("PUT", "distributionsets/{n}", { "UPDATE_"_L1 + group, BodyKind::Object }, put);
    routes.add("DELETE", "distributionsets/{n}", { "DELETE_"_L1 + group }, remove);
    addSetModuleRoutes(routes);
    addSetListRoutes(routes);
    addSetInvalidationRoutes(routes);
}

} // namespace falconer
