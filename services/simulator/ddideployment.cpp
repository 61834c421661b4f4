// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/actionhistory.h"
#include "services/simulator/answers.h"
#include "services/simulator/ddirules.h"
#include "services/simulator/deploymentwindow.h"

#include <QJsonArray>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QString partName(const Fleet &fleet, const SimModule &module)
{
    const SimModuleType *const type = fleet.moduleTypes.find(module.typeId);
    const QString key = type ? type->key : QString();
    if (key == "application"_L1)
        return u"bApp"_s;
    return key == "runtime"_L1 ? u"jvm"_s : key;
}

QJsonObject chunkJson(const SimContext &context, const SimModule &module)
{
    QJsonArray artifacts;
    for (const SimArtifact &artifact : module.artifacts)
        artifacts << deviceArtifactJson(context, module, artifact);
    QJsonArray metadata;
    for (auto it = module.metadata.begin(); it != module.metadata.end(); ++it) {
        if (it->targetVisible)
            metadata << QJsonObject{ { "key"_L1, it.key() }, { "value"_L1, it->value } };
    }
    QJsonObject json{ { "part"_L1, partName(context.fleet, module) },
        { "version"_L1, module.version }, { "name"_L1, module.name },
        { "artifacts"_L1, artifacts } };
    if (!metadata.isEmpty())
        json["metadata"_L1] = metadata;
    return json;
}

// How urgent: attempt or forced.
QString handling(const SimAction &action, qint64 now)
{
    const bool soft = action.forceType == "soft"_L1
        || (action.forceType == "timeforced"_L1 && action.forceTime > now);
    return soft ? u"attempt"_s : u"forced"_s;
}

QJsonObject partsJson(const SimContext &context, const SimAction &action)
{
    const qint64 now = context.fleet.now();
    const QString urgency = handling(action, now);
    QJsonObject json{ { "download"_L1, urgency }, { "update"_L1, urgency } };
    if (action.forceType == "downloadonly"_L1)
        json["update"_L1] = u"skip"_s;
    if (action.window) {
        const bool open = isWindowOpen(*action.window, now);
        json["maintenanceWindow"_L1] = open ? u"available"_s : u"unavailable"_s;
        if (!open)
            json["update"_L1] = u"skip"_s;
    }
    QJsonArray chunks;
    if (const SimSet *const set = context.fleet.sets.find(action.setId)) {
        for (const qint64 id : set->modules) {
            if (const SimModule *const module = context.fleet.modules.find(id))
                chunks << chunkJson(context, *module);
        }
    }
    json["chunks"_L1] = chunks;
    return json;
}

// The newest messages that are not the server's own; how many is asked by actionHistory, -1: all.
QJsonArray historyMessages(const SimAction &action, int limit)
{
    QJsonArray messages;
    for (auto status = action.statuses.rbegin(); status != action.statuses.rend(); ++status) {
        for (const QString &message : status->messages) {
            if (limit >= 0 && messages.size() >= limit)
                return messages;
            if (!message.startsWith("Update Server: "_L1))
                messages << message;
        }
    }
    return messages;
}

} // namespace

QJsonObject deploymentJson(
    const SimContext &context, const SimAction &action, QLatin1StringView member)
{
    QJsonObject json{ { "id"_L1, QString::number(action.id) },
        { member, partsJson(context, action) } };
    const int wanted = context.request.query("actionHistory").toInt();
    const QJsonArray messages = wanted == 0 ? QJsonArray() : historyMessages(action, wanted);
    if (!messages.isEmpty())
        json["actionHistory"_L1]
            = QJsonObject{ { "status"_L1, action.status.toUpper() }, { "messages"_L1, messages } };
    return json;
}

SimResponse getDeploymentBase(SimContext &context)
{
    const DeviceAction found = findDeviceAction(context);
    if (!found.action)
        return found.refused;
    SimAction &action = *found.action;
    static const QStringList hidden{ u"wait_for_confirmation"_s, u"canceling"_s, u"canceled"_s };
    if (hidden.contains(action.status))
        return noContent(404);
    addRetrieved(context.fleet, action);
    return answer(200, deploymentJson(context, action, "deployment"_L1));
}

SimResponse getInstalledBase(SimContext &context)
{
    const DeviceAction found = findDeviceAction(context);
    if (!found.action)
        return found.refused;
    if (found.action->active || found.action->status == "canceled"_L1)
        return noContent(404);
    return answer(200, deploymentJson(context, *found.action, "deployment"_L1));
}

SimResponse putInstalledBase(SimContext &context)
{
    Fleet &fleet = context.fleet;
    const QString controllerId = context.ids.at(1);
    SimTarget *const target = fleet.targets.edit(controllerId);
    if (!target)
        return notFound(u"Target"_s, controllerId);
    const QJsonValue name = context.body["name"_L1];
    const QJsonValue version = context.body["version"_L1];
    if (!name.isString() || !version.isString())
        return notReadable();
    auto &sets = fleet.sets.rows();
    const auto found = std::find_if(sets.begin(), sets.end(), [&](const auto &row) {
        return row.second.name == name.toString() && row.second.version == version.toString()
            && !row.second.deleted;
    });
    if (found == sets.end())
        return notFound(
            u"DistributionSet"_s, QJsonObject{ { name.toString(), version.toString() } });
    SimSet &set = found->second;
    if (target->installedSet == set.id)
        return noContent(200);
    SimAction &action = fleet.actions.insert({ .id = fleet.nextId(),
        .controllerId = controllerId,
        .setId = set.id,
        .audit = fleet.created(context.isOldWire() ? u"system"_s : controllerId) });
    fleet.actionsOfTarget[controllerId] << action.id;
    target->assignedSet = set.id;
    closeFinished(fleet, action,
        { .type = u"finished"_s,
            .messages = { u"Update Server: Target reported installed distribution set"_s } });
    set.everAssigned = true;
    lockImplicitly(fleet, set);
    return noContent(201);
}

} // namespace falconer
