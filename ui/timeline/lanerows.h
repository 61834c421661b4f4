// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/laneorder.h"
#include "ui/timeline/timelinegeometry.h"

#include <optional>

namespace falconer {

enum class LaneDensity { Automatic, Detailed, Compact };

// How lanes are put below each other.
struct LaneArrangement {
    std::optional<LaneSort> sort;  // nothing: as they were chosen, in groups by name
    std::optional<LaneSort> group; // State or Type; nothing: none
    LaneDensity density = LaneDensity::Automatic;

    bool operator==(const LaneArrangement &) const = default;
};

// A lane, or the head of a group of them.
struct LaneRow {
    int lane = -1;   // -1: a head
    LaneGroup group; // of a head
    int top = 0;     // below the first row's
    int height = 0;
};

// The rows of a timeline from top to bottom, with or without groups.
class LaneRows final {
public:
    static constexpr int headHeight = 22;
    static constexpr int mostDetailed = 40; // lanes, where density is automatic

    // keys: of all lanes, in the order in which they were chosen.
    void arrange(const QList<LaneKey> &keys, const LaneArrangement &arrangement);

    const QList<LaneRow> &rows() const { return m_rows; }
    const LaneMetrics &metrics() const { return *m_metrics; }
    int height() const;
    int rowAt(int y) const;    // -1: below the last one
    int rowOf(int lane) const; // -1: no such lane
    // The lane above (-1) or below (1) a lane, or the same one at the end.
    int neighbour(int lane, int direction) const;

private:
    void addHead(const LaneGroup &group);
    void addLane(int lane);

    QList<LaneRow> m_rows;
    QList<int> m_rowOfLane;
    const LaneMetrics *m_metrics = &detailedLane;
};

} // namespace falconer
