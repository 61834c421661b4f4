// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ddi/devicefleet.h"
#include "services/simulator/demofleet.h"
#include "services/simulator/server.h"

#include <memory>

namespace falconer {

struct DemoServerOptions {
    DemoOptions fleet;
    quint16 port = 0; // 0: any free one
    double speed = 1; // of the devices; tests want it faster
};

// The demo: a simulated server on loopback and devices that poll, download and install over it.
// Devices poll once a minute; the server nudges those for which something new waits, so that an
// assignment is picked up within three seconds. All ends with its destruction.
class DemoServer final {
public:
    explicit DemoServer(const DemoServerOptions &options = {});
    ~DemoServer();
    DemoServer(const DemoServer &) = delete;
    DemoServer &operator=(const DemoServer &) = delete;

    bool isRunning() const { return m_devices != nullptr; } // false: the port was taken
    QUrl url() const;
    Credentials credentials() const; // of the administrator
    SimulatorServer &server() { return m_server; }

private:
    void startDevices(double speed);

    DemoLayout m_layout;
    SimulatorServer m_server;
    std::unique_ptr<DeviceFleet> m_devices;
};

} // namespace falconer
