// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/laneorder.h"

#include <algorithm>
#include <numeric>

namespace falconer {

namespace {

LaneState stateOf(const Timeline &timeline, const Attention &attention)
{
    switch (timeline.outcome.kind) {
    case OutcomeKind::Success:
    case OutcomeKind::Downloaded:
        return LaneState::Finished;
    case OutcomeKind::Error:
        return LaneState::Failed;
    case OutcomeKind::Canceled:
        return LaneState::Canceled;
    case OutcomeKind::Unknown:
        return LaneState::Unknown;
    case OutcomeKind::Running:
        break;
    }
    if (attention.needsPerson)
        return LaneState::NeedsPerson;
    switch (attention.state) {
    case ActionState::Scheduled:
    case ActionState::WaitingForConfirmation:
    case ActionState::WaitingForWindow:
    case ActionState::WaitingForDevice:
        return LaneState::Waiting;
    default:
        return LaneState::Running;
    }
}

qsizetype endOfDigits(const QString &text, qsizetype from)
{
    while (from < text.size() && text[from].isDigit())
        ++from;
    return from;
}

qsizetype endOfZeros(const QString &text, qsizetype from)
{
    while (from < text.size() && text[from] == u'0')
        ++from;
    return from;
}

// Runs of digits by their value, which may be larger than any number type.
int compareNumbers(const QString &a, qsizetype &i, const QString &b, qsizetype &j)
{
    const qsizetype endA = endOfDigits(a, i);
    const qsizetype endB = endOfDigits(b, j);
    const QStringView digitsA = QStringView(a).mid(i, endA - i).mid(endOfZeros(a, i) - i);
    const QStringView digitsB = QStringView(b).mid(j, endB - j).mid(endOfZeros(b, j) - j);
    i = endA;
    j = endB;
    if (digitsA.size() != digitsB.size())
        return digitsA.size() < digitsB.size() ? -1 : 1;
    return digitsA.compare(digitsB);
}

int compareNames(const QString &a, const QString &b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i].isDigit() && b[j].isDigit()) {
            if (const int numbers = compareNumbers(a, i, b, j); numbers != 0)
                return numbers;
        } else if (a[i] != b[j]) {
            return a[i] < b[j] ? -1 : 1;
        } else {
            ++i;
            ++j;
        }
    }
    const qsizetype rest = (a.size() - i) - (b.size() - j);
    return rest != 0 ? (rest < 0 ? -1 : 1) : a.compare(b); // "01" and "1"
}

bool lacks(const LaneKey &lane, LaneSort sort)
{
    switch (sort) {
    case LaneSort::Duration:
        return !lane.duration;
    case LaneSort::LastActivity:
        return !lane.lastActivity.isValid();
    case LaneSort::Type:
        return lane.type.isEmpty();
    default:
        return false;
    }
}

template <typename T> int compareValues(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int compareBy(const LaneKey &a, const LaneKey &b, LaneSort sort)
{
    switch (sort) {
    case LaneSort::State:
        return compareValues(a.state, b.state);
    case LaneSort::Duration:
        return compareValues(*a.duration, *b.duration);
    case LaneSort::LastActivity:
        return compareValues(a.lastActivity, b.lastActivity);
    case LaneSort::Type:
        return compareNames(a.type, b.type);
    case LaneSort::Name:
        break;
    }
    return compareNames(a.controllerId, b.controllerId);
}

} // namespace

LaneKey laneKey(const QString &controllerId, const QString &type, const Timeline &timeline,
    const Attention &attention, const QDateTime &now)
{
    LaneKey key;
    key.controllerId = controllerId;
    key.type = type;
    key.state = stateOf(timeline, attention);
    key.lastActivity = timeline.lastReport.isValid() ? timeline.lastReport : timeline.assignedAt;
    if (timeline.outcome.at.isValid())
        key.lastActivity = timeline.outcome.at;
    const QDateTime end = timeline.isRunning() ? now : key.lastActivity;
    if (timeline.workStart.isValid())
        key.duration = std::max<qint64>(0, timeline.workStart.msecsTo(end));
    return key;
}

bool isLaneBefore(const LaneKey &a, const LaneKey &b, LaneSort sort, Qt::SortOrder order)
{
    const bool lacksA = lacks(a, sort);
    const bool lacksB = lacks(b, sort);
    if (lacksA != lacksB)
        return lacksB;
    const int compared = lacksA ? 0 : compareBy(a, b, sort);
    if (compared != 0)
        return order == Qt::AscendingOrder ? compared < 0 : compared > 0;
    return compareNames(a.controllerId, b.controllerId) < 0;
}

QList<qsizetype> laneOrder(const QList<LaneKey> &lanes, LaneSort sort, Qt::SortOrder order)
{
    QList<qsizetype> positions(lanes.size());
    std::iota(positions.begin(), positions.end(), 0);
    std::ranges::stable_sort(positions,
        [&](qsizetype a, qsizetype b) { return isLaneBefore(lanes[a], lanes[b], sort, order); });
    return positions;
}

QList<LaneGroup> groupLanes(
    const QList<LaneKey> &lanes, LaneSort group, LaneSort sort, Qt::SortOrder order)
{
    const bool byState = group == LaneSort::State;
    const bool byType = group == LaneSort::Type;
    QList<qsizetype> positions = laneOrder(lanes, sort, order);
    if (byState || byType) {
        std::ranges::stable_sort(positions, [&](qsizetype a, qsizetype b) {
            const bool lackA = lacks(lanes[a], group);
            const bool lackB = lacks(lanes[b], group);
            if (lackA || lackB)
                return lackB && !lackA;
            return compareBy(lanes[a], lanes[b], group) < 0;
        });
    }
    QList<LaneGroup> groups;
    for (const qsizetype position : std::as_const(positions)) {
        const LaneState state = byState ? lanes[position].state : LaneState::Unknown;
        const QString type = byType ? lanes[position].type : QString();
        if (groups.isEmpty() || groups.last().state != state || groups.last().type != type)
            groups << LaneGroup{ state, type, {} };
        groups.last().lanes << position;
    }
    return groups;
}

} // namespace falconer
