// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ddi/deviceprofile.h"
#include "services/simulator/demolayout.h"
#include "services/simulator/fleet.h"

#include <memory>

namespace falconer {

struct DemoOptions {
    quint32 targets = 2'000;
    quint32 live = 2'000; // how many of them have a history and a device that polls by itself
    quint32 seed = 1;
    Wire wire = Wire::V1_0_4;
};

// A believable fleet: types, tags, 40 versions of six products, targets with their histories. The
// gateway token of its devices is demoGatewayToken; they poll once a minute.
std::unique_ptr<Fleet> makeDemoFleet(const DemoOptions &options);
inline const QString demoGatewayToken = QStringLiteral("demo-gateway-token");

// The virtual device of a target of this fleet; nothing for one that stays silent whatever happens
// (it hung before the demo began, or was never switched on).
std::optional<DeviceProfile> demoDevice(const DemoLayout &layout, quint32 row);

} // namespace falconer
