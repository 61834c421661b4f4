// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanelist.h"
#include "ui/timeline/timescale.h"

#include <QDateTime>
#include <QList>
#include <QRectF>

namespace falconer {

enum class BarKind { Download, Outer, Inner, Quiet };
enum class BarEnd { Closed, Running, Silent, NotReported };

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

namespace LaneMetrics {
inline constexpr int height = 38;
inline constexpr int outerTop = 8;
inline constexpr int outerHeight = 11;
inline constexpr int innerTop = 21;
inline constexpr int innerHeight = 9;
inline constexpr double leastBarWidth = 3;
} // namespace LaneMetrics

// A device that told nothing for so long is called silent; less is usual inside a step.
inline constexpr qint64 silentAfterMs = 120'000;

bool isSilent(const Timeline &timeline, const QDateTime &now);

// What is drawn of a history, in ms since the epoch. What runs ends at now, unless the device is
// silent: then with its last report.
QList<Bar> barsOf(const Timeline &timeline, const QDateTime &now);

// The zero of a lane on an axis, ms since the epoch; 0 by the clock.
qint64 laneZero(const Timeline &timeline, TimeAxis axis);
// Whether the action was ended by people long after its device fell silent: what lies between is
// nothing to look at.
bool endedUnheard(const Timeline &timeline);

// Where a lane ends: its end, its last report, or now while it runs.
qint64 laneEnd(const Timeline &timeline, const QDateTime &now);

// What the axis must show, in ms on it, so that all that was reported is seen.
struct TimeExtent {
    double firstMs = 0;
    double lastMs = 1'000;
};
TimeExtent extentOf(const LaneList &lanes, TimeAxis axis, const QDateTime &now);

// Puts bars on the screen, minimal widths and merging included; what lies outside of 0 to width is
// left out.
QList<PlacedBar> placeBars(
    const QList<Bar> &bars, qint64 zeroMs, const TimeScale &scale, double width);

// The bar at a place in the lane, else -1. Short bars are caught from 2 px around.
int barAt(const QList<PlacedBar> &bars, QPointF place);

} // namespace falconer
