// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/laneinsight.h"
#include "ui/timeline/timescale.h"

#include <QDateTime>
#include <QList>
#include <QRectF>

namespace falconer {

enum class BarKind : quint8 { Download, Outer, Inner, Quiet };
enum class BarEnd : quint8 { Closed, Running, Silent, NotReported };

// Something that took time, in the two rows of a lane: outer steps (and the download) above, inner
// steps below. Quiet ones are lines: the device waits for something.
struct Bar {
    BarKind kind = BarKind::Outer;
    BarEnd end = BarEnd::Closed;
    bool failed = false;
    qint64 startMs = 0; // since the epoch
    qint64 endMs = 0;
    int step = -1;  // index into Timeline::steps
    int phase = -1; // index into Timeline::phases

    bool operator==(const Bar &) const = default;
};

// A bar on the screen. Bars of one row that would share their pixels are one.
struct PlacedBar {
    Bar bar;     // the first of them
    QRectF rect; // in the lane: y from its top
    int count = 1;
    bool isNext = false; // inner steps alternate in colour
};

// Where the rows of a lane lie, in pixels from its top.
struct LaneMetrics {
    static constexpr double leastBarWidth = 3;

    int height;
    int outerTop;
    int outerHeight;
    int innerTop;
    int innerHeight;

    double middle() const { return outerTop + outerHeight / 2.0; }
    int innerEnd() const { return innerTop + innerHeight; }
};
inline constexpr LaneMetrics detailedLane{ 38, 8, 11, 21, 9 };
inline constexpr LaneMetrics compactLane{ 20, 3, 8, 12, 4 }; // hundreds of them: no words in bars

// What the duration of a bar is of.
StepKey keyOf(const Timeline &timeline, const Bar &bar);

// Whether a device that began tells nothing for too long: its last report is all that is known.
bool isSilent(const Timeline &timeline, const Attention &attention);
// Whether the action was ended by people long after its device fell silent: what lies between is
// nothing to look at.
bool endedUnheard(const Timeline &timeline);

// What is drawn of a history, in ms since the epoch. What runs ends at now, unless the device is
// silent: then with its last report.
QList<Bar> barsOf(const Timeline &timeline, const QDateTime &now, bool silent = false);

// The zero of a lane on an axis, ms since the epoch; 0 by the clock. A lane that has not come so
// far yet has it now, and one that never will at its end: what it did lies before.
qint64 laneZero(const Timeline &timeline, LaneAlignment alignment, const QDateTime &now);
// Where a lane ends: its end, its last report, or now while it runs.
qint64 laneEnd(const Timeline &timeline, const QDateTime &now);

// What the axis must show, in ms on it, so that all that was reported is seen.
struct TimeExtent {
    double firstMs = 0;
    double lastMs = 1'000;
};
TimeExtent extentOf(const LaneList &lanes, const LaneInsight &insight, LaneAlignment alignment,
    const QDateTime &now);

// Puts bars on the screen, minimal widths and merging included; what lies outside of 0 to width is
// left out.
QList<PlacedBar> placeBars(const QList<Bar> &bars, qint64 zeroMs, const TimeScale &scale,
    double width, const LaneMetrics &metrics = detailedLane);

// The bar at a place in the lane, else -1. Short bars are caught from 2 px around.
int barAt(const QList<PlacedBar> &bars, QPointF place);

} // namespace falconer
