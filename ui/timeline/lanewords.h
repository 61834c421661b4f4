// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinelane.h"
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

LaneWords laneWords(const TimelineLane &lane, const QDateTime &now);

// Who, and how far, for those who hear it: no sign and no colour says what "failed" does there.
QString laneSentence(const TimelineLane &lane, const QDateTime &now);

// The first line of a cause without what stands before every one of them, sizes made readable.
QString shortCause(const QString &cause);

// What a reader must know of a history: a sentence a note that matters.
QStringList noteSentences(const Timeline &timeline);

} // namespace falconer
