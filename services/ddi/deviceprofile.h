// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ddi/ddi.h"
#include "services/ddi/devicescript.h"

namespace falconer {

// One virtual device: who it is and how it behaves.
struct DeviceProfile {
    DdiDevice device;
    Temper temper = Temper::Normal;
    RaucVersion rauc = RaucVersion::V1_8;
    quint32 seed = 0;
    QMap<QString, QString> attributes; // sent when the server asks for them
    bool confirms = true;              // what it answers when a deployment needs confirmation

    bool operator==(const DeviceProfile &) const = default;
};

// How fast time passes for virtual devices.
struct DevicePace {
    double speed = 1;       // everything that takes time is divided by it
    int pollMs = 0;         // between two polls before speed; 0: what the server wants
    int busyPollMs = 5'000; // the same while it installs or waits for a window

    qint64 scaled(qint64 ms) const { return qint64(double(ms) / speed); }
};

} // namespace falconer
