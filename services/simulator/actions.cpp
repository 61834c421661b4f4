// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/actionjson.h"
#include "services/simulator/answers.h"
#include "services/simulator/lists.h"

#include <QJsonArray>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

bool targetExists(const SimContext &context)
{
    return context.fleet.targets.rowOf(context.ids.at(0)).has_value();
}

SimResponse listActions(SimContext &context)
{
    QList<const SimAction *> rows;
    const auto &actions = context.fleet.actions.rows();
    rows.reserve(qsizetype(actions.size()));
    for (auto row = actions.rbegin(); row != actions.rend(); ++row) // newest first
        rows << &row->second;
    const bool full = context.request.query("representation").toLower() == "full"_L1;
    return pagedActions(context, rows, full ? actionFullJson : actionListJson);
}

SimResponse getAction(SimContext &context)
{
    const SimAction *const action = context.fleet.actions.find(context.number(0));
    if (!action)
        return notFound(u"Action"_s, context.number(0));
    return answer(200, actionFullJson(context, *action));
}

SimResponse listTargetActions(SimContext &context)
{
    if (!targetExists(context))
        return notFound(u"Target"_s, context.ids.at(0));
    QList<const SimAction *> rows;
    const QList<qint64> ids = context.fleet.actionsOfTarget.value(context.ids.at(0));
    for (auto id = ids.rbegin(); id != ids.rend(); ++id)
        rows << context.fleet.actions.find(*id);
    return pagedActions(context, rows, actionListJson);
}

SimResponse getTargetAction(SimContext &context)
{
    if (!targetExists(context))
        return notFound(u"Target"_s, context.ids.at(0));
    const SimAction *const action = context.fleet.actions.find(context.number(1));
    if (!action)
        return notFound(u"Action"_s, context.number(1));
    if (action->controllerId != context.ids.at(0))
        return noContent(404);
    return answer(200, actionFullJson(context, *action));
}

SimResponse listStatuses(SimContext &context)
{
    if (!targetExists(context))
        return notFound(u"Target"_s, context.ids.at(0));
    const SimAction *const action = context.fleet.actions.find(context.number(1));
    if (!action)
        return notFound(u"Action"_s, context.number(1));
    if (action->controllerId != context.ids.at(0))
        return noContent(404);
    QList<const SimStatus *> rows;
    for (auto status = action->statuses.rbegin(); status != action->statuses.rend(); ++status)
        rows << &*status;
    return pagedStatuses(context, rows, statusJson);
}

void forget(Fleet &fleet, qint64 id)
{
    if (const SimAction *const action = fleet.actions.find(id)) {
        fleet.actionsOfTarget[action->controllerId].removeOne(id);
        fleet.actions.erase(id);
    }
}

// The ids in the body; nothing when there is none.
std::optional<QList<qint64>> idsOfBody(const SimContext &context)
{
    if (!context.body.isArray())
        return std::nullopt;
    QList<qint64> ids;
    const QJsonArray array = context.body.toArray();
    for (const QJsonValue &id : array)
        ids << id.toInteger();
    return ids;
}

// Deleting records came with 0.10.
SimResponse methodNotAllowed()
{
    SimResponse response = springError(405);
    response.headers.emplaceBack("Allow", "GET");
    return response;
}

SimResponse deleteAction(SimContext &context)
{
    if (context.isOldWire())
        return methodNotAllowed();
    forget(context.fleet, context.number(0));
    return noContent();
}

SimResponse deleteActions(SimContext &context)
{
    if (context.isOldWire())
        return methodNotAllowed();
    const auto ids = idsOfBody(context);
    if (ids.has_value() == context.request.hasQuery("q"))
        return notReadable();
    if (ids) {
        for (const qint64 id : *ids)
            forget(context.fleet, id);
        return noContent();
    }
    const MatchedActions matched = matchActions(context, context.request.query("q"));
    if (matched.refused)
        return *matched.refused;
    QList<qint64> found;
    for (const SimAction *action : matched.actions)
        found << action->id;
    for (const qint64 id : std::as_const(found))
        forget(context.fleet, id);
    return noContent();
}

SimResponse deleteTargetActions(SimContext &context)
{
    if (context.isOldWire())
        return methodNotAllowed();
    if (!targetExists(context))
        return notFound(u"Target"_s, context.ids.at(0));
    const auto ids = idsOfBody(context);
    bool isNumber = false;
    const qsizetype keep = context.request.query("keepLast").toInt(&isNumber);
    const bool keeps = isNumber && keep >= 0;
    if (ids.has_value() == keeps)
        return notReadable();
    const QList<qint64> own = context.fleet.actionsOfTarget.value(context.ids.at(0));
    const QList<qint64> doomed = ids ? *ids : own.first(std::max<qsizetype>(0, own.size() - keep));
    for (const qint64 id : doomed) {
        if (own.contains(id))
            forget(context.fleet, id);
    }
    return noContent();
}

} // namespace

void addActionRoutes(Routes &routes)
{
    const Needs read{ .right = u"READ_TARGET"_s };
    const Needs write{ .right = u"UPDATE_TARGET"_s };
    const Needs writeList{ .right = u"UPDATE_TARGET"_s, .body = BodyKind::OptionalArray };
    routes.add("GET", "actions", read, listActions);
    routes.add("GET", "actions/{n}", read, getAction);
    routes.add("DELETE", "actions", writeList, deleteActions);
    routes.add("DELETE", "actions/{n}", write, deleteAction);
    routes.add("GET", "targets/{x}/actions", read, listTargetActions);
    routes.add("DELETE", "targets/{x}/actions", writeList, deleteTargetActions);
    routes.add("GET", "targets/{x}/actions/{n}", read, getTargetAction);
    routes.add("GET", "targets/{x}/actions/{n}/status", read, listStatuses);
}

} // namespace falconer
