// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/deploymentassign.h"

#include "services/simulator/actionhistory.h"
#include "services/simulator/actionjson.h"
#include "services/simulator/answers.h"
#include "services/simulator/configs.h"
#include "services/simulator/deploymentconfirmation.h"
#include "services/simulator/deploymentwindow.h"

#include <QJsonArray>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

SimResponse scheduleInvalid(const QString &message)
{
    return refusal(400, u"maintenanceScheduleInvalid"_s, message);
}

std::optional<SimResponse> refuseSet(const SimContext &context, qint64 setId)
{
    const SimSet *const set = context.fleet.sets.find(setId);
    if (!set)
        return notFound(u"DistributionSet"_s, setId);
    if (set->deleted)
        return refusal(404, u"deleted"_s, u"DistributionSet is soft-deleted!"_s);
    if (!set->valid)
        return refusal(400, u"distributionset.invalid"_s, u"Distribution set is invalid"_s);
    if (!isComplete(context.fleet, *set))
        return refusal(400, u"distributionset.incomplete"_s, u"Distribution set is incomplete"_s);
    for (const qint64 id : set->modules) {
        if (isBroken(*context.fleet.modules.find(id)))
            return springError(500);
    }
    return std::nullopt;
}

bool isCompatible(const Fleet &fleet, const SimTarget &target, const SimSet &set)
{
    const SimTargetType *const type = fleet.targetTypes.find(target.typeId);
    return !type || type->setTypes.contains(set.typeId);
}

std::optional<SimResponse> refuseTargets(
    const SimContext &context, const SimSet &set, const QList<AssignmentWish> &wishes)
{
    const Fleet &fleet = context.fleet;
    if (wishes.size() > fleet.quotas().targetsPerAssignment)
        return quotaExceeded(context);
    for (const AssignmentWish &wish : wishes) {
        const auto target = fleet.targets.find(wish.controllerId);
        if (target && !isCompatible(fleet, *target, set))
            return refusal(400, u"target.type.incompatible"_s,
                u"Targets are not compatible with the distribution set"_s);
        if (fleet.actionsOfTarget.value(wish.controllerId).size()
            >= fleet.quotas().actionsPerTarget)
            return quotaExceeded(context);
    }
    return std::nullopt;
}

// What runs already is asked to cancel, or closed at once.
void supersede(SimContext &context, const QString &controllerId)
{
    Fleet &fleet = context.fleet;
    const bool autoclose = configEnabled(fleet, u"repository.actions.autoclose.enabled"_s);
    const QList<SimAction *> open = openActions(fleet, controllerId);
    for (SimAction *action : open) {
        if (action->status == "canceling"_L1 && !autoclose)
            continue;
        const StatusEntry entry{ .type = autoclose ? u"canceled"_s : u"canceling"_s,
            .messages
            = { autoclose ? u"Update Server: close obsolete action due to new update"_s
                          : u"Update Server: cancel obsolete action due to new update"_s } };
        addStatus(fleet, *action, entry);
        action->status = entry.type;
        action->active = !autoclose;
        fleet.touch(action->audit, context.who());
    }
}

SimAction &addAction(SimContext &context, const AssignmentWish &wish, qint64 setId)
{
    Fleet &fleet = context.fleet;
    SimAction &action = fleet.actions.insert({ .id = fleet.nextId(),
        .controllerId = wish.controllerId,
        .setId = setId,
        .forceType = wish.type,
        .forceTime = wish.forceTime,
        .weight = wish.weight,
        .window = wish.window,
        .audit = fleet.created(context.who()) });
    fleet.actionsOfTarget[wish.controllerId] << action.id;
    return action;
}

void startOnline(SimContext &context, SimAction &action, const AssignmentWish &wish)
{
    Fleet &fleet = context.fleet;
    SimTarget *const target = fleet.targets.edit(wish.controllerId);
    const bool asks = configEnabled(fleet, u"user.confirmation.flow.enabled"_s)
        && wish.confirmationRequired.value_or(true);
    QStringList messages{ wish.initiation.isEmpty()
            ? u"Assignment initiated by user '%1'"_s.arg(context.who())
            : wish.initiation };
    if (asks && target->autoConfirm)
        messages << autoConfirmedMessage(*target->autoConfirm, context.who());
    else if (asks) {
        messages << u"Waiting for the confirmation by the device before processing with the "
                    u"deployment"_s;
        action.status = u"wait_for_confirmation"_s;
    }
    addStatus(fleet, action, { .type = action.status, .messages = messages });
    target->updateStatus = u"pending"_s;
}

