// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "ui/shared/propertysheet.h"

namespace falconer {

// What a set is, with the colour of its type, and what uses it, as label and value.
QList<PropertyRow> setRows(const DistributionSet &set, const QString &typeColour = {});
QList<PropertyRow> useRows(const DistributionSetStatistics &statistics);

} // namespace falconer
