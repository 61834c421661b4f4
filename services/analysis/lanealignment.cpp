// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/lanealignment.h"

#include <algorithm>

namespace falconer {

namespace {

QDateTime installStart(const Timeline &timeline)
{
    const auto &phases = timeline.phases;
    auto last = std::find_if(phases.rbegin(), phases.rend(),
        [](const Phase &phase) { return phase.kind == PhaseKind::Install; });
    if (last == phases.rend())
        return {};
    // Within an attempt it may have been interrupted: the first time is its begin.
    const auto first = std::ranges::find_if(phases, [&last](const Phase &phase) {
        return phase.kind == PhaseKind::Install && phase.attempt == last->attempt;
    });
    return first->start;
}

} // namespace

QDateTime laneOrigin(const Timeline &timeline, LaneAlignment alignment)
{
    switch (alignment) {
    case LaneAlignment::Assignment:
        return timeline.assignedAt;
    case LaneAlignment::FirstContact:
        return timeline.firstReport;
    case LaneAlignment::InstallStart:
        return installStart(timeline);
    case LaneAlignment::WallClock:
        break;
    }
    return {};
}

} // namespace falconer
