// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/dialect.h"
#include "services/hawkbit/distributionsets.h"
#include "services/http/client.h"

#include <functional>
#include <optional>

namespace falconer {

// What invalidating a set would stop. A count that could not be read is missing.
struct InvalidationImpact {
    std::optional<qint64> runningActions;  // not ended, those that are being canceled among them
    std::optional<qint64> canceling;       // of them; Soft leaves them as they are, Force ends them
    std::optional<qint64> rollouts;        // not ended
    std::optional<qint64> autoAssignments; // removed whatever becomes of the actions

    bool operator==(const InvalidationImpact &) const = default;
};

// running: as the list of actions counts them. The statistics alone do not tell: an action that
// ended may stand among the retrieved ones (hawkbit-api 1.4); they are taken where there is nothing
// better.
InvalidationImpact invalidationImpact(
    const std::optional<DistributionSetStatistics> &statistics, std::optional<qint64> running);

// Asks the server for it: two requests, side by side. Statistics are unknown before 0.3.0M9.
class InvalidationGatherer final {
public:
    using Done = std::function<void(const InvalidationImpact &)>;

    void start(Client &client, const Dialect &dialect, qint64 setId, Done done);
    void stop();

private:
    void answered();

    Done m_done;
    std::optional<DistributionSetStatistics> m_statistics;
    std::optional<qint64> m_running;
    int m_open = 0;
    Call m_statisticsCall;
    Call m_actionsCall;
};

} // namespace falconer
