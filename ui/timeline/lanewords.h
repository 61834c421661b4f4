// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinelane.h"
#include "services/analysis/baseline.h"
#include "services/analysis/laneorder.h"
#include "ui/shared/icons.h"

#include <QDateTime>
#include <QString>

namespace falconer {

// What a lane says in words: beside the name, and behind the end of its bars.
struct LaneWords {
    Icon icon = Icon::Waiting;
    Tone tone = Tone::Quiet;
    QString status; // "Copying image to rootfs.1, 85 %"
    QString end;    // "Slot (12 MiB) is too small for image (20 MiB)", mostly empty
    Tone endTone = Tone::Quiet;
};

// What must be known to say it.
struct LaneMoment {
    QDateTime now; // UTC
    Attention attention = {};
    // How long the whole of it mostly takes, ms, when this lane took much longer.
    std::optional<qint64> usual = {};
    // What runs against older actions of the same device, the innermost that is known.
    std::optional<Baseline> baseline = {};
};

LaneWords laneWords(const TimelineLane &lane, const LaneMoment &moment);

// Who, and how far, for those who hear it: no sign and no colour says what "failed" does there.
QString laneSentence(const TimelineLane &lane, const LaneMoment &moment);

// "Failed, 12 devices": the head of a group; by: what lanes are grouped by.
QString groupTitle(const LaneGroup &group, std::optional<LaneSort> by);

// The first line of a cause without what stands before every one of them, sizes made readable.
QString shortCause(const QString &cause);

} // namespace falconer
