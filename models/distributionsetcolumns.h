// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "services/hawkbit/distributionsets.h"

namespace falconer {

// The columns of the distribution set table.
QList<Column<DistributionSet>> distributionSetColumns();

// "complete, locked", "incomplete", "a module is deleted", "invalidated", "deleted": what decides
// whether it can be assigned, and how it looks.
QString distributionSetState(const DistributionSet &set);
CellLook distributionSetLook(const DistributionSet &set);

} // namespace falconer
