// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ddi/devicescript.h"

namespace falconer {

// The reports of a client like swupdate: few entries, the log in batches of up to 50 lines, and the
// end only after a restart (recordings/devices, section 4).
QList<ScriptStep> batchSteps(const ScriptPlan &plan, int workMs, bool fails);

} // namespace falconer
