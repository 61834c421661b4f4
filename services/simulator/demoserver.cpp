// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/demoserver.h"

namespace falconer {

using namespace Qt::StringLiterals;

DemoServer::DemoServer(const DemoServerOptions &options)
    : m_layout(options.fleet.targets, options.fleet.live, options.fleet.seed)
    , m_server(makeDemoFleet(options.fleet))
{
    if (m_server.start(options.port))
        startDevices(options.speed);
}

DemoServer::~DemoServer()
{
    m_server.withFleet([](Fleet &fleet) { fleet.onNews = nullptr; });
    m_devices.reset();
    m_server.stop();
}

QUrl DemoServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.port()));
}

Credentials DemoServer::credentials() const
{
    return { .scheme = Credentials::Scheme::Basic, .user = u"admin"_s, .secret = u"admin"_s };
}

void DemoServer::startDevices(double speed)
{
    QList<DeviceProfile> devices;
    QStringList waiting; // for whom something waits from the start
    for (quint32 row = 0; row < m_layout.live(); ++row) {
        const auto device = demoDevice(m_layout, row);
        if (!device)
            continue;
        devices << *device;
        if (m_layout.at(row).state == DemoState::Pending)
            waiting << device->device.controllerId;
    }
    const auto wake = [layout = m_layout](const QString &id) -> std::optional<DeviceProfile> {
        const auto row = layout.find(id);
        return row ? demoDevice(layout, *row) : std::nullopt;
    };
    m_devices = std::make_unique<DeviceFleet>(
        DeviceFleetOptions{ .server = url(),
            .credentials
            = { .scheme = Credentials::Scheme::GatewayToken, .secret = demoGatewayToken },
            .pace = { .speed = speed },
            .wake = wake },
        devices);
    m_server.withFleet([devices = m_devices.get()](Fleet &fleet) {
        fleet.onNews = [devices](const QString &id) { devices->nudge(id); };
    });
    for (const QString &id : std::as_const(waiting))
        m_devices->nudge(id);
}

} // namespace falconer
