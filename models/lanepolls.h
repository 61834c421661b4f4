// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/targets.h"
#include "services/live/feed.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace falconer {

// When the devices of lanes polled last, in one request a tick for all of them. Without it, polls
// that came since a device was selected would count as missed.
class LanePolls final {
public:
    static constexpr int mostTargets = 200; // as many as there are lanes

    using Found = std::function<void(const Target &target)>;

    LanePolls(Feed &feed, Found found);

    // Instead of those before; none: nothing is asked for.
    void watch(const QStringList &controllerIds);

private:
    Feed &m_feed;
    Found m_found;
    QStringList m_watched;
    std::vector<Call> m_calls;
};

} // namespace falconer
