// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/relativetime.h"
#include "services/hawkbit/actions.h"
#include "services/hawkbit/targets.h"
#include "services/timeline/timeline.h"

#include <QList>
#include <QString>

#include <optional>

namespace falconer {

// One action of one device, as it is shown in a lane. A device without any action has none.
struct TimelineLane {
    QString controllerId;
    QString targetName;
    QString targetType;             // its name, may be empty
    std::optional<qint64> actionId; // the lane is of this action, not of whichever is the newest
    bool isOlder = false;           // an older action of a device that has a lane already
    bool isOneOfSeveral = false;    // the device has other lanes, too
    std::optional<Action> action;
    QList<ActionStatus> statuses; // in any order
    Timeline timeline;            // read from them
    std::optional<PollStatus> poll;
    bool isLoading = false;
    std::optional<Error> error; // what is here may be old then
    quint64 revision = 0; // another one whenever the lane is another, also before that is told

    // Tells lanes apart: a device may have several, each of one action.
    QString key() const
    {
        return actionId ? controllerId + u'\n' + QString::number(*actionId) : controllerId;
    }
    // Of an older action what was installed when; else the device, with the set where the device
    // alone does not tell.
    QString title() const
    {
        if (isOlder && action)
            return action->setTitle() + QStringLiteral("  ") + dayAndTime(action->createdAt);
        const QString name = targetName.isEmpty() ? controllerId : targetName;
        return isOneOfSeveral && action ? name + QStringLiteral("  ") + action->setTitle() : name;
    }

    bool operator==(const TimelineLane &) const = default;
};

} // namespace falconer
