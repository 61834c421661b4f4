// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "ui/plan/consequenceline.h"

namespace falconer {

enum class ModuleDeed { Delete, Lock, Unlock };

// One act on several modules, before it is done: which of them it is for, and the words.

// Unlocks when there is nothing to lock.
ModuleDeed lockDeed(const QList<SoftwareModule> &modules);
// Those that the server would not refuse, and on which it would change something. holders: the sets
// that hold some of those to be deleted.
QList<SoftwareModule> modulesToDo(
    ModuleDeed deed, const QList<SoftwareModule> &modules, const QList<DistributionSet> &holders);
QString modulesObstacle(ModuleDeed deed); // when it is for none of them
// The locked ones among the sets that hold this module.
QList<qint64> lockedHolders(const QList<DistributionSet> &holders, qint64 moduleId);
QString modulesTitle(ModuleDeed deed, qsizetype modules); // "Delete 12 software modules"
QString modulesButton(
    ModuleDeed deed, const QList<SoftwareModule> &toDo, const QList<DistributionSet> &holders);
QString modulesDoneText(ModuleDeed deed, int modules); // behind a number: "were deleted"
// What it would do.
QList<ConsequenceLine> modulesLines(
    ModuleDeed deed, const QList<SoftwareModule> &modules, const QList<DistributionSet> &holders);

} // namespace falconer
