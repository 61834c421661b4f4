// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/deploymentconfirmation.h"

#include "services/simulator/actionhistory.h"
#include "services/simulator/answers.h"

#include <QJsonArray>

namespace falconer {

using namespace Qt::StringLiterals;

std::optional<SimResponse> confirmAction(SimContext &context, SimAction &action)
{
    const QString word = context.body["confirmation"_L1].toString();
    const bool confirmed = word == "confirmed"_L1;
    if (!confirmed && word != "denied"_L1)
        return notReadable();
    if (!action.active)
        return noContent(410);
    if (action.status != "wait_for_confirmation"_L1)
        return noContent(404);
    StatusEntry entry{ .type = confirmed ? u"running"_s : action.status };
    const QJsonArray details = context.body["details"_L1].toArray();
    for (const QJsonValue &detail : details)
        entry.messages << detail.toString();
    entry.messages << (confirmed
            ? u"Update Server: Target confirmed action. Therefore, it will be set to the running "
              u"state to proceed with the deployment."_s
            : u"Update Server: Target rejected action. Action will stay in confirmation pending "
              u"state."_s);
    if (const QJsonValue code = context.body["code"_L1]; code.isDouble()) {
        entry.code = code.toInt();
        entry.messages << u"Confirmation status code: %1"_s.arg(*entry.code);
    }
    addStatus(context.fleet, action, entry);
    action.lastStatusCode = entry.code;
    action.status = entry.type;
    return std::nullopt;
}

QString autoConfirmedMessage(const SimAutoConfirm &autoConfirm, const QString &by)
{
    return u"Assignment automatically confirmed by initiator '%1'. \n\nAuto confirmation activated "
           u"by system user: '%2' \n\nRemark: %3"_s.arg(
               autoConfirm.initiator.isNull() ? by : autoConfirm.initiator, by,
               autoConfirm.remark.isNull() ? u"-"_s : autoConfirm.remark);
}

bool activateAutoConfirm(SimContext &context, SimTarget &target, const QString &by)
{
    if (target.autoConfirm)
        return false;
    Fleet &fleet = context.fleet;
    target.autoConfirm = SimAutoConfirm{ .activatedAt = fleet.now() };
    if (const QJsonValue initiator = context.body["initiator"_L1]; initiator.isString())
        target.autoConfirm->initiator = initiator.toString();
    if (const QJsonValue remark = context.body["remark"_L1]; remark.isString())
        target.autoConfirm->remark = remark.toString();
    fleet.touch(target.audit, by);
    const QList<SimAction *> open = openActions(fleet, target.controllerId);
    for (SimAction *action : open) {
        if (action->status != "wait_for_confirmation"_L1)
            continue;
        addStatus(fleet, *action,
            { .type = u"running"_s,
                .messages = { autoConfirmedMessage(*target.autoConfirm, by) } });
        action->status = u"running"_s;
        fleet.touch(action->audit, by);
    }
    return true;
}

} // namespace falconer
