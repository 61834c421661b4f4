// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ddi/deviceprofile.h"
#include "services/http/clientoptions.h"

#include <QThread>

#include <functional>
#include <memory>
#include <optional>

namespace falconer {

struct DeviceFleetOptions {
    QUrl server;
    Credentials credentials; // a gateway token, as all devices share one client
    DevicePace pace;
    int firstPollsWithinMs = 60'000; // the first polls are spread over this time
    // Looks up a device that is nudged but not yet awake; called in the fleet's thread. Nothing:
    // such devices stay asleep.
    std::function<std::optional<DeviceProfile>(const QString &controllerId)> wake;
};

// Thousands of virtual devices in one worker thread, with one client and one timer. They poll as
// seldom as the server tells them; who knows of news for a device nudges it, as a push channel
// would, and it polls within a few seconds. Ends, thread and all, with its destruction.
class DeviceFleet final {
public:
    DeviceFleet(DeviceFleetOptions options, QList<DeviceProfile> devices);
    ~DeviceFleet();
    DeviceFleet(const DeviceFleet &) = delete;
    DeviceFleet &operator=(const DeviceFleet &) = delete;

    void nudge(const QString &controllerId); // from any thread

private:
    class Worker;

    QThread m_thread;
    std::unique_ptr<Worker> m_worker; // lives in the thread
};

} // namespace falconer
