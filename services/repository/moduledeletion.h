// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/http/client.h"

#include <functional>
#include <optional>

namespace falconer {

// The distribution sets that hold a module, as many as a page has.
Request<Page<DistributionSet>> listSetsWith(qint64 softwareModuleId);

// Whether it stands against the deletion of its modules until it is deleted itself: no change of an
// invalidated set is taken, so it stays locked.
bool staysLocked(const DistributionSet &set);

// Deletes a module, after unlocking the sets that stand against it, which stay unlocked. What is
// gone already is as it was wanted.
class ModuleDeletion final {
public:
    // Runs once, never before remove() returned.
    using Done = std::function<void(const std::optional<Error> &)>;

    void remove(Client &client, qint64 moduleId, const QList<qint64> &lockedSets, Done done);

private:
    void next();
    void finish(const std::optional<Error> &error);

    Client *m_client = nullptr;
    qint64 m_module = 0;
    QList<qint64> m_locked; // still to be unlocked
    Done m_done;
    Call m_call;
};

} // namespace falconer
