// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/distributionsets.h"
#include "ui/plan/consequenceline.h"

namespace falconer {

// Those that are locked: that can be unlocked, and that cannot.
QList<DistributionSet> setsToUnlock(const Page<DistributionSet> &holders);
QList<DistributionSet> setsInTheWay(const Page<DistributionSet> &holders);

// What deleting a module does. artifacts: nothing while they are not known.
QList<ConsequenceLine> moduleDeletionLines(
    const Page<DistributionSet> &holders, const std::optional<QList<Artifact>> &artifacts);

// What deleting an artifact of a module does. holders: nothing while they are not known.
QList<ConsequenceLine> artifactDeletionLines(const SoftwareModule &module, const Artifact &artifact,
    const std::optional<Page<DistributionSet>> &holders);

} // namespace falconer
