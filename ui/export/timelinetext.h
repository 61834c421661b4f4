// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/timelineinview.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace falconer {

// A table for people, to be pasted into a ticket: what each device says, and below it the lines of
// its timeline, steps indented. Made for a font of one width.
QString timelineText(const TimelineInView &view);

// "Europe/Berlin (UTC+01:00)", as it is at a moment.
QString zoneText(const QTimeZone &zone, const QDateTime &at);

} // namespace falconer
