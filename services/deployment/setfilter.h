// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/plan.h"

namespace falconer {

// RSQL "field == value" in which an asterisk of the value is an asterisk.
QString equals(const QString &field, const QString &value);
// The RSQL of targets whose assignedds or installedds is a set of this name and version.
QString isSet(const QString &reference, const SetName &set);

} // namespace falconer
