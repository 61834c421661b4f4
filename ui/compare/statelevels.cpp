// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/statelevels.h"

#include "ui/compare/statelook.h"

#include <algorithm>
#include <numeric>

namespace falconer {

QList<QList<QPointF>> stateLevels(const QList<StatePoint> &points)
{
    QList<QList<QPointF>> levels(qsizetype(statesFromBelow.size()) + 1);
    const StatePoint *before = nullptr;
    for (const StatePoint &point : points) {
        const double x = axisMs(point.at);
        int now = 0;
        int then = 0;
        for (qsizetype i = 0; i < levels.size(); ++i) {
            if (before)
                levels[i] << QPointF(x, then);
            levels[i] << QPointF(x, now);
            if (i == levels.size() - 1)
                break;
            const DeviceState state = statesFromBelow[size_t(i)];
            now += point[state];
            then += before ? (*before)[state] : 0;
        }
        before = &point;
    }
    return levels;
}

double axisMs(const QDateTime &time)
{
    return double(time.toMSecsSinceEpoch());
}

int highest(const QList<StatePoint> &points)
{
    if (points.isEmpty())
        return 1;
    const auto &counts = points.last().counts;
    return std::max(1, std::accumulate(counts.begin(), counts.end(), 0));
}

int roundStep(double least)
{
    int power = 1;
    while (power * 10 <= least)
        power *= 10;
    for (const int factor : { 1, 2, 5 }) {
        if (power * factor >= least)
            return power * factor;
    }
    return power * 10;
}

} // namespace falconer
