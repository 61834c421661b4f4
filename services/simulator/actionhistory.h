// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/fleet.h"

namespace falconer {

// What the server writes into the history of an action (hawkbit-api 5.3, 5.4).

struct StatusEntry {
    QString type;
    QStringList messages;            // longer ones are cut into pieces of 512, nulls are dropped
    std::optional<qint64> timestamp; // the device's clock; nothing: the server's
    std::optional<int> code;
};

void addStatus(Fleet &fleet, SimAction &action, const StatusEntry &entry);
// "Target retrieved ...": unless that is the newest entry already.
void addRetrieved(Fleet &fleet, SimAction &action);
bool hasRoomForStatus(const Fleet &fleet, const SimAction &action);

// The action that a device hears of first: the highest weight, then the lowest id.
SimAction *firstOpenAction(Fleet &fleet, const QString &controllerId);
QList<SimAction *> openActions(Fleet &fleet, const QString &controllerId);
// The newest finished action that brought what the target has installed.
const SimAction *installingAction(const Fleet &fleet, const SimTarget &target);

// Ends. Each writes the entry, closes the action and changes the target.
void closeFinished(Fleet &fleet, SimAction &action, const StatusEntry &entry);
void closeFailed(Fleet &fleet, SimAction &action, const StatusEntry &entry);
void closeDownloaded(Fleet &fleet, SimAction &action, const StatusEntry &entry);
void closeCanceled(Fleet &fleet, SimAction &action, const StatusEntry &entry);

} // namespace falconer
