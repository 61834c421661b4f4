// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

#include <functional>
#include <memory>

namespace falconer {

// hawkBit in a box: the fleet behind HTTP on loopback, with cpp-httplib in threads of its own. One
// mutex around the fleet: a rule runs alone. Never touches a QObject of another thread.
class SimulatorServer final {
public:
    explicit SimulatorServer(std::unique_ptr<Fleet> fleet);
    ~SimulatorServer();
    SimulatorServer(const SimulatorServer &) = delete;
    SimulatorServer &operator=(const SimulatorServer &) = delete;

    // Listens on 127.0.0.1; port 0: any free one. False when the port is taken. Returns as soon as
    // connections are accepted.
    bool start(quint16 port = 0);
    void stop();
    quint16 port() const;

    // Looks at or changes the fleet from any thread, between two requests.
    void withFleet(const std::function<void(Fleet &)> &visit);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace falconer
