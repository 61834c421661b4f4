// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/causereader.h"

namespace falconer {

// Whether an action of this force type ends with the entry.
bool endsAction(const HistoryEntry &entry, bool isDownloadOnly);

// How an action ended, and why. The entry that ended it decides; the action only when there is
// none, since a device that reads its deployment again after the end sets its status back to
// "retrieved".
Outcome outcomeOf(const HistoryEntry &end, const Cause &cause);
Outcome outcomeOf(const Action &action);

} // namespace falconer
