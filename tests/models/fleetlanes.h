// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanelist.h"
#include "services/time/utc.h"
#include "tests/support/devicehistories.h"

#include <QSet>

#include <algorithm>
#include <memory>

namespace falconer {

inline std::unique_ptr<FixedLanes> fixed(const QList<TimelineLane> &lanes)
{
    auto made = std::make_unique<FixedLanes>();
    made->setLanes(lanes);
    return made;
}

// When the first device of the recorded fleet of 200 was assigned, UTC.
inline QDateTime fleetStart()
{
    return QDateTime::fromMSecsSinceEpoch(1'795'334'436'118, inUtc);
}

// The recorded fleet as it was seen some seconds after its start: what was reported later is not
// known yet. most: of each kind of device; 0: all.
inline QList<TimelineLane> fleetLanes(int seconds, int most = 0)
{
    const QDateTime now = fleetStart().addSecs(seconds);
    const QString fleet = QStringLiteral("ddi-scripted-fleet-200");
    QHash<QString, int> taken;
    QList<TimelineLane> lanes;
    for (DeviceHistory &history : loadDeviceHistories(fleet)) {
        if (most > 0 && taken[history.kind]++ >= most)
            continue;
        const qsizetype all = history.statuses.size();
        erase_if(history.statuses,
            [&now](const ActionStatus &status) { return status.reportedAt > now; });
        if (history.statuses.isEmpty())
            continue;
        if (history.statuses.size() < all && !history.action.active) {
            history.action.active = true;
            history.action.status = QStringLiteral("retrieved");
        }
        history.action.controllerId = history.name;
        TimelineLane lane{
            .controllerId = history.name, .action = history.action, .statuses = history.statuses
        };
        lane.timeline = buildTimeline(*lane.action, lane.statuses);
        if (history.kind != QLatin1String("offline"))
            lane.poll = PollStatus{ .lastRequestAt = now.addMSecs(-400),
                .nextExpectedRequestAt = now.addMSecs(600) };
        lanes << lane;
    }
    return lanes;
}

// Of the same only those that finished in the end.
inline QList<TimelineLane> soundFleetLanes(int seconds)
{
    QSet<QString> sound;
    for (const DeviceHistory &history :
        loadDeviceHistories(QStringLiteral("ddi-scripted-fleet-200"))) {
        if (history.statuses.first().type == QLatin1String("finished"))
            sound << history.name;
    }
    QList<TimelineLane> lanes = fleetLanes(seconds);
    erase_if(
        lanes, [&sound](const TimelineLane &lane) { return !sound.contains(lane.controllerId); });
    return lanes;
}

} // namespace falconer
