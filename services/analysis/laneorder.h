// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/attention.h"

#include <Qt>

namespace falconer {

// What a lane is put in order by. Also the groups, all but Name, Duration and LastActivity.
enum class LaneSort { Name, State, Duration, LastActivity, Type };

// States as lanes are ordered and grouped by: first what somebody must look at.
enum class LaneState { NeedsPerson, Failed, Running, Waiting, Canceled, Finished, Unknown };

// A lane as far as its place is concerned.
struct LaneKey {
    QString controllerId;
    LaneState state = LaneState::Unknown;
    std::optional<qint64> duration; // ms of work so far or until the end, nothing: not begun
    QDateTime lastActivity;         // UTC: the end, the last report or the assignment
    QString type;                   // the target's type, may be empty
};

LaneKey laneKey(const QString &controllerId, const QString &type, const Timeline &timeline,
    const Attention &attention, const QDateTime &now);

// A strict weak order on values: lanes without what is sorted by stand last in both directions, and
// equal ones by their name, upwards. Names count as people do: "press-2" before "press-10".
bool isLaneBefore(
    const LaneKey &a, const LaneKey &b, LaneSort sort, Qt::SortOrder order = Qt::AscendingOrder);

// The positions of the lanes in order. O(n log n).
QList<qsizetype> laneOrder(
    const QList<LaneKey> &lanes, LaneSort sort, Qt::SortOrder order = Qt::AscendingOrder);

// Lanes that share a state or a type.
struct LaneGroup {
    LaneState state = LaneState::Unknown; // when grouped by state
    QString type;                         // when grouped by type; empty: without one
    QList<qsizetype> lanes;               // positions, in order

    bool operator==(const LaneGroup &) const = default;
};

// Grouped by state or type, sorted inside; by anything else there is one group. Empty groups are
// left out, the one without a type is last. O(n log n).
QList<LaneGroup> groupLanes(const QList<LaneKey> &lanes, LaneSort group, LaneSort sort,
    Qt::SortOrder order = Qt::AscendingOrder);

} // namespace falconer
