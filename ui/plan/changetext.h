// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/plan.h"

#include <QString>

namespace falconer {

// From which set to which the targets of a plan go, the commonest changes first, the number of
// targets behind each: "gateway-os 2.3.1 → 2.4.0 (9), 2.2.9 → 2.4.0 (1)".
QString changesText(const Plan &plan);

} // namespace falconer
