// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

namespace falconer {

// A percentage at the moment in which a device told it.
struct PercentPoint {
    QDateTime at; // UTC
    double percent = 0;
    int attempt = 0;

    bool operator==(const PercentPoint &) const = default;
};

// The progress that a device reported, in the order of time: of its steps what was told last, and
// what single messages told. Nothing between two points is known. Empty for a device that tells no
// percentages. Within an attempt it never falls.
QList<PercentPoint> percentCourse(const Timeline &timeline);

} // namespace falconer
