// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/hawkbit/pagewalk.h"

#include <QSet>

#include <optional>

namespace falconer {

// Which sets somebody means: those at hand, ids of others, or all that match a filter but some.
struct SetSelection {
    QList<DistributionSet> sets;
    QList<qint64> ids;             // selected, their values are not at hand
    std::optional<QString> filter; // RSQL, instead of both
    QSet<qint64> excluded;         // of the filter
    qint64 count = 0;              // all of them, those whose ids are not known yet among them

    // Whether the values of all are at hand.
    bool isAtHand() const { return !filter && sets.size() == count; }
    bool isBeingRead() const { return !filter && sets.size() + ids.size() < count; }

    bool operator==(const SetSelection &) const = default;
};

// Finds the values of selected sets: what a sheet must know before it can say what it would do to
// them. Of those that match a filter it takes no more than limit and says so. Dropping it ends it.
class SelectedSets final {
public:
    static constexpr qsizetype limit = 1'000;

    struct Found {
        QList<DistributionSet> sets;
        bool limited = false;
    };
    using Done = std::function<void(const Result<Found> &)>;

    // Asks, so not for what is at hand. Runs done once, never before find() returned.
    void find(Client &client, const SetSelection &selection, Done done);

private:
    bool take(const Page<DistributionSet> &page);

    SetSelection m_selection;
    Found m_found;
    Done m_done;
    PageWalk<DistributionSet> m_walk;
};

} // namespace falconer
