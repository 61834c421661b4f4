// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"
#include "services/http/request.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace falconer {

// A server takes at most this many targets in one assignment (quota, hawkbit-api 3.3).
constexpr int maxTargetsPerAssignment = 5000;

// How a distribution set is brought to targets.
struct AssignmentOptions {
    QString type = QStringLiteral("forced");  // forced, soft, timeforced, downloadonly
    QDateTime forceTime;                      // time-forced only, sent as UTC ms
    std::optional<int> weight;                // 0 to 1000; nothing: the server's default
    std::optional<bool> confirmationRequired; // nothing: the tenant's setting
    std::optional<MaintenanceWindow> maintenanceWindow;

    bool operator==(const AssignmentOptions &) const = default;
};

struct AssignmentResult {
    qint64 assigned = 0;
    qint64 alreadyAssigned = 0;
    qint64 total = 0;          // of what the server knows: ids unknown to it are dropped silently
    QList<qint64> actionIds;   // of the new actions
    QStringList controllerIds; // beside actionIds, from the links

    bool operator==(const AssignmentResult &) const = default;
};

AssignmentResult readAssignmentResult(const JsonReader &json);

// controllerIds: at most maxTargetsPerAssignment.
Request<AssignmentResult> assignDistributionSet(
    qint64 distributionSetId, const QStringList &controllerIds, const AssignmentOptions &options);

} // namespace falconer
