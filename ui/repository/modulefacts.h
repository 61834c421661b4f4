// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "ui/shared/propertysheet.h"

namespace falconer {

// What is known of a module itself, and what that means; with the colour of its type.
QList<PropertyRow> moduleFacts(const SoftwareModule &module, const QString &typeColour = {});

// The sets that hold a module, a line each.
QList<PropertyRow> holderFacts(const Page<DistributionSet> &holders);

} // namespace falconer
