// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/dialect.h"

#include <QObject>

#include <functional>
#include <vector>

namespace falconer {

// The steps of probeServer(): signs in, then asks three things side by side. Lives until it has
// answered or its Call was dropped, and not longer than the client.
class ServerProbe final : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(Result<ServerFacts>)>;

    [[nodiscard]] static Call start(Client &client, Done done);

private:
    ServerProbe(Client &client, Done done);

    void signIn();
    void askWhatItCan(UserInfo user);
    void askGroups();
    void askAutoAssignments();
    void askConfig();
    void stepDone();
    void finish(Result<ServerFacts> facts);
    void stop();

    Client &m_client;
    Done m_done;
    std::vector<Call> m_calls;
    int m_waitingFor = 0;
    ServerFacts m_facts;
};

} // namespace falconer
