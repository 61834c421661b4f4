// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/history.h"
#include "services/timeline/timeline.h"

namespace falconer {

// How an action ended, and why. The entries decide; the action only when they do not tell, since a
// device that reads its deployment again after the end sets its status back to "retrieved".
// attemptStart is the id of the first entry of the last attempt: earlier ones had other causes.
Outcome readOutcome(const Action &action, const History &history, qint64 attemptStart);

// The entry that ended the action, else nothing.
const HistoryEntry *findEnd(const Action &action, const History &history);

} // namespace falconer
