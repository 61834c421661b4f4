// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

namespace falconer {

// What is asked for one target.
struct AssignmentWish {
    QString controllerId;
    QString type = QStringLiteral("forced");
    qint64 forceTime = 0;
    int weight = 1000;
    std::optional<bool> confirmationRequired;
    std::optional<SimWindow> window;
    QString initiation; // the first message of the history; empty: by the user
};

// Reads type, forcetime, weight, confirmationRequired and maintenanceWindow of an element of the
// body; nothing when a value is not one that hawkBit can read.
std::optional<AssignmentWish> readWish(const QJsonObject &json);
// Refuses what a server refuses before it looks at set and targets: a weight outside 0 to 1000, an
// incomplete or impossible window.
std::optional<SimResponse> refuseWish(const SimContext &context, const AssignmentWish &wish);

// Assigns a set: one action a target, unknown ids are dropped, a target that has the set already
// gets none, running actions are asked to cancel (or closed, with autoclose). Refuses unknown,
// deleted, incomplete and invalid sets, incompatible target types, too many targets or actions; the
// whole then.
SimResponse assignSet(
    SimContext &context, qint64 setId, const QList<AssignmentWish> &wishes, bool offline);

} // namespace falconer
