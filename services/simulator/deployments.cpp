// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/path.h"
#include "services/simulator/actionhistory.h"
#include "services/simulator/actionjson.h"
#include "services/simulator/answers.h"
#include "services/simulator/deploymentassign.h"
#include "services/simulator/deploymentconfirmation.h"

#include <QJsonArray>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// A boolean of the query; nothing when it is no boolean.
std::optional<bool> flag(const SimContext &context, QByteArrayView name)
{
    const QString text = context.request.query(name).toLower();
    if (text.isEmpty() || text == "false"_L1)
        return false;
    return text == "true"_L1 ? std::optional(true) : std::nullopt;
}

SimResponse assignToTarget(SimContext &context)
{
    const QString controllerId = context.ids.at(0);
    const QJsonArray elements
        = context.body.isArray() ? context.body.toArray() : QJsonArray{ context.body };
    const auto offline = flag(context, "offline");
    QList<AssignmentWish> wishes;
    QSet<qint64> sets;
    for (const QJsonValue &element : elements) {
        auto wish = readWish(element.toObject());
        if (!wish || !element["id"_L1].isDouble())
            return notReadable();
        wish->controllerId = controllerId;
        wishes << *wish;
        sets.insert(element["id"_L1].toInteger());
    }
    if (!offline)
        return notReadable();
    if (!context.fleet.targets.rowOf(controllerId))
        return notFound(u"Target"_s, controllerId);
    if (sets.size() > 1)
        return refusal(400, u"multiAssignmentNotEnabled"_s,
            u"The requested operation requires multi assignments to be enabled."_s);
    for (const AssignmentWish &wish : std::as_const(wishes)) {
        if (const auto refused = refuseWish(context, wish))
            return *refused;
    }
    return assignSet(context, sets.isEmpty() ? 0 : *sets.begin(), wishes, *offline);
}

SimResponse assignToTargets(SimContext &context)
{
    const auto offline = flag(context, "offline");
    if (!offline)
        return notReadable();
    QList<AssignmentWish> wishes;
    const QJsonArray elements = context.body.toArray();
    for (const QJsonValue &element : elements) {
        auto wish = readWish(element.toObject());
        if (!wish || !element["id"_L1].isString())
            return notReadable();
        wish->controllerId = element["id"_L1].toString();
        wishes << *wish;
    }
    for (const AssignmentWish &wish : std::as_const(wishes)) {
        if (const auto refused = refuseWish(context, wish))
            return *refused;
    }
    return assignSet(context, context.number(0), wishes, *offline);
}

// The action of the path, or what its absence answers.
struct FoundAction {
    SimAction *action = nullptr;
    SimResponse refused;
};

FoundAction findAction(SimContext &context)
{
    if (!context.fleet.targets.rowOf(context.ids.at(0)))
        return { .refused = notFound(u"Target"_s, context.ids.at(0)) };
    SimAction *const action = context.fleet.actions.find(context.number(1));
    if (!action)
        return { .refused = notFound(u"Action"_s, context.number(1)) };
    if (action->controllerId != context.ids.at(0))
        return { .refused = noContent(404) };
    return { .action = action };
}

SimResponse forceAction(SimContext &context)
{
    static const QStringList types{ u"soft"_s, u"forced"_s, u"timeforced"_s, u"downloadonly"_s };
    const QJsonValue type = context.body["forceType"_L1];
    if (!type.isUndefined() && !type.isNull() && !types.contains(type.toString()))
        return notReadable();
    const FoundAction found = findAction(context);
    if (!found.action)
        return found.refused;
    if (type.toString() != "forced"_L1)
        return constraintViolation(u"Resource supports only switch to FORCED."_s);
    if (found.action->forceType != "forced"_L1) {
        found.action->forceType = u"forced"_s;
        context.fleet.touch(found.action->audit, context.who());
    }
    return answer(200, actionFullJson(context, *found.action));
}

