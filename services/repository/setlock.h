// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "services/http/client.h"

#include <functional>
#include <optional>

namespace falconer {

// Locks a set, which locks its modules too; or unlocks it and then each of its locked modules, one
// request after another, since the server leaves those locked (hawkbit-api 1.10). A step that fails
// ends it: what was unlocked before stays so, and asking again goes on.
class SetLock final {
public:
    using Done = std::function<void(const std::optional<Error> &)>;

    void lock(Client &client, qint64 setId, Done done);
    // withModules false: only the set, whose modules can then be exchanged but not changed.
    void unlock(Client &client, const DistributionSet &set, bool withModules, Done done);
    void stop() { m_call = {}; }

private:
    void unlockNext();
    void finish(const std::optional<Error> &error);

    Client *m_client = nullptr;
    Done m_done;
    QList<qint64> m_modules; // still to be unlocked
    Call m_call;
};

} // namespace falconer
