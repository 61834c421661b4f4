// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timescale.h"

#include <algorithm>
#include <array>

namespace falconer {

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

constexpr std::array steps{ qint64(1), qint64(2), qint64(5), qint64(10), qint64(20), qint64(50),
    qint64(100), qint64(200), qint64(500), second, 2 * second, 5 * second, 10 * second, 15 * second,
    30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour,
    2 * hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 28 * day };

} // namespace

TimeScale TimeScale::zoomed(double factor, double x) const
{
    const double perPixel = std::clamp(msPerPixel / factor, leastMsPerPixel, mostMsPerPixel);
    return { .startMs = time(x) - x * perPixel, .msPerPixel = perPixel };
}

TimeScale TimeScale::panned(double pixels) const
{
    return { .startMs = startMs + pixels * msPerPixel, .msPerPixel = msPerPixel };
}

TimeScale TimeScale::fitting(double firstMs, double lastMs, int width, int roomBehind)
{
    constexpr double margin = 14; // pixels before the first moment
    // The words may take half of the width at most.
    const double room = std::min<double>(roomBehind, width / 2.0);
    const double pixels = std::max(width - margin - room, 40.0);
    const double perPixel
        = std::clamp(std::max(lastMs - firstMs, 1.0) / pixels, leastMsPerPixel, mostMsPerPixel);
    return { .startMs = firstMs - margin * perPixel, .msPerPixel = perPixel };
}

qint64 TimeScale::gridMs(int leastPixels) const
{
    const auto wide = std::ranges::find_if(steps,
        [this, leastPixels](qint64 step) { return double(step) / msPerPixel >= leastPixels; });
    return wide == steps.end() ? steps.back() : *wide;
}

} // namespace falconer
