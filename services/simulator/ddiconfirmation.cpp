// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/actionhistory.h"
#include "services/simulator/answers.h"
#include "services/simulator/ddirules.h"
#include "services/simulator/deploymentconfirmation.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QJsonObject autoConfirmJson(const std::optional<SimAutoConfirm> &autoConfirm)
{
    QJsonObject json{ { "active"_L1, autoConfirm.has_value() },
        { "activatedAt"_L1, autoConfirm ? autoConfirm->activatedAt : 0 } };
    if (autoConfirm) {
        writeText(json, "initiator"_L1, autoConfirm->initiator);
        writeText(json, "remark"_L1, autoConfirm->remark);
    }
    return json;
}

} // namespace

SimResponse getConfirmationBase(SimContext &context)
{
    const auto target = context.fleet.targets.find(context.ids.at(1));
    if (!target)
        return notFound(u"Target"_s, context.ids.at(1));
    QJsonObject json{ { "autoConfirm"_L1, autoConfirmJson(target->autoConfirm) } };
    const QString change
        = target->autoConfirm ? u"deactivateAutoConfirm"_s : u"activateAutoConfirm"_s;
    writeLink(json, target->autoConfirm ? "deactivateAutoConfirm"_L1 : "activateAutoConfirm"_L1,
        deviceLink(context, "confirmationBase/"_L1 + change));
    const SimAction *const action = firstOpenAction(context.fleet, context.ids.at(1));
    if (action && action->status == "wait_for_confirmation"_L1)
        writeLink(json, "confirmationBase"_L1, hashedLink(context, u"confirmationBase"_s, *action));
    return answer(200, json);
}

SimResponse getConfirmation(SimContext &context)
{
    const DeviceAction found = findDeviceAction(context);
    if (!found.action)
        return found.refused;
    if (found.action->status != "wait_for_confirmation"_L1)
        return noContent(404);
    return answer(200, deploymentJson(context, *found.action, "confirmation"_L1));
}

SimResponse postConfirmationFeedback(SimContext &context)
{
    const DeviceAction found = findDeviceAction(context);
    if (!found.action)
        return found.refused;
    return confirmAction(context, *found.action).value_or(noContent(200));
}

SimResponse activateAutoConfirmByDevice(SimContext &context)
{
    SimTarget *const target = context.fleet.targets.edit(context.ids.at(1));
    if (!target)
        return notFound(u"Target"_s, context.ids.at(1));
    if (!activateAutoConfirm(context, *target, context.ids.at(1)))
        return refusal(409, u"repo.autoConfAlreadyActive"_s,
            u"Auto confirmation is already active for the device"_s);
    return noContent(200);
}

SimResponse deactivateAutoConfirmByDevice(SimContext &context)
{
    SimTarget *const target = context.fleet.targets.edit(context.ids.at(1));
    if (!target)
        return notFound(u"Target"_s, context.ids.at(1));
    target->autoConfirm.reset();
    return noContent(200);
}

} // namespace falconer
