// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/filterjson.h"

#include "services/simulator/crud.h"
#include "services/simulator/deploymentassign.h"
#include "services/simulator/pagedlist.h"

#include <QJsonDocument>

namespace falconer {

using namespace Qt::StringLiterals;

QJsonObject filterJson(const SimContext &context, const SimFilter &filter, bool full)
{
    QJsonObject json;
    writeAudit(json, filter.audit);
    json[u"id"_s] = filter.id;
    json[u"name"_s] = filter.name;
    json[u"query"_s] = filter.query;
    const bool isAuto = filter.autoAssignSet != 0;
    json[u"autoAssignDistributionSet"_s]
        = isAuto ? QJsonValue(filter.autoAssignSet) : QJsonValue::Null;
    json[u"autoAssignActionType"_s] = isAuto ? QJsonValue(filter.autoAssignType) : QJsonValue::Null;
    json[u"autoAssignWeight"_s] = isAuto && filter.autoAssignWeight
        ? QJsonValue(*filter.autoAssignWeight)
        : QJsonValue::Null;
    json[u"confirmationRequired"_s] = QJsonValue::Null;
    const QString self = context.link("targetfilters/"_L1 + QString::number(filter.id));
    writeLink(json, "self"_L1, self);
    if (full)
        writeLink(json, "autoAssignDS"_L1, self + "/autoAssignDS"_L1);
    if (const SimSet *set = context.fleet.sets.find(filter.autoAssignSet); set && full)
        writeLink(json, "DS"_L1,
            context.link("distributionsets?offset=0&limit=50&q=name%3D%3D"_L1 + encoded(set->name)
                + "%3Bversion%3D%3D"_L1 + encoded(set->version)));
    return json;
}

namespace {

// The total of a filtered list counts every filter on 1.0.4 (hawkbit-api 1.8).
SimResponse list(SimContext &context)
{
    SimResponse response = pagedRows<SimFilter>(context, listedRows(context.fleet.filters),
        filterFields(context.fleet),
        [&](const SimFilter &filter) { return filterJson(context, filter, false); });
    if (response.status == 200 && !context.isOldWire()) {
        QJsonObject body = QJsonDocument::fromJson(response.body).object();
        body[u"total"_s] = context.fleet.filters.size();
        response = answer(200, body);
    }
    return response;
}

std::optional<SimResponse> queryRefusal(const SimContext &context, const QString &query)
{
    const auto predicate = queryPredicate(context.fleet, query, targetFields(context.fleet));
    return predicate ? std::nullopt : std::optional(predicate.error());
}

bool isTaken(const Fleet &fleet, const QString &name, qint64 exceptId)
{
    for (const auto &[id, filter] : fleet.filters.rows()) {
        if (filter.name == name && id != exceptId)
            return true;
    }
    return false;
}

SimResponse create(SimContext &context)
{
    FieldReader reader(context.body);
    SimFilter filter;
    filter.query = reader.requiredText("query"_L1, 1, 1024);
    filter.name = reader.name(true);
    if (reader.refused())
        return *reader.refused();
    if (const auto refused = queryRefusal(context, filter.query))
        return *refused;
    if (isTaken(context.fleet, filter.name, 0))
        return alreadyExists();
    filter.id = context.fleet.nextId();
    filter.audit = context.fleet.created(context.who());
    return answer(201, filterJson(context, context.fleet.filters.insert(filter), true));
}

SimResponse unknown(SimContext &context)
{
    return notFound(u"TargetFilterQuery"_s, context.number(0));
}

SimResponse get(SimContext &context)
{
    const SimFilter *filter = context.fleet.filters.find(context.number(0));
    return filter ? answer(200, filterJson(context, *filter, true)) : unknown(context);
}

SimResponse put(SimContext &context)
{
    SimFilter *filter = context.fleet.filters.find(context.number(0));
    if (!filter)
        return unknown(context);
    FieldReader reader(context.body);
    const QString query = reader.text("query"_L1, 1, 1024);
    const QString name = reader.name(false);
    if (reader.refused())
        return *reader.refused();
    if (!query.isNull() && !context.isOldWire()) {
        if (const auto refused = queryRefusal(context, query))
            return *refused;
    }
    if (!name.isNull() && isTaken(context.fleet, name, filter->id))
        return alreadyExists();
    update(filter->query, query);
    update(filter->name, name);
    context.fleet.touch(filter->audit, context.who());
    return answer(200, filterJson(context, *filter, true));
}

SimResponse remove(SimContext &context)
{
    if (!context.fleet.filters.find(context.number(0)))
        return notFoundToDelete(context, u"TargetFilterQuery"_s, context.number(0));
    context.fleet.filters.erase(context.number(0));
    return context.done();
}

SimResponse getAutoAssign(SimContext &context)
{
    const SimFilter *filter = context.fleet.filters.find(context.number(0));
    if (!filter)
        return unknown(context);
    const SimSet *set = context.fleet.sets.find(filter->autoAssignSet);
    return set ? answer(200, setJson(context, *set, true)) : noContent();
}

QList<SimTarget> matches(const SimContext &context, const QString &query)
{
    const auto predicate = queryPredicate(context.fleet, query, targetFields(context.fleet));
    QList<SimTarget> found;
    if (predicate)
        context.fleet.targets.forEach([&](const SimTarget &target) {
            if ((*predicate)(target))
                found << target;
        });
    return found;
}

// Whether the target may get the set by itself: compatible, and never had an action for it.
bool isWaitingFor(const Fleet &fleet, const SimTarget &target, const SimSet &set)
{
    const SimTargetType *type = fleet.targetTypes.find(target.typeId);
    if (type && !type->setTypes.contains(set.typeId))
        return false;
    const QList<qint64> actions = fleet.actionsOfTarget.value(target.controllerId);
    return std::none_of(actions.begin(), actions.end(),
        [&](qint64 id) { return fleet.actions.find(id)->setId == set.id; });
}

// A real server does it in the next round of its scheduler; here it happens at once.
void assignAutomatically(SimContext &context, const SimFilter &filter, const SimSet &set,
    const QList<SimTarget> &targets)
{
    QList<AssignmentWish> wishes;
    for (const SimTarget &target : targets) {
        if (isWaitingFor(context.fleet, target, set))
            wishes << AssignmentWish{ .controllerId = target.controllerId,
                .type = filter.autoAssignType,
                .weight = filter.autoAssignWeight.value_or(1000),
                .initiation = "Auto assignment by target filter: "_L1 + filter.name };
    }
    if (!wishes.isEmpty())
        assignSet(context, set.id, wishes, false);
}

SimResponse setAutoAssign(SimContext &context)
{
    SimFilter *filter = context.fleet.filters.find(context.number(0));
    if (!filter)
        return unknown(context);
    FieldReader reader(context.body);
    const qint64 setId = reader.integer("id"_L1).value_or(0);
    const QString type
        = reader.word("type"_L1, { u"soft"_s, u"forced"_s, u"downloadonly"_s, u"timeforced"_s });
    const std::optional<qint64> weight = reader.integer("weight"_L1);
    if (reader.refused())
        return *reader.refused();
    if (type == "timeforced"_L1)
        return refusal(400, u"repo.invalidAutoAssignActionType"_s, u"Not for auto-assignment."_s);
    SimSet *set = context.fleet.sets.find(setId);
    if (!set)
        return notFound(u"DistributionSet"_s, setId);
    if (!isComplete(context.fleet, *set))
        return refusal(400, u"distributionset.incomplete"_s, u"The set is incomplete."_s);
    const QList<SimTarget> targets = matches(context, filter->query);
    if (targets.size() > context.fleet.quotas().targetsPerAutoAssignment)
        return quotaExceeded(context);
    lockImplicitly(context.fleet, *set);
    set->everAssigned = true;
    filter->autoAssignSet = setId;
    filter->autoAssignType = type.isNull() ? u"forced"_s : type;
    filter->autoAssignWeight = weight ? int(*weight) : 1000;
    context.fleet.touch(filter->audit, context.who());
    assignAutomatically(context, *filter, *set, targets);
    QJsonObject json = filterJson(context, *filter, true);
    QJsonObject links = json["_links"_L1].toObject();
    links.remove("DS"_L1); // told by the next read only
    json[u"_links"_s] = links;
    return answer(200, json);
}

SimResponse removeAutoAssign(SimContext &context)
{
    SimFilter *filter = context.fleet.filters.find(context.number(0));
    if (!filter)
        return unknown(context);
    filter->autoAssignSet = 0;
    return noContent();
}

} // namespace

void addFilterRoutes(Routes &routes)
{
    const Needs reading{ u"READ_TARGET"_s };
    const QString writing = u"UPDATE_TARGET"_s;
    routes.add("GET", "targetfilters", reading, list);
    routes.add("POST", "targetfilters", { u"CREATE_TARGET"_s, BodyKind::Object }, create);
    routes.add("GET", "targetfilters/{n}", reading, get);
    routes.add("PUT", "targetfilters/{n}", { writing, BodyKind::Object }, put);
    routes.add("DELETE", "targetfilters/{n}", { u"DELETE_TARGET"_s }, remove);
    routes.add("GET", "targetfilters/{n}/autoAssignDS", reading, getAutoAssign);
    routes.add(
        "POST", "targetfilters/{n}/autoAssignDS", { writing, BodyKind::Object }, setAutoAssign);
    routes.add("DELETE", "targetfilters/{n}/autoAssignDS", { writing }, removeAutoAssign);
}

} // namespace falconer
