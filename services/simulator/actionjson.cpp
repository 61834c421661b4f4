// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/actionjson.h"

#include "services/http/path.h"
#include "services/simulator/answers.h"
#include "services/simulator/deploymentwindow.h"

#include <QJsonArray>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

bool isCancel(const SimAction &action)
{
    return action.status == "canceling"_L1 || action.status == "canceled"_L1;
}

void writeStatus(QJsonObject &json, const SimContext &context, const SimAction &action)
{
    if (context.isOldWire()) {
        json["status"_L1] = action.active ? u"pending"_s : u"finished"_s;
        json["detailStatus"_L1] = action.status;
    } else {
        json["active"_L1] = action.active;
        json["status"_L1] = action.status;
    }
}

void writeWindow(QJsonObject &json, const SimContext &context, const SimWindow &window)
{
    QJsonObject member{ { "schedule"_L1, window.schedule }, { "duration"_L1, window.duration },
        { "timezone"_L1, window.timezone } };
    if (const auto next = nextWindowStart(window, context.fleet.now()))
        member["nextStartAt"_L1] = *next;
    json["maintenanceWindow"_L1] = member;
}

} // namespace

QString actionPath(const SimAction &action)
{
    return "targets/"_L1 + QString::fromLatin1(encodeSegment(action.controllerId)) + "/actions/"_L1
        + QString::number(action.id);
}

QJsonObject actionListJson(const SimContext &context, const SimAction &action)
{
    QJsonObject json;
    writeAudit(json, action.audit);
    json["id"_L1] = action.id;
    json["type"_L1] = isCancel(action) ? u"cancel"_s : u"update"_s;
    writeStatus(json, context, action);
    json["forceType"_L1] = action.forceType;
    if (action.forceType == "timeforced"_L1)
        json["forceTime"_L1] = action.forceTime;
    json["weight"_L1] = action.weight;
    if (action.window)
        writeWindow(json, context, *action.window);
    if (action.lastStatusCode)
        json["lastStatusCode"_L1] = *action.lastStatusCode;
    writeText(json, "externalRef"_L1, action.externalRef);
    writeLink(json, "self"_L1, context.link(actionPath(action)));
    return json;
}

QJsonObject actionFullJson(const SimContext &context, const SimAction &action)
{
    QJsonObject json = actionListJson(context, action);
    const QString self = context.link(actionPath(action));
    if (isCancel(action))
        writeLink(json, "canceledaction"_L1, self);
    const auto target = context.fleet.targets.find(action.controllerId);
    writeLink(json, "target"_L1,
        context.link("targets/"_L1 + QString::fromLatin1(encodeSegment(action.controllerId))),
        target ? target->name : action.controllerId);
    if (const SimSet *const set = context.fleet.sets.find(action.setId)) {
        writeLink(json, "distributionset"_L1,
            context.link("distributionsets/"_L1 + QString::number(set->id)),
            set->name + u':' + set->version);
    }
    writeLink(json, "status"_L1, self + "/status?offset=0&limit=50&sort=id%3ADESC"_L1);
    return json;
}

QJsonObject statusJson(const SimContext &, const SimStatus &status)
{
    QJsonArray messages;
    for (const QString &message : status.messages)
        messages << (message.isNull() ? QJsonValue() : QJsonValue(message));
    QJsonObject json{ { "id"_L1, status.id }, { "type"_L1, status.type },
        { "messages"_L1, messages }, { "reportedAt"_L1, status.reportedAt },
        { "timestamp"_L1, status.timestamp } };
    if (status.code)
        json["code"_L1] = *status.code;
    return json;
}

} // namespace falconer
