// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/actionhistory.h"
#include "services/simulator/answers.h"
#include "services/simulator/configs.h"
#include "services/simulator/ddirules.h"

#include <QTime>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// A poll of an unknown id registers it.
SimTarget *plugAndPlay(SimContext &context)
{
    Fleet &fleet = context.fleet;
    const QString id = context.ids.at(1);
    return fleet.targets.insert({ .controllerId = id,
        .name = id,
        .description = "Plug and Play target: "_L1 + id,
        .securityToken = fleet.newToken(),
        .audit = fleet.created(u"CONTROLLER_PLUG_AND_PLAY"_s) });
}

bool isPossibleId(const QString &id)
{
    return id.size() <= 128
        && std::none_of(id.begin(), id.end(), [](QChar c) { return c.isSpace(); });
}

QString sleepText(const Fleet &fleet)
{
    return QTime::fromMSecsSinceStartOfDay(int(pollingTime(fleet))).toString(u"HH:mm:ss"_s);
}

void writeWork(QJsonObject &json, SimContext &context)
{
    const SimAction *const action = firstOpenAction(context.fleet, context.ids.at(1));
    if (!action)
        return;
    if (action->status == "canceling"_L1)
        writeLink(json, "cancelAction"_L1,
            deviceLink(context, "cancelAction/"_L1 + QString::number(action->id)));
    else if (action->status == "wait_for_confirmation"_L1)
        writeLink(json, "confirmationBase"_L1, hashedLink(context, u"confirmationBase"_s, *action));
    else
        writeLink(json, "deploymentBase"_L1, hashedLink(context, u"deploymentBase"_s, *action));
}

bool isTakenAttribute(const QString &key, const QString &value)
{
    return key.size() <= 128 && value.size() <= 128
        && std::all_of(value.begin(), value.end(), [](QChar c) { return c.unicode() < 128; });
}

} // namespace

SimResponse pollDevice(SimContext &context)
{
    Fleet &fleet = context.fleet;
    if (!isPossibleId(context.ids.at(1)))
        return constraintViolation(u"controllerId has whitespaces which are not allowed."_s);
    SimTarget *target = fleet.targets.edit(context.ids.at(1));
    if (!target)
        target = plugAndPlay(context);
    target->lastRequestAt = fleet.now();
    target->address = "http://"_L1 + QString::fromLatin1(context.request.peerAddress);
    if (target->updateStatus == "unknown"_L1)
        target->updateStatus = u"registered"_s;
    QJsonObject json{ { "config"_L1,
        QJsonObject{ { "polling"_L1, QJsonObject{ { "sleep"_L1, sleepText(fleet) } } } } } };
    writeWork(json, context);
    if (const SimAction *const installed = installingAction(fleet, *target))
        writeLink(json, "installedBase"_L1,
            deviceLink(context, "installedBase/"_L1 + QString::number(installed->id)));
    if (target->requestAttributes)
        writeLink(json, "configData"_L1, deviceLink(context, u"configData"_s));
    return answer(200, json);
}

SimResponse putConfigData(SimContext &context)
{
    SimTarget *const target = context.fleet.targets.edit(context.ids.at(1));
    if (!target)
        return notFound(u"Target"_s, context.ids.at(1));
    const QString mode = context.body["mode"_L1].toString(u"merge"_s);
    const QJsonValue data = context.body["data"_L1];
    static const QStringList modes{ u"merge"_s, u"replace"_s, u"remove"_s };
    if (!modes.contains(mode) || !data.isObject())
        return notReadable();
    QMap<QString, QString> attributes
        = mode == "replace"_L1 ? QMap<QString, QString>() : target->attributes;
    const QJsonObject object = data.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString value = it.value().toVariant().toString();
        if (mode == "remove"_L1)
            attributes.remove(it.key());
        else if (it.value().isNull())
            continue;
        else if (!isTakenAttribute(it.key(), value))
            return refusal(400, u"repo.invalidTargetAttributes"_s,
                u"The given target attributes are invalid"_s);
        else
            attributes.insert(it.key(), value);
    }
    if (attributes.size() > context.fleet.quotas().attributesPerTarget)
        return quotaExceeded(context);
    target->attributes = attributes;
    target->requestAttributes = false;
    return noContent(200);
}

} // namespace falconer
