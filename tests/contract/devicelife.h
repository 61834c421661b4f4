// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ddi/temper.h"
#include "services/timeline/timeline.h"
#include "tests/contract/scenario.h"

namespace falconer {

// What a device left behind on the server.
struct DeviceLife {
    Action action;
    QList<ActionStatus> statuses; // as the server lists them
    Timeline timeline;
};

// What every device tells of itself when it is asked.
QMap<QString, QString> deviceAttributes();

// Lets a device live, thirty times as fast and signed in with its target's token, until the newest
// action of its target is over; checks that this happens and that the timeline ends as the action.
std::optional<DeviceLife> liveUntilEnd(Scenario &scenario, const ClientOptions &options,
    const QString &controllerId, Temper temper = Temper::Normal);

} // namespace falconer
