// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/demofleet.h"

#include "services/simulator/demohistory.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

void configure(Fleet &fleet)
{
    const auto set = [&](const QString &key, const QByteArray &json) {
        fleet.configs.insert(key, { json, fleet.created(u"admin"_s) });
    };
    set(u"authentication.gatewaytoken.enabled"_s, "true");
    set(u"authentication.gatewaytoken.key"_s, '"' + demoGatewayToken.toUtf8() + '"');
    set(u"pollingTime"_s, R"("00:01:00")");
    set(u"pollingOverdueTime"_s, R"("00:05:00")");
}

} // namespace

std::unique_ptr<Fleet> makeDemoFleet(const DemoOptions &options)
{
    auto fleet
        = std::make_unique<Fleet>(FleetOptions{ .wire = options.wire, .seed = options.seed });
    configure(*fleet);
    const qint64 start = fleet->now();
    const DemoLayout layout(options.targets, options.live, options.seed);
    const DemoCatalog catalog = addDemoCatalog(*fleet);
    fleet->targets.setSource(
        std::make_unique<DemoTargets>(layout, catalog, start, fleet->options().clock));
    addDemoHistory(*fleet, layout, catalog, start);
    return fleet;
}

std::optional<DeviceProfile> demoDevice(const DemoLayout &layout, quint32 row)
{
    const DemoDevice device = layout.at(row);
    if (device.state == DemoState::Hung || device.state == DemoState::Unknown)
        return std::nullopt;
    return DeviceProfile{ .device = { .controllerId = layout.controllerId(device) },
        .temper = device.temper,
        .rauc = device.chance & 1 ? RaucVersion::V1_16 : RaucVersion::V1_8,
        .seed = quint32(device.chance >> 16),
        .attributes = demoAttributes(device) };
}

} // namespace falconer
