// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/demotargets.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24LL * 60 * minuteMs;

QString statusOf(DemoState state)
{
    switch (state) {
    case DemoState::Failed:
        return u"error"_s;
    case DemoState::Pending:
    case DemoState::Hung:
        return u"pending"_s;
    case DemoState::Registered:
        return u"registered"_s;
    case DemoState::Unknown:
        return u"unknown"_s;
    default:
        return u"in_sync"_s;
    }
}

QString addressOf(const DemoDevice &device)
{
    return u"http://10.%1.%2.%3"_s.arg(20 + device.city * 2 + int(device.isPanel))
        .arg(device.number / 250 % 256)
        .arg(device.number % 250 + 2);
}

} // namespace

DemoTimes demoTimes(const DemoDevice &device, qint64 start)
{
    const bool isNewest = device.installed == "2.4.0"_L1 || device.installed == "1.12.0"_L1
        || device.installed == "2026.11"_L1;
    const qint64 spread = qint64((device.chance >> 8) % quint64(dayMs / 4));
    DemoTimes times{ .installedAt = start - (isNewest ? 2 : 30) * dayMs + spread };
    switch (device.state) {
    case DemoState::Failed:
        times.updateAt = start - dayMs - spread;
        break;
    case DemoState::Hung:
        times.updateAt = start - 8 * minuteMs - spread % (30 * minuteMs);
        break;
    default:
        times.updateAt = start - 5'000 - spread % 20'000;
    }
    return times;
}

QMap<QString, QString> demoAttributes(const DemoDevice &device)
{
    return { { u"hw.revision"_s, device.chance % 3 == 0 ? u"3.1"_s : u"3.2"_s },
        { u"os.kernel"_s, device.chance % 5 == 0 ? u"6.1.98"_s : u"6.6.41"_s },
        { u"rauc.version"_s, device.chance & 1 ? u"1.16"_s : u"1.8"_s },
        { u"serial"_s, u"SN-%1"_s.arg(device.chance % 100'000'000, 8, 10, QLatin1Char('0')) } };
}

DemoTargets::DemoTargets(
    DemoLayout layout, DemoCatalog catalog, qint64 start, std::function<qint64()> clock)
    : m_layout(layout)
    , m_catalog(std::move(catalog))
    , m_start(start)
    , m_clock(std::move(clock))
{
}

qint64 DemoTargets::lastRequestAt(const DemoDevice &device) const
{
    switch (device.state) {
    case DemoState::Unknown:
        return 0;
    case DemoState::Late:
        return m_start - (30 + qint64(device.chance % 240)) * minuteMs;
    case DemoState::Hung:
        return demoTimes(device, m_start).updateAt + 40'000;
    default:
        break;
    }
    // Once a minute, each at its own second. Devices that really poll leave this behind.
    const qint64 phase = qint64(device.chance % quint64(minuteMs));
    const qint64 now = device.row < m_layout.live() ? m_start : m_clock();
    return now - (now - phase) % minuteMs;
}

SimTarget DemoTargets::outlineAt(quint32 row) const
{
    return outlineOf(m_layout.at(row));
}

SimTarget DemoTargets::outlineOf(const DemoDevice &device) const
{
    const QString id = m_layout.controllerId(device);
    SimTarget target{ .controllerId = id,
        .name = id,
        .description = device.isPanel ? u"Operator panel"_s : u"Edge gateway"_s,
        .updateStatus = statusOf(device.state),
        .requestAttributes = false,
        .typeId = device.isPanel ? m_catalog.panelType : m_catalog.gatewayType,
        .lastRequestAt = lastRequestAt(device),
        .installedSet = m_catalog.setOf(device.product, device.installed) };
    if (target.installedSet != 0)
        target.installedAt = demoTimes(device, m_start).installedAt;
    // A failed update leaves nothing assigned.
    target.assignedSet = target.installedSet;
    if (!device.assigned.isEmpty())
        target.assignedSet = device.state == DemoState::Failed
            ? 0
            : m_catalog.setOf(device.product, device.assigned);
    return target;
}

SimTarget DemoTargets::at(quint32 row) const
{
    const DemoDevice device = m_layout.at(row);
    const DemoTimes times = demoTimes(device, m_start);
    SimTarget target = outlineOf(device);
    target.securityToken = u"%1"_s.arg(device.chance, 32, 16, QLatin1Char('0'));
    target.tags = { m_catalog.cityTags.at(device.city) };
    if (device.state != DemoState::Unknown) {
        target.attributes = demoAttributes(device);
        target.address = addressOf(device);
    } else {
        target.requestAttributes = true;
    }
    if (row % 50 == 7)
        target.tags << m_catalog.pilotTag;
    if (row % 4 == 0)
        target.metadata.insert(u"site"_s, { .value = u"Hall %1"_s.arg(row % 9 + 1) });
    const qint64 createdAt = m_start - 200 * dayMs + qint64(row % 100'000) * 1'000;
    const bool isOpen = target.updateStatus == "pending"_L1;
    target.audit = { u"m.weber"_s, createdAt, u"m.weber"_s, isOpen ? times.updateAt : createdAt };
    return target;
}

} // namespace falconer
