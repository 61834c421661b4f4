// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

#include <QString>

namespace falconer {

// The words of exported files, for programs that read them: never translated, never changed.
QString exportWord(PhaseKind kind);
QString exportWord(StepOutcome outcome);
QString exportWord(MarkKind kind);
QString exportWord(OutcomeKind kind);
QString exportWord(CauseSource source);
QString exportWord(NoteKind kind);

// ISO 8601 in UTC with milliseconds; empty for an invalid time.
QString exportTime(const QDateTime &time);

} // namespace falconer
