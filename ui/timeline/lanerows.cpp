// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/lanerows.h"

#include <algorithm>

namespace falconer {

namespace {

bool isCompact(LaneDensity density, qsizetype lanes)
{
    return density == LaneDensity::Compact
        || (density == LaneDensity::Automatic && lanes > LaneRows::mostDetailed);
}

// The slow and the recent ones first, as they are what one looks for.
Qt::SortOrder directionOf(LaneSort sort)
{
    return sort == LaneSort::Duration || sort == LaneSort::LastActivity ? Qt::DescendingOrder
                                                                        : Qt::AscendingOrder;
}

} // namespace

void LaneRows::arrange(const QList<LaneKey> &keys, const LaneArrangement &arrangement)
{
    m_rows.clear();
    m_rowOfLane.fill(-1, keys.size());
    m_metrics = isCompact(arrangement.density, keys.size()) ? &compactLane : &detailedLane;
    const LaneSort sort = arrangement.sort.value_or(LaneSort::Name);
    if (arrangement.group) {
        for (const LaneGroup &group :
            groupLanes(keys, *arrangement.group, sort, directionOf(sort))) {
            addHead(group);
            for (const qsizetype lane : group.lanes)
                addLane(int(lane));
        }
    } else if (arrangement.sort) {
        for (const qsizetype lane : laneOrder(keys, sort, directionOf(sort)))
            addLane(int(lane));
    } else {
        for (int lane = 0; lane < keys.size(); ++lane)
            addLane(lane);
    }
}

void LaneRows::addHead(const LaneGroup &group)
{
    m_rows << LaneRow{ .group = group, .top = height(), .height = headHeight };
}

void LaneRows::addLane(int lane)
{
    m_rowOfLane[lane] = int(m_rows.size());
    m_rows << LaneRow{ .lane = lane, .top = height(), .height = m_metrics->height };
}

int LaneRows::height() const
{
    return m_rows.isEmpty() ? 0 : m_rows.last().top + m_rows.last().height;
}

int LaneRows::rowAt(int y) const
{
    const auto below = std::ranges::upper_bound(m_rows, y, {}, &LaneRow::top);
    if (y < 0 || below == m_rows.begin() || y >= height())
        return -1;
    return int(below - m_rows.begin()) - 1;
}

int LaneRows::rowOf(int lane) const
{
    return m_rowOfLane.value(lane, -1);
}

int LaneRows::neighbour(int lane, int direction) const
{
    for (int row = rowOf(lane) + direction; row >= 0 && row < m_rows.size(); row += direction) {
        if (m_rows[row].lane >= 0)
            return m_rows[row].lane;
    }
    return lane;
}

} // namespace falconer
