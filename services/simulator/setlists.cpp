// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/filterjson.h"
#include "services/simulator/pagedlist.h"
#include "services/simulator/setmodules.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

SimResponse unknownSet(SimContext &context)
{
    return notFound(u"DistributionSet"_s, context.number(0));
}

SimResponse assignedTargets(SimContext &context)
{
    const qint64 id = context.number(0);
    if (!context.fleet.sets.find(id))
        return unknownSet(context);
    return pagedTargets(
        context, [id](const SimTarget &target) { return target.assignedSet == id; },
        "assigned "_L1 + QString::number(id), infoOf(setFields(context.fleet)));
}

SimResponse installedTargets(SimContext &context)
{
    const qint64 id = context.number(0);
    if (!context.fleet.sets.find(id))
        return unknownSet(context);
    return pagedTargets(
        context, [id](const SimTarget &target) { return target.installedSet == id; },
        "installed "_L1 + QString::number(id), infoOf(setFields(context.fleet)));
}

SimResponse autoAssignFilters(SimContext &context)
{
    const qint64 id = context.number(0);
    if (!context.fleet.sets.find(id))
        return unknownSet(context);
    QList<const SimFilter *> rows;
    for (const auto &[filterId, filter] : context.fleet.filters.rows()) {
        if (filter.autoAssignSet == id)
            rows << &filter;
    }
    return pagedRows<SimFilter>(
        context, rows, filterFields(context.fleet),
        [&](const SimFilter &filter) { return filterJson(context, filter, false); },
        infoOf(setFields(context.fleet)));
}

QJsonObject actionCounts(const Fleet &fleet, qint64 setId)
{
    QMap<QString, int> counts;
    int total = 0;
    for (const auto &[id, action] : fleet.actions.rows()) {
        if (action.setId != setId)
            continue;
        ++counts[action.status.toUpper()];
        ++total;
    }
    QJsonObject json;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        json[it.key()] = it.value();
    if (total)
        json[u"total"_s] = total;
    return json;
}

int autoAssignments(const Fleet &fleet, qint64 setId)
{
    int count = 0;
    for (const auto &[id, filter] : fleet.filters.rows())
        count += filter.autoAssignSet == setId ? 1 : 0;
    return count;
}

// All parts, or the one that the path's last segment names; only the whole has empty ones.
SimResponse statistics(SimContext &context)
{
    const qint64 id = context.number(0);
    if (!context.fleet.sets.find(id))
        return unknownSet(context);
    const QByteArray part = context.request.segments().value(5);
    QJsonObject json;
    QJsonObject actions = actionCounts(context.fleet, id);
    const int autoCount = autoAssignments(context.fleet, id);
    if (part.isEmpty()) {
        if (actions.isEmpty())
            actions[u"total"_s] = 0;
        return answer(200,
            QJsonObject{ { u"actions"_s, actions },
                { u"rollouts"_s, QJsonObject{ { u"total"_s, 0 } } },
                { u"totalAutoAssignments"_s, autoCount } });
    }
    if (part == "actions" && !actions.isEmpty())
        json[u"actions"_s] = actions;
    if (part == "autoassignments" && autoCount)
        json[u"totalAutoAssignments"_s] = autoCount;
    return answer(200, json);
}

} // namespace

void addSetListRoutes(Routes &routes)
{
    const Needs reading{ u"READ_DISTRIBUTION_SET"_s };
    routes.add("GET", "distributionsets/{n}/assignedTargets", reading, assignedTargets);
    routes.add("GET", "distributionsets/{n}/installedTargets", reading, installedTargets);
    routes.add("GET", "distributionsets/{n}/autoAssignTargetFilters", reading, autoAssignFilters);
    routes.add("GET", "distributionsets/{n}/statistics", reading, statistics);
    for (const char *part : { "rollouts", "actions", "autoassignments" })
        routes.add(
            "GET", QByteArray("distributionsets/{n}/statistics/") + part, reading, statistics);
}

} // namespace falconer
