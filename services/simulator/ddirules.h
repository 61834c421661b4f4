// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

#include <QJsonObject>

namespace falconer {

// The device side (hawkbit-api 5): what the routes of ddiroutes.cpp run. ids[0] is the tenant,
// ids[1] the controller id.

// 401, without a body, unless the Authorization header holds a token that this tenant takes.
std::optional<SimResponse> refuseDevice(const SimContext &context);
// The action of ids[2], or what its absence answers.
struct DeviceAction {
    SimAction *action = nullptr;
    SimResponse refused;
};
DeviceAction findDeviceAction(SimContext &context);
// An absolute link below the device, "configData".
QString deviceLink(const SimContext &context, const QString &path);
// "deploymentBase/7?c=...": the hash changes when the answer would.
QString hashedLink(const SimContext &context, const QString &base, const SimAction &action);

SimResponse pollDevice(SimContext &context);
SimResponse putConfigData(SimContext &context);

// {id, deployment or confirmation, actionHistory}.
QJsonObject deploymentJson(
    const SimContext &context, const SimAction &action, QLatin1StringView member);
SimResponse getDeploymentBase(SimContext &context);
SimResponse getInstalledBase(SimContext &context);
SimResponse putInstalledBase(SimContext &context);

SimResponse postDeploymentFeedback(SimContext &context);
SimResponse getCancelAction(SimContext &context);
SimResponse postCancelFeedback(SimContext &context);

SimResponse getConfirmationBase(SimContext &context);
SimResponse getConfirmation(SimContext &context);
SimResponse postConfirmationFeedback(SimContext &context);
SimResponse activateAutoConfirmByDevice(SimContext &context);
SimResponse deactivateAutoConfirmByDevice(SimContext &context);

QJsonObject deviceArtifactJson(
    const SimContext &context, const SimModule &module, const SimArtifact &artifact);
SimResponse listDeviceArtifacts(SimContext &context);
SimResponse downloadDeviceArtifact(SimContext &context);

} // namespace falconer
