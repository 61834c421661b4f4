// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/answers.h"
#include "services/simulator/configs.h"
#include "services/simulator/rights.h"

#include <QHostAddress>
#include <QUrl>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// The host of the address when it is an IP.
QString ipAddress(const QString &address)
{
    const QString host = QUrl(address).host();
    return QHostAddress(host).isNull() ? QString() : host;
}

QJsonObject pollStatus(const Fleet &fleet, const SimTarget &target)
{
    return { { u"lastRequestAt"_s, target.lastRequestAt },
        { u"nextExpectedRequestAt"_s, target.lastRequestAt + pollingTime(fleet) },
        { u"overdue"_s, target.lastRequestAt < overdueTimestamp(fleet) } };
}

void writeLinks(QJsonObject &json, const SimContext &context, const SimTarget &target, bool hasFlow)
{
    const QString self = context.link("targets/"_L1 + encoded(target.controllerId));
    writeLink(json, "assignedDS"_L1, self + "/assignedDS"_L1);
    writeLink(json, "installedDS"_L1, self + "/installedDS"_L1);
    writeLink(json, "attributes"_L1, self + "/attributes"_L1);
    writeLink(json, "actions"_L1, self + "/actions?offset=0&limit=50&sort=id%3ADESC"_L1);
    writeLink(json, "metadata"_L1, self + "/metadata"_L1);
    if (target.typeId)
        writeLink(json, "targetType"_L1,
            context.link("targettypes/"_L1 + QString::number(target.typeId)));
    if (hasFlow)
        writeLink(json, "autoConfirm"_L1, self + "/autoConfirm"_L1);
}

} // namespace

QJsonObject targetJson(const SimContext &context, const SimTarget &target, bool full)
{
    const bool hasFlow = configEnabled(context.fleet, u"user.confirmation.flow.enabled"_s);
    QJsonObject json;
    writeAudit(json, target.audit);
    json[u"name"_s] = target.name;
    writeText(json, "description"_L1, target.description);
    json[u"controllerId"_s] = target.controllerId;
    json[u"updateStatus"_s] = target.updateStatus;
    if (!context.isOldWire())
        writeText(json, "group"_L1, target.group);
    writeText(json, "address"_L1, target.address);
    writeText(json, "ipAddress"_L1, ipAddress(target.address));
    if (hasRight(context, u"READ_TARGET_SECURITY_TOKEN"_s))
        json[u"securityToken"_s] = target.securityToken;
    json[u"requestAttributes"_s] = target.requestAttributes;
    if (target.installedAt)
        json[u"installedAt"_s] = target.installedAt;
    if (target.lastRequestAt) {
        json[u"lastControllerRequestAt"_s] = target.lastRequestAt;
        json[u"pollStatus"_s] = pollStatus(context.fleet, target);
    }
    if (const SimTargetType *type = context.fleet.targetTypes.find(target.typeId)) {
        json[u"targetType"_s] = type->id;
        json[u"targetTypeName"_s] = type->name;
    }
    if (hasFlow)
        json[u"autoConfirmActive"_s] = target.autoConfirm.has_value();
    writeLink(json, "self"_L1, context.link("targets/"_L1 + encoded(target.controllerId)));
    if (full)
        writeLinks(json, context, target, hasFlow);
    return json;
}

} // namespace falconer
