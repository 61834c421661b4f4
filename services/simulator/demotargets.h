// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/democatalog.h"
#include "services/simulator/targetstore.h"

#include <functional>

namespace falconer {

// When the device of a row was updated last, and when the failed, pending or hung update began: ms
// since the epoch. A pure function of the row and the start of the demo.
struct DemoTimes {
    qint64 installedAt = 0;
    qint64 updateAt = 0;
};
DemoTimes demoTimes(const DemoDevice &device, qint64 start);

// What a device tells about itself.
QMap<QString, QString> demoAttributes(const DemoDevice &device);

// The generated targets of the demo.
class DemoTargets final : public TargetSource {
public:
    DemoTargets(
        DemoLayout layout, DemoCatalog catalog, qint64 start, std::function<qint64()> clock);

    quint32 count() const override { return m_layout.count(); }
    SimTarget at(quint32 row) const override;
    SimTarget outlineAt(quint32 row) const override;
    std::optional<quint32> find(const QString &controllerId) const override
    {
        return m_layout.find(controllerId);
    }

private:
    SimTarget outlineOf(const DemoDevice &device) const;
    qint64 lastRequestAt(const DemoDevice &device) const;

    DemoLayout m_layout;
    DemoCatalog m_catalog;
    qint64 m_start;
    std::function<qint64()> m_clock;
};

} // namespace falconer
