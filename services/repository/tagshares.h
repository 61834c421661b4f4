// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsettags.h"
#include "services/http/client.h"

#include <functional>
#include <vector>

namespace falconer {

// A tag of distribution sets, and how many of some sets have it.
struct TagShare {
    DistributionSetTag tag;
    qint64 having = 0;
    qint64 of = 0;

    bool isGiven() const { return having == of; } // to all of them

    bool operator==(const TagShare &) const = default;
};

// Asks for all tags and which of them these sets have; of several sets each tag that one of them
// has is then counted. Asking again or dropping it ends what it asks.
class TagShares final {
public:
    static constexpr qsizetype limit = 500; // sets: their ids have to fit into an address

    using Done = std::function<void(const Result<QList<TagShare>> &)>; // by name

    void read(Client &client, const QList<qint64> &sets, Done done);
    void stop() { m_calls.clear(); }

private:
    void readTags(const ListQuery &query, QList<DistributionSetTag> &tags);
    void match();
    void count(qsizetype index);
    void ended();
    void finish(const Result<QList<TagShare>> &result);

    Client *m_client = nullptr;
    QString m_filter; // the sets
    qint64 m_sets = 0;
    QList<DistributionSetTag> m_all;
    QList<DistributionSetTag> m_given; // to one of them at least
    QList<TagShare> m_shares;
    qsizetype m_open = 0;
    std::vector<Call> m_calls;
    Done m_done;
};

} // namespace falconer
