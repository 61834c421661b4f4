// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/assignment.h"

#include "services/hawkbit/links.h"
#include "services/http/path.h"

#include <QJsonDocument>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

struct AssignedAction {
    qint64 id = 0;
    QString controllerId;
};

AssignedAction readAssignedAction(const JsonReader &json)
{
    return { .id = json.integer("id"_L1),
        .controllerId = controllerIdOf(linkAddress(json, "self"_L1)) };
}

// What the options say of each target; the members that the server has a default for are left out.
QJsonObject toJson(const AssignmentOptions &options)
{
    QJsonObject json{ { "type"_L1, options.type } };
    if (options.type == "timeforced"_L1 && options.forceTime.isValid())
        json["forcetime"_L1] = options.forceTime.toMSecsSinceEpoch();
    if (options.weight)
        json["weight"_L1] = *options.weight;
    if (options.confirmationRequired)
        json["confirmationRequired"_L1] = *options.confirmationRequired;
    if (const auto &window = options.maintenanceWindow) {
        json["maintenanceWindow"_L1] = QJsonObject{ { "schedule"_L1, window->schedule },
            { "duration"_L1, window->duration }, { "timezone"_L1, window->timezone } };
    }
    return json;
}

} // namespace

AssignmentResult readAssignmentResult(const JsonReader &json)
{
    AssignmentResult result{
        .assigned = json.integer("assigned"_L1),
        .alreadyAssigned = json.integer("alreadyAssigned"_L1),
        .total = json.integer("total"_L1),
    };
    const auto actions = json.listOrEmpty<AssignedAction>("assignedActions"_L1, readAssignedAction);
    for (const AssignedAction &action : actions) {
        result.actionIds << action.id;
        result.controllerIds << action.controllerId;
    }
    return result;
}

Request<AssignmentResult> assignDistributionSet(
    qint64 distributionSetId, const QStringList &controllerIds, const AssignmentOptions &options)
{
    Q_ASSERT(!controllerIds.isEmpty() && controllerIds.size() <= maxTargetsPerAssignment);
    QJsonObject entry = toJson(options);
    QJsonArray body;
    for (const QString &controllerId : controllerIds) {
        entry["id"_L1] = controllerId;
        body.append(entry);
    }
    return { { .verb = Verb::Post,
                 .path = managementPath({ u"distributionsets"_s, QString::number(distributionSetId),
                     u"assignedTargets"_s }),
                 .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                 .patience = Patience::Write },
        readJson(readAssignmentResult) };
}

} // namespace falconer
