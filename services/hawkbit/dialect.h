// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/systemconfig.h"
#include "services/hawkbit/userinfo.h"
#include "services/http/client.h"

#include <QString>

namespace falconer {

// What the connected server understands. hawkBit has no version endpoint: found once a connection
// by cheap calls (hawkbit-api 0). Decoders are tolerant; query builders ask this value.
struct Dialect {
    bool detailedActionStatus = true; // >= 0.10: actions have "active" and a detailed "status"
    bool hasAutoAssignments = false;  // after 1.1

    // The RSQL that selects running actions.
    QString runningActionsFilter() const;
    // What to show of it: "1.0 dialect", "0.9 dialect".
    QString name() const;

    bool operator==(const Dialect &) const = default;
};

// What a rightly signed-in session knows of its server.
struct ServerFacts {
    UserInfo user;
    Dialect dialect;
    SystemConfig config;

    // Whether one of the spellings of this right is granted; "READ_TARGET" style, roles expanded.
    // True when the server does not tell rights (before 0.9).
    bool mayAssign() const; // UPDATE_TARGET and READ_DISTRIBUTION_SET (READ_REPOSITORY)
    bool mayUpdateTargets() const;
    bool confirmationFlow() const; // the tenant has "confirmation required"

    bool operator==(const ServerFacts &) const = default;
};

// Signs in and asks what the server can: userinfo first (its failure is the answer), then the rest.
// A failure of a later step is no failure of the probe.
[[nodiscard]] Call probeServer(Client &client, std::function<void(Result<ServerFacts>)> done);

} // namespace falconer
