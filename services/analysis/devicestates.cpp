// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/devicestates.h"

#include <algorithm>

namespace falconer {

namespace {

struct Change {
    QDateTime at;
    int from = -1; // a DeviceState, none before the assignment
    int to = 0;
};

DeviceState stateOf(PhaseKind kind)
{
    switch (kind) {
    case PhaseKind::Download:
        return DeviceState::Downloading;
    case PhaseKind::Install:
    case PhaseKind::Installed:
        return DeviceState::Installing;
    default: // downloaded, too: for its window it may wait a week
        return DeviceState::Waiting;
    }
}

DeviceState stateOf(OutcomeKind kind)
{
    switch (kind) {
    case OutcomeKind::Success:
    case OutcomeKind::Downloaded:
        return DeviceState::Finished;
    case OutcomeKind::Error:
        return DeviceState::Failed;
    case OutcomeKind::Canceled:
        return DeviceState::Canceled;
    default:
        return DeviceState::Unknown;
    }
}

// When nobody saw the end: no later than the last that is known.
QDateTime endOf(const Timeline &timeline)
{
    if (timeline.outcome.at.isValid())
        return timeline.outcome.at;
    return timeline.lastReport.isValid() ? timeline.lastReport : timeline.assignedAt;
}

class Changes final {
public:
    explicit Changes(QDateTime now)
        : m_now(std::move(now))
    {
    }

    void add(const Timeline &timeline);
    QList<StatePoint> points(); // all of them

private:
    void enter(const QDateTime &at, DeviceState state);

    QDateTime m_now;
    QList<Change> m_changes;
    QDateTime m_lastAt; // of the present device
    int m_last = -1;
};

void Changes::enter(const QDateTime &at, DeviceState state)
{
    if (!at.isValid() || at > m_now || int(state) == m_last)
        return;
    m_lastAt = m_lastAt.isValid() ? std::max(m_lastAt, at) : at;
    m_changes << Change{ m_lastAt, m_last, int(state) };
    m_last = int(state);
}

void Changes::add(const Timeline &timeline)
{
    m_last = -1;
    m_lastAt = {};
    enter(timeline.assignedAt, DeviceState::Waiting);
    for (const Phase &phase : timeline.phases)
        enter(phase.start, stateOf(phase.kind));
    if (!timeline.isRunning())
        enter(endOf(timeline), stateOf(timeline.outcome.kind));
}

QList<StatePoint> Changes::points()
{
    std::ranges::stable_sort(m_changes, {}, &Change::at);
    QList<StatePoint> points;
    for (const Change &change : std::as_const(m_changes)) {
        if (points.isEmpty() || points.last().at != change.at)
            points << StatePoint{ change.at,
                points.isEmpty() ? StatePoint{}.counts : points.last().counts };
        if (change.from >= 0)
            --points.last().counts[size_t(change.from)];
        ++points.last().counts[size_t(change.to)];
    }
    if (!points.isEmpty() && points.last().at < m_now)
        points << StatePoint{ m_now, points.last().counts };
    return points;
}

// Of each stretch of equal length the last point, and the first of all.
QList<StatePoint> thinned(const QList<StatePoint> &points, qsizetype most)
{
    if (points.size() <= most)
        return points;
    const QDateTime &start = points.first().at;
    const double stretch = double(start.msecsTo(points.last().at)) / double(most - 1);
    const auto stretchOf = [&](const StatePoint &point) {
        return std::min(qsizetype(double(start.msecsTo(point.at)) / stretch), most - 2);
    };
    QList<StatePoint> kept{ points.first() };
    for (qsizetype i = 1; i < points.size(); ++i) {
        const bool isLast = i == points.size() - 1;
        if (isLast || stretchOf(points[i]) != stretchOf(points[i + 1]))
            kept << points[i];
    }
    return kept;
}

} // namespace

DeviceState deviceState(const Timeline &timeline)
{
    if (!timeline.isRunning())
        return stateOf(timeline.outcome.kind);
    return timeline.phases.isEmpty() ? DeviceState::Waiting : stateOf(timeline.phases.last().kind);
}

QList<StatePoint> statesOverTime(
    const QList<Timeline> &timelines, const QDateTime &now, qsizetype mostPoints)
{
    Changes changes(now);
    for (const Timeline &timeline : timelines)
        changes.add(timeline);
    return thinned(changes.points(), std::max<qsizetype>(2, mostPoints));
}

} // namespace falconer
