// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/http/client.h"

#include <functional>
#include <vector>

namespace falconer {

// What deleting a set does to it, as far as its statistics tell.
struct SetFate {
    enum class Kind {
        Unknown, // the server did not say
        Gone,    // never assigned: it goes, and its name is free again
        Hidden,  // assigned once: only hidden, and its name and version stay taken
    };

    DistributionSet set;
    Kind kind = Kind::Unknown;
    qint64 autoAssignments = 0; // target filters that assign it by themselves
    qint64 runningActions = 0;  // not ended: devices go on with them

    bool operator==(const SetFate &) const = default;
};

SetFate setFate(const DistributionSet &set, const Result<DistributionSetStatistics> &use);

// Asks the server for the fates of several sets: a request each, side by side. Of more than limit
// the rest stays unknown. Dropping it ends that.
class SetFates final {
public:
    static constexpr qsizetype limit = 200;

    using Done = std::function<void(const QList<SetFate> &)>; // in the order of the sets

    void read(Client &client, const QList<DistributionSet> &sets, Done done);

private:
    Done m_done;
    QList<SetFate> m_fates;
    qsizetype m_open = 0;
    std::vector<Call> m_calls;
};

} // namespace falconer
