// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinelane.h"
#include "services/time/utc.h"
#include "tests/support/devicehistories.h"
#include "ui/timeline/lanewords.h"

namespace falconer {

// A lane with the history that a real client left (tests/data/devices), named as its file.
inline TimelineLane recordedLane(const QString &file)
{
    const DeviceHistory history = loadDeviceHistory(file);
    return { .controllerId = file,
        .targetName = file,
        .action = history.action,
        .statuses = history.statuses,
        .timeline = buildTimeline(history.action, history.statuses) };
}

// A moment after all of them.
inline QDateTime afterRecordings()
{
    return QDateTime::fromMSecsSinceEpoch(1'795'350'000'000, inUtc);
}

// What is known of a lane at a moment, by itself alone.
inline LaneMoment momentOf(const TimelineLane &lane, const QDateTime &now)
{
    return { now, attentionOf({ *lane.action, lane.timeline, lane.poll }, {}, now) };
}

} // namespace falconer
