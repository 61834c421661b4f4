// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/path.h"
#include "services/simulator/answers.h"
#include "services/simulator/configs.h"
#include "services/simulator/ddirules.h"

#include <QHash>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

bool takesGatewayToken(const SimContext &context, const QByteArray &token)
{
    return configEnabled(context.fleet, u"authentication.gatewaytoken.enabled"_s)
        && !token.isEmpty()
        && QString::fromUtf8(token)
        == configValue(context.fleet, u"authentication.gatewaytoken.key"_s).toString();
}

bool takesTargetToken(const SimContext &context, const QByteArray &token)
{
    if (!configEnabled(context.fleet, u"authentication.targettoken.enabled"_s))
        return false;
    const auto target = context.fleet.targets.find(context.ids.at(1));
    return target && !token.isEmpty() && target->securityToken == QString::fromUtf8(token);
}

} // namespace

std::optional<SimResponse> refuseDevice(const SimContext &context)
{
    const QByteArray header = context.request.header("Authorization");
    const qsizetype blank = header.indexOf(' ');
    const QByteArray scheme = header.left(blank);
    const QByteArray token = header.mid(blank + 1).trimmed();
    const bool known = context.ids.at(0).compare("DEFAULT"_L1, Qt::CaseInsensitive) == 0;
    const bool taken = (scheme == "GatewayToken" && takesGatewayToken(context, token))
        || (scheme == "TargetToken" && takesTargetToken(context, token));
    return known && taken ? std::nullopt : std::optional(noContent(401));
}

DeviceAction findDeviceAction(SimContext &context)
{
    const QString controllerId = context.ids.at(1);
    if (!context.fleet.targets.rowOf(controllerId))
        return { .refused = notFound(u"Target"_s, controllerId) };
    SimAction *const action = context.fleet.actions.find(context.number(2));
    if (!action)
        return { .refused = notFound(u"Action"_s, context.number(2)) };
    if (action->controllerId != controllerId)
        return { .refused
            = refusal(404, u"repo.entityNotFound"_s, u"Not a valid action for this target"_s) };
    return { .action = action };
}

QString deviceLink(const SimContext &context, const QString &path)
{
    return QString::fromLatin1(context.request.baseUrl) + u'/'
        + QString::fromLatin1(encodeSegment(context.ids.at(0))) + "/controller/v1/"_L1
        + QString::fromLatin1(encodeSegment(context.ids.at(1))) + u'/' + path;
}

QString hashedLink(const SimContext &context, const QString &base, const SimAction &action)
{
    const size_t hash = qHashMulti(0, action.id, action.status, action.forceType);
    return deviceLink(context, u"%1/%2?c=%3"_s.arg(base).arg(action.id).arg(quint32(hash) >> 1));
}

} // namespace falconer
