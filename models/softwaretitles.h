// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"

namespace falconer {

// "gateway-os 2.4.0".
QString titleOf(const DistributionSet &set);
QString titleOf(const SoftwareModule &module);

// What people call its type: the name, else the key.
QString typeText(const DistributionSet &set);
QString typeText(const SoftwareModule &module);

} // namespace falconer
