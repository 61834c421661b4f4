// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/demolayout.h"
#include "services/simulator/fleet.h"

namespace falconer {

// What the demo fleet can install, by id.
struct DemoCatalog {
    qint64 gatewayType = 0;
    qint64 panelType = 0;
    QList<qint64> cityTags; // beside DemoLayout::cityName
    qint64 pilotTag = 0;
    QMap<std::pair<DemoProduct, QString>, qint64> sets; // by product and version

    qint64 setOf(DemoProduct product, const QString &version) const
    {
        return sets.value({ product, version });
    }
};

// Fills a fleet with types, tags and 40 versions of six products with small real artifacts; some
// are incomplete, one is invalidated, most are locked.
DemoCatalog addDemoCatalog(Fleet &fleet);

} // namespace falconer
