// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/invalidationimpact.h"
#include "ui/plan/consequenceline.h"

namespace falconer {

// What invalidating this set means, a line each. impact: nothing while it is asked for.
QList<ConsequenceLine> invalidationLines(const DistributionSet &set,
    const std::optional<InvalidationImpact> &impact, ActionCancelation cancelation);

} // namespace falconer
