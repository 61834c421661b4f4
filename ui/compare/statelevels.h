// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/devicestates.h"

#include <QPointF>

namespace falconer {

// The lines between the areas of a chart of states (statesFromBelow), the lowest first: one more
// than there are states. Steps: what was so stays so until it changes. x: ms since the epoch.
QList<QList<QPointF>> stateLevels(const QList<StatePoint> &points);

double axisMs(const QDateTime &time);
// All devices in the end, at least 1.
int highest(const QList<StatePoint> &points);
// 1, 2, 5, 10, ...: the next one that is not smaller.
int roundStep(double least);

} // namespace falconer
