// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinelane.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace falconer {

// A line of an exported table.
struct TimelineRow {
    enum class Kind { Action, Phase, Step, Mark };

    Kind kind = Kind::Action;
    int index = -1;  // of the phase, step or mark in the timeline
    QString name;    // a word of timelinewords.h; of a step the device's own
    QString parent;  // the name of the step around it
    int depth = 0;   // of a step: how many are around it
    int attempt = 0; // from 1; 0: belongs to none
    QDateTime start; // UTC
    QDateTime end;   // UTC, invalid while it lasts and for a moment
    QString outcome; // a word of timelinewords.h
    std::optional<double> percent;
    QStringList messages; // readable; of a phase none, since its steps and marks have them

    bool operator==(const TimelineRow &) const = default;
};

// The action first, then all else by its begin. Of a device without an action: the first alone,
// without a name.
QList<TimelineRow> timelineRows(const TimelineLane &lane);

} // namespace falconer
