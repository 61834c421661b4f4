// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/hawkbit/page.h"
#include "services/hawkbit/targettags.h"

#include <QDateTime>
#include <QMap>

#include <optional>

namespace falconer {

struct PollStatus {
    QDateTime lastRequestAt;         // UTC
    QDateTime nextExpectedRequestAt; // UTC
    bool overdue = false;

    bool operator==(const PollStatus &) const = default;
};

// A device. Source: Management API "targets". It holds neither its sets nor its tags or attributes:
// those are requests of their own.
struct Target {
    QString controllerId;
    QString name;
    QString description;
    QString
        updateStatus; // error, in_sync, pending, registered, unknown, or what a newer server says
    QString group;    // from 0.10
    QString address;
    QString ipAddress;
    QString securityToken; // empty without the right to read it
    std::optional<qint64> targetTypeId;
    QString targetTypeName;
    QDateTime lastControllerRequestAt; // UTC, invalid: never polled
    QDateTime installedAt;             // UTC
    std::optional<PollStatus> pollStatus;
    bool requestAttributes = false;
    std::optional<bool> autoConfirmActive; // only while the tenant has the confirmation flow
    QString createdBy;
    QDateTime createdAt; // UTC
    QString lastModifiedBy;
    QDateTime lastModifiedAt; // UTC; nothing that a device does moves it

    bool operator==(const Target &) const = default;
};

Target readTarget(const JsonReader &json);

Request<Page<Target>> listTargets(const ListQuery &query);
Request<Target> getTarget(const QString &controllerId);
Request<QMap<QString, QString>> getTargetAttributes(const QString &controllerId);
Request<QList<TargetTag>> listTagsOfTarget(const QString &controllerId); // from 0.6
// Nothing when no set is assigned or installed (204).
Request<std::optional<DistributionSet>> getAssignedDistributionSet(const QString &controllerId);
Request<std::optional<DistributionSet>> getInstalledDistributionSet(const QString &controllerId);

} // namespace falconer
