// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/stepkey.h"

namespace falconer {

// How long one device took for what it completed, in ms. A phase that a failure, a cancel or a
// restart ended, a step that failed or whose begin or end was not reported, and the total of an
// action that did not succeed are not there: their times say nothing of how long it takes.
//
// The same again in one attempt is summed: two modules' chunks had to be waited for both. Of
// several attempts the longest counts, not their sum: a restart would make each step look twice as
// slow, and that it restarted is told elsewhere.
QHash<StepKey, qint64> completedDurations(const Timeline &timeline);

// Whether the update happened by this device's work, so that its end is one to learn from. Not when
// it skipped the update or somebody recorded the end by hand.
bool endedByWork(const Timeline &timeline);

} // namespace falconer
