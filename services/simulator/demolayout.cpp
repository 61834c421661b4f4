// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/demolayout.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// Ascending, none the beginning of another.
const std::array<QLatin1StringView, 10> cityNames{ "berlin"_L1, "bremen"_L1, "dresden"_L1,
    "hamburg"_L1, "kiel"_L1, "koeln"_L1, "leipzig"_L1, "munich"_L1, "stuttgart"_L1, "ulm"_L1 };
constexpr quint32 groups = 20; // a city has gateways and panels
constexpr quint32 firstGateway = 101;
constexpr quint32 firstPanel = 1;

// The first screenful is worth looking at whatever the seed.
constexpr std::array firstStates{ DemoState::Pending, DemoState::Pending, DemoState::Installed,
    DemoState::Pending, DemoState::Failed, DemoState::Hung, DemoState::Installed,
    DemoState::Installed, DemoState::Registered, DemoState::Installed, DemoState::Installed,
    DemoState::Late };

quint64 mixed(quint64 seed, quint64 row) // splitmix64
{
    quint64 z = seed * 0x9e3779b97f4a7c15ULL + (row + 1) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

DemoState stateOf(quint32 row, bool live, quint32 perMille)
{
    if (row < firstStates.size())
        return firstStates[row];
    if (perMille < 20)
        return DemoState::Registered;
    if (perMille < 30)
        return DemoState::Unknown;
    if (!live)
        return DemoState::Installed;
    if (perMille < 60)
        return DemoState::Late;
    if (perMille < 90)
        return DemoState::Failed;
    if (perMille < 96)
        return DemoState::Hung;
    return perMille < 135 ? DemoState::Pending : DemoState::Installed;
}

Temper temperOf(DemoState state, quint32 percent)
{
    switch (state) {
    case DemoState::Failed:
        return Temper::Fails;
    case DemoState::Hung:
        return Temper::Hangs;
    case DemoState::Late:
        return Temper::Late;
    default:
        break;
    }
    if (percent < 8)
        return Temper::Slow;
    if (percent < 12)
        return Temper::Fails;
    if (percent < 14)
        return Temper::Hangs;
    if (percent < 16)
        return Temper::RefusesCancel;
    return percent < 22 ? Temper::Batches : Temper::Normal;
}

} // namespace

DemoLayout::DemoLayout(quint32 count, quint32 live, quint32 seed)
    : m_count(count)
    , m_live(std::min(live, count))
    , m_seed(seed)
    , m_groupSize(std::max(1U, (count + groups - 1) / groups))
    , m_digits(std::max(4, int(QString::number(m_groupSize + firstGateway).size())))
{
}

int DemoLayout::cities()
{
    return int(cityNames.size());
}

QString DemoLayout::cityName(int city)
{
    return cityNames.at(size_t(city));
}

DemoDevice DemoLayout::at(quint32 row) const
{
    const quint32 group = row / m_groupSize;
    DemoDevice device{
        .row = row, .city = int(group / 2), .isPanel = group % 2 == 1, .chance = mixed(m_seed, row)
    };
    device.number = row % m_groupSize + (device.isPanel ? firstPanel : firstGateway);
    choose(device);
    return device;
}

void DemoLayout::choose(DemoDevice &device) const
{
    const quint64 chance = device.chance;
    device.state = stateOf(device.row, device.row < m_live, quint32(chance % 1000));
    device.temper = temperOf(device.state, quint32((chance >> 12) % 100));
    const quint32 version = quint32((chance >> 24) % 100);
    const bool wasUpdated = device.state == DemoState::Installed && version >= 70;
    if (device.isPanel) {
        device.product = DemoProduct::PanelApp;
        device.installed = wasUpdated ? u"1.12.0"_s : version < 10 ? u"1.11.0"_s : u"1.11.3"_s;
        device.assigned = u"1.12.0"_s;
    } else if (device.row >= firstStates.size() && (chance >> 36) % 10 == 0) {
        device.product = DemoProduct::PlcBundle;
        device.installed = wasUpdated ? u"2026.11"_s : u"2026.09"_s;
        device.assigned = u"2026.11"_s;
    } else {
        device.product = DemoProduct::GatewayOs;
        device.installed = wasUpdated ? u"2.4.0"_s : version < 12 ? u"2.2.9"_s : u"2.3.1"_s;
        device.assigned = u"2.4.0"_s;
    }
    const bool isOpen = device.state == DemoState::Pending || device.state == DemoState::Hung;
    if (!isOpen && device.state != DemoState::Failed)
        device.assigned.clear();
    if (device.state == DemoState::Registered || device.state == DemoState::Unknown)
        device.installed.clear();
}

QString DemoLayout::controllerId(const DemoDevice &device) const
{
    return cityName(device.city) + (device.isPanel ? "-panel-"_L1 : "-gw-"_L1)
        + QString::number(device.number).rightJustified(m_digits, u'0');
}

std::optional<quint32> DemoLayout::find(const QString &controllerId) const
{
    const QStringList parts = controllerId.split(u'-');
    if (parts.size() != 3)
        return std::nullopt;
    const auto city = std::find(cityNames.begin(), cityNames.end(), parts.at(0));
    if (city == cityNames.end())
        return std::nullopt;
    const quint32 panel = parts.at(1) == "panel"_L1 ? 1 : 0;
    const quint32 index = parts.at(2).toUInt() - (panel ? firstPanel : firstGateway);
    if (index >= m_groupSize)
        return std::nullopt;
    const quint32 row = (quint32(city - cityNames.begin()) * 2 + panel) * m_groupSize + index;
    // The same text again: "gw" in another case, a sign or missing zeros name no device.
    return row < m_count && this->controllerId(at(row)) == controllerId ? std::optional(row)
                                                                        : std::nullopt;
}

} // namespace falconer
