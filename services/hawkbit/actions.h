// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/page.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace falconer {

struct MaintenanceWindow {
    QString schedule;      // Quartz cron with seconds, 6 or 7 fields
    QString duration;      // HH:mm:ss
    QString timezone;      // +hh:mm or Z
    QDateTime nextStartAt; // UTC, answers only

    bool operator==(const MaintenanceWindow &) const = default;
};

// One update of one target. Source: Management API "actions"; both wires are read into this one
// value (hawkbit-api 1.4: up to 0.9 "status" is pending/finished and "detailStatus" the real one).
struct Action {
    qint64 id = 0;
    QString type; // update, cancel
    bool active = false;
    QString status; // running, retrieved, finished, error, canceled, canceling, ... as the server
                    // words it
    QString forceType;   // soft, forced, timeforced, downloadonly
    QDateTime forceTime; // UTC, time-forced only
    std::optional<int> weight;
    std::optional<MaintenanceWindow> maintenanceWindow;
    std::optional<int> lastStatusCode;
    std::optional<qint64> rolloutId;
    QString rolloutName;
    QString createdBy;
    QDateTime createdAt;                     // UTC
    QDateTime lastModifiedAt;                // UTC; a device's report does not move it
    QString controllerId;                    // from the links
    QString targetName;                      // full representation only
    QString distributionSet;                 // "name:version", full representation only
    std::optional<qint64> distributionSetId; // from the links, full representation only

    QString setTitle() const; // "name version"
    // Whether it has come to its end. What waits in a rollout for its group is not active, and has
    // yet to begin.
    bool hasEnded() const;

    bool operator==(const Action &) const = default;
};

// "name version" of "name:version"; a version with a colon is rarer than a name with one.
QString setTitle(const QString &nameAndVersion);

// One report in the history of an action, by the server or by the device.
struct ActionStatus {
    qint64 id = 0; // orders the history; gaps mean nothing
    QString type;  // running, retrieved, download, downloaded, finished, error, canceled, ...
    QStringList messages; // as sent; a message over 512 characters comes in pieces
    QDateTime reportedAt; // UTC, the server's clock; may step back by some ms
    QDateTime timestamp;  // UTC, the device's clock, or the server's; invalid before 0.7
    std::optional<int> code;

    bool operator==(const ActionStatus &) const = default;
};

Action readAction(const JsonReader &json);
ActionStatus readActionStatus(const JsonReader &json);

Request<Page<Action>> listActions(const ListQuery &query); // with names of target and set (full)
Request<Page<Action>> listTargetActions(const QString &controllerId, const ListQuery &query);
Request<Action> getAction(const QString &controllerId, qint64 actionId);
// Newest first unless the query sorts; a history has up to about 1,000 entries.
Request<Page<ActionStatus>> listActionStatuses(
    const QString &controllerId, qint64 actionId, const ListQuery &query);

Request<Action> forceAction(const QString &controllerId, qint64 actionId);
// Asks the device to cancel; the action stays active until the device confirms.
Request<Nothing> cancelAction(const QString &controllerId, qint64 actionId);
// Ends the action for the server only; accepted only while it is canceling.
Request<Nothing> forceQuitAction(const QString &controllerId, qint64 actionId);
// Removes actions with their histories for good, running ones too: whoever asks leaves them out.
// Ids that are gone already are no error. Since 0.10; 405 before.
Request<Nothing> deleteActions(const QList<qint64> &actionIds);

} // namespace falconer