SimResponse forceQuit(SimContext &context, SimAction &action)
{
    if (!action.active || action.status != "canceling"_L1)
        return refusal(405, u"action.notForceQuitable"_s, u"The action cannot be force quit"_s);
    closeCanceled(context.fleet, action,
        { .type = u"canceled"_s,
            .messages = { u"Update Server: A force quit has been performed."_s } });
    context.fleet.touch(action.audit, context.who());
    return noContent();
}

SimResponse cancelAction(SimContext &context)
{
    const auto force = flag(context, "force");
    if (!force)
        return notReadable();
    const FoundAction found = findAction(context);
    if (!found.action)
        return found.refused;
    SimAction &action = *found.action;
    if (*force)
        return forceQuit(context, action);
    if (!action.active || action.status == "canceling"_L1)
        return refusal(405, u"action.notCancelable"_s,
            u"Actions in canceling or canceled state cannot be canceled"_s);
    addStatus(context.fleet, action,
        { .type = u"canceling"_s,
            .messages = { u"Update Server: manual cancelation requested"_s } });
    action.status = u"canceling"_s;
    context.fleet.touch(action.audit, context.who());
    context.fleet.announce(action.controllerId);
    return noContent();
}

SimResponse confirmByUser(SimContext &context)
{
    const FoundAction found = findAction(context);
    if (!found.action)
        return found.refused;
    if (const auto refused = confirmAction(context, *found.action))
        return *refused;
    context.fleet.announce(found.action->controllerId);
    return context.done();
}

SimResponse getAutoConfirm(SimContext &context)
{
    const QString controllerId = context.ids.at(0);
    const auto target = context.fleet.targets.find(controllerId);
    if (!target)
        return notFound(u"Target"_s, controllerId);
    const QString base = context.link(
        "targets/"_L1 + QString::fromLatin1(encodeSegment(controllerId)) + "/autoConfirm/"_L1);
    QJsonObject json{ { "active"_L1, target->autoConfirm.has_value() } };
    if (!target->autoConfirm) {
        writeLink(json, "activate"_L1, base + "activate"_L1);
        return answer(200, json);
    }
    writeText(json, "initiator"_L1, target->autoConfirm->initiator);
    writeText(json, "remark"_L1, target->autoConfirm->remark);
    json["activatedAt"_L1] = target->autoConfirm->activatedAt;
    writeLink(json, "deactivate"_L1, base + "deactivate"_L1);
    return answer(200, json);
}

SimResponse activate(SimContext &context)
{
    SimTarget *const target = context.fleet.targets.edit(context.ids.at(0));
    if (!target)
        return notFound(u"Target"_s, context.ids.at(0));
    if (!activateAutoConfirm(context, *target, context.who()))
        return refusal(409, u"repo.autoConfAlreadyActive"_s,
            u"Auto confirmation is already active for the device"_s);
    return context.done();
}

SimResponse deactivate(SimContext &context)
{
    SimTarget *const target = context.fleet.targets.edit(context.ids.at(0));
    if (!target)
        return notFound(u"Target"_s, context.ids.at(0));
    target->autoConfirm.reset();
    return context.done();
}

} // namespace

void addDeploymentRoutes(Routes &routes)
{
    const QString update = u"UPDATE_TARGET"_s;
    const Needs object{ .right = update, .body = BodyKind::Object };
    const Needs optional{ .right = update, .body = BodyKind::OptionalObject };
    routes.add("POST", "targets/{x}/assignedDS", { .right = update, .body = BodyKind::Any },
        assignToTarget);
    routes.add("POST", "distributionsets/{n}/assignedTargets",
        { .right = update, .body = BodyKind::Array }, assignToTargets);
    routes.add("PUT", "targets/{x}/actions/{n}", object, forceAction);
    routes.add("DELETE", "targets/{x}/actions/{n}", { .right = update }, cancelAction);
    routes.add("PUT", "targets/{x}/actions/{n}/confirmation", object, confirmByUser);
    routes.add("GET", "targets/{x}/autoConfirm", { .right = u"READ_TARGET"_s }, getAutoConfirm);
    routes.add("POST", "targets/{x}/autoConfirm/activate", optional, activate);
    routes.add("POST", "targets/{x}/autoConfirm/deactivate", { .right = update }, deactivate);
}

} // namespace falconer
