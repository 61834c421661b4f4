// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/repository/takenname.h"

namespace falconer {

// What has to change for a set to be as it is wanted; type and modules are left alone.
DistributionSetChange setChange(const DistributionSet &set, const NewDistributionSet &wanted);

// Creates a set. When the answer is lost, or an earlier one was and the name is taken now, the set
// is looked for: one of the same type and modules is the one that was made, and gets what was
// wanted otherwise since. Dropping it ends it.
class SetCreation final {
public:
    using Done = std::function<void(const Result<DistributionSet> &)>;

    // Runs done once, never before create() returned.
    void create(Client &client, const NewDistributionSet &wanted, Done done);

private:
    void failed(const Error &error);
    void look(const Error &error);
    void found(const DistributionSet &set, const Error &error);
    void finish(const Result<DistributionSet> &result);

    Client *m_client = nullptr;
    NewDistributionSet m_wanted;
    Done m_done;
    bool m_mayBeThere = false; // under the wanted name: the answer of an earlier request was lost
    TakenName m_look;
    Call m_call;
};

} // namespace falconer
