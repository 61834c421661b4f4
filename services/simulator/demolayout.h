// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ddi/temper.h"

#include <QString>

#include <optional>

namespace falconer {

// What a device of the demo fleet has been through.
enum class DemoState {
    Installed,  // in sync
    Failed,     // its last update ended with an error
    Pending,    // an update was assigned a moment ago
    Hung,       // fell silent in the middle of an update
    Registered, // polls, nothing was ever installed
    Unknown,    // was entered by hand and has not polled yet
    Late,       // in sync, but has not polled for long
};

enum class DemoProduct { GatewayOs, CameraFw, PanelApp, PlcBundle, SensorFw, EdgeTools };

// One device of the demo fleet.
struct DemoDevice {
    quint32 row = 0;
    int city = 0;
    bool isPanel = false;
    quint32 number = 0;
    quint64 chance = 0; // random bits of this row
    DemoState state = DemoState::Installed;
    Temper temper = Temper::Normal;
    DemoProduct product = DemoProduct::GatewayOs;
    QString installed; // version, empty: nothing
    QString assigned;  // version that is on its way or failed
};

// Who the devices are: a pure function from the row to the device, so that a million of them cost
// nothing. Rows ascend by controller id: city, kind ("gw", "panel"), number.
class DemoLayout final {
public:
    // Only the first "live" rows have a history and may be pending or failed.
    DemoLayout(quint32 count, quint32 live, quint32 seed);

    quint32 count() const { return m_count; }
    quint32 live() const { return m_live; }
    DemoDevice at(quint32 row) const;
    std::optional<quint32> find(const QString &controllerId) const;
    QString controllerId(const DemoDevice &device) const; // also its name
    static QString cityName(int city);
    static int cities();

private:
    void choose(DemoDevice &device) const;

    quint32 m_count;
    quint32 m_live;
    quint32 m_seed;
    quint32 m_groupSize; // devices of one city and kind
    int m_digits;
};

} // namespace falconer
