// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ddi/ddivalues.h"

#include <QMap>

namespace falconer {

// Who a device is: its tenant, such as DEFAULT, and its controller id, sent percent-encoded.
struct DdiDevice {
    QString tenant = QStringLiteral("DEFAULT");
    QString controllerId;

    bool operator==(const DdiDevice &) const = default;
};

// The Direct Device Integration API: what a device asks and says. Source: hawkbit-api 5.
// The client's credentials are a GatewayToken or the TargetToken of this one device.
Request<DdiBase> pollDdi(const DdiDevice &device);
// mode: merge, replace, remove. Values are ASCII, at most 128 characters, else the server refuses.
Request<Nothing> putDdiAttributes(const DdiDevice &device, const QMap<QString, QString> &attributes,
    const QString &mode = QStringLiteral("merge"));
// Reading it marks the action as retrieved. The link comes from the poll.
Request<DdiDeployment> getDdiDeployment(const DdiLink &link);
Request<Nothing> postDdiFeedback(
    const DdiDevice &device, const QString &actionId, const DdiReport &report);
// The whole artifact in memory; the caller compares size and hash.
Request<QByteArray> downloadDdiArtifact(const DdiArtifact &artifact);

Request<QString> getDdiCancel(const DdiLink &link);
Request<Nothing> postDdiCancelFeedback(
    const DdiDevice &device, const QString &actionId, const DdiReport &report);

Request<Nothing> postDdiConfirmation(const DdiDevice &device, const QString &actionId,
    bool confirmed, const QStringList &details = {});

} // namespace falconer
