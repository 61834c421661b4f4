// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace falconer {

// Which moments lie at which pixels. Times are ms on the axis: since the epoch by the clock, else
// since the zero of a lane.
struct TimeScale {
    static constexpr double leastMsPerPixel = 0.5;
    static constexpr double mostMsPerPixel = 24.0 * 3600 * 1000; // a day

    double startMs = 0; // at x = 0
    double msPerPixel = 250;

    double x(double ms) const { return (ms - startMs) / msPerPixel; }
    double time(double x) const { return startMs + x * msPerPixel; }

    // factor above 1 shows less; the moment at x stays where it is.
    TimeScale zoomed(double factor, double x) const;
    TimeScale panned(double pixels) const;
    // Shows all from first to last in a width, with room for words behind the end.
    static TimeScale fitting(double firstMs, double lastMs, int width, int roomBehind);
    // The distance of grid lines, so that they are at least leastPixels apart: 1, 2, 5, 10, 15, 30
    // of a unit that people count in.
    qint64 gridMs(int leastPixels) const;

    bool operator==(const TimeScale &) const = default;
};

} // namespace falconer
