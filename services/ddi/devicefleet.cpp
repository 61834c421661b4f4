// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/devicefleet.h"

#include "services/ddi/virtualdevice.h"

#include <QRandomGenerator>

#include <algorithm>
#include <unordered_map>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// A nudged device polls after this time at most, so that thousands do not come at once.
constexpr int nudgeSpreadMs = 2'500;

ClientOptions clientOptions(const DeviceFleetOptions &options)
{
    return { .server = options.server,
        .credentials = options.credentials,
        .maxInFlight = 16,
        .useSystemProxy = false };
}

} // namespace

class DeviceFleet::Worker final : public QObject {
public:
    Worker(DeviceFleetOptions options, QList<DeviceProfile> devices)
        : m_options(std::move(options))
        , m_profiles(std::move(devices))
    {
    }

    void begin()
    {
        m_wheel = std::make_unique<TimerWheel>();
        m_client = std::make_unique<Client>(clientOptions(m_options));
        for (const DeviceProfile &profile : std::as_const(m_profiles)) {
            const qint64 first
                = QRandomGenerator(profile.seed).bounded(m_options.firstPollsWithinMs);
            add(profile).start(m_options.pace.scaled(first));
        }
        m_profiles.clear();
    }

    void end()
    {
        m_devices.clear();
        m_client.reset();
        m_wheel.reset();
    }

    void nudge(const QString &controllerId)
    {
        const qint64 delay = m_options.pace.scaled(m_random.bounded(nudgeSpreadMs));
        if (const auto it = m_devices.find(controllerId); it != m_devices.end())
            return it->second->nudge(delay);
        if (!m_options.wake || !m_client)
            return;
        if (const auto profile = m_options.wake(controllerId))
            add(*profile).nudge(delay);
    }

private:
    VirtualDevice &add(const DeviceProfile &profile)
    {
        auto &device = m_devices[profile.device.controllerId];
        device = std::make_unique<VirtualDevice>(profile, m_options.pace, *m_client, *m_wheel);
        return *device;
    }

    DeviceFleetOptions m_options;
    QList<DeviceProfile> m_profiles;
    QRandomGenerator m_random{ 1 };
    std::unique_ptr<TimerWheel> m_wheel;
    std::unique_ptr<Client> m_client;
    std::unordered_map<QString, std::unique_ptr<VirtualDevice>> m_devices;
};

DeviceFleet::DeviceFleet(DeviceFleetOptions options, QList<DeviceProfile> devices)
    : m_worker(std::make_unique<Worker>(std::move(options), std::move(devices)))
{
    m_thread.setObjectName(u"virtual devices"_s);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, m_worker.get(), [this] { m_worker->begin(); });
    // In the thread: its timers and connections belong to it.
    QObject::connect(
        &m_thread, &QThread::finished, m_worker.get(), [this] { m_worker->end(); },
        Qt::DirectConnection);
    m_thread.start();
}

DeviceFleet::~DeviceFleet()
{
    m_thread.quit();
    m_thread.wait();
}

void DeviceFleet::nudge(const QString &controllerId)
{
    QMetaObject::invokeMethod(
        m_worker.get(), [this, controllerId] { m_worker->nudge(controllerId); },
        Qt::QueuedConnection);
}

} // namespace falconer
