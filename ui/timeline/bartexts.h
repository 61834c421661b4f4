// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timelinegeometry.h"

#include <QStringList>

namespace falconer {

// What a phase is called.
QString phaseName(PhaseKind kind);

// What may stand in a bar, the longest first: the first one that fits is drawn.
QStringList barTexts(const Timeline &timeline, const PlacedBar &placed);

// All that is known of a bar or of the marks near a moment, as rich text for a tooltip.
QString barToolTip(const TimelineLane &lane, const Bar &bar, const LaneInsight &insight);
QString marksToolTip(const QList<Mark> &marks, const QList<ActionStatus> &statuses);

} // namespace falconer