void recordOffline(SimContext &context, SimAction &action)
{
    SimTarget *const target = context.fleet.targets.edit(action.controllerId);
    const bool asked = target->requestAttributes;
    closeFinished(context.fleet, action,
        { .type = u"finished"_s,
            .messages = { u"Assignment initiated by user '%1'"_s.arg(context.who()),
                u"Update Server: Action reported as offline deployment"_s } });
    target->requestAttributes = asked;
}

SimAction &assignOne(SimContext &context, const AssignmentWish &wish, qint64 setId, bool offline)
{
    supersede(context, wish.controllerId);
    SimTarget *const target = context.fleet.targets.edit(wish.controllerId);
    target->assignedSet = setId;
    context.fleet.touch(target->audit, context.who());
    SimAction &action = addAction(context, wish, setId);
    offline ? recordOffline(context, action) : startOnline(context, action, wish);
    context.fleet.announce(wish.controllerId);
    return action;
}

} // namespace

std::optional<AssignmentWish> readWish(const QJsonObject &json)
{
    static const QStringList types{ u"soft"_s, u"forced"_s, u"timeforced"_s, u"downloadonly"_s };
    AssignmentWish wish{ .type = json["type"_L1].toString(u"forced"_s),
        .forceTime = json["forcetime"_L1].toInteger(),
        .weight = json["weight"_L1].toInt(1000) };
    const QJsonValue confirmation = json["confirmationRequired"_L1];
    if (confirmation.isBool())
        wish.confirmationRequired = confirmation.toBool();
    if (const QJsonValue window = json["maintenanceWindow"_L1]; window.isObject())
        wish.window = SimWindow{ window["schedule"_L1].toString(), window["duration"_L1].toString(),
            window["timezone"_L1].toString() };
    const bool oddWeight = json.contains("weight"_L1) && json["weight"_L1].isString();
    return types.contains(wish.type) && !oddWeight ? std::optional(wish) : std::nullopt;
}

std::optional<SimResponse> refuseWish(const SimContext &context, const AssignmentWish &wish)
{
    if (wish.weight < 0 || wish.weight > 1000)
        return constraintViolation(u"weight must be between 0 and 1000."_s);
    if (!wish.window)
        return std::nullopt;
    const SimWindow &window = *wish.window;
    const int given = int(!window.schedule.isEmpty()) + int(!window.duration.isEmpty())
        + int(!window.timezone.isEmpty());
    if (given != 0 && given != 3)
        return scheduleInvalid(
            u"All of schedule, duration and timezone should either be null or non empty."_s);
    if (given == 3 && !isValidWindow(window, context.fleet.now()))
        return scheduleInvalid(u"No valid maintenance window available after current time"_s);
    return std::nullopt;
}

SimResponse assignSet(
    SimContext &context, qint64 setId, const QList<AssignmentWish> &wishes, bool offline)
{
    Fleet &fleet = context.fleet;
    if (wishes.isEmpty())
        return constraintViolation(u"deploymentRequests must not be empty."_s);
    if (const auto refused = refuseSet(context, setId))
        return *refused;
    SimSet &set = *fleet.sets.find(setId);
    if (const auto refused = refuseTargets(context, set, wishes))
        return *refused;

    QSet<QString> seen;
    qint64 already = 0;
    QJsonArray actions;
    for (const AssignmentWish &wish : wishes) {
        const auto target = fleet.targets.find(wish.controllerId);
        if (!target || seen.contains(wish.controllerId))
            continue;
        seen.insert(wish.controllerId);
        if (target->assignedSet == setId) {
            ++already;
            continue;
        }
        const SimAction &action = assignOne(context, wish, setId, offline);
        QJsonObject json{ { "id"_L1, action.id } };
        writeLink(json, "self"_L1, context.link(actionPath(action)));
        actions << json;
    }
    if (!actions.isEmpty()) {
        set.everAssigned = true;
        lockImplicitly(fleet, set);
    }
    return answer(200,
        QJsonObject{ { "alreadyAssigned"_L1, already }, { "assignedActions"_L1, actions },
            { "assigned"_L1, actions.size() }, { "total"_L1, already + actions.size() } });
}

} // namespace falconer
