// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/dialect.h"
#include "services/hawkbit/softwaremodules.h"
#include "services/repository/selecteditems.h"
#include "ui/repository/modulebar.h"

namespace falconer {

// Whether a module may be made here, or why not.
DropVerdict newModuleVerdict(const ServerFacts &facts);

// Whether a command can be used on what is selected, with what it will do, or why not: used by the
// buttons, the menu and their tooltips, so that all say the same.
DropVerdict moduleVerdict(
    ModuleCommand command, const ItemSelection<SoftwareModule> &selected, const ServerFacts &facts);

// Whether files may be put into a module. what: in words, such as "2 files".
DropVerdict filesVerdict(
    const SoftwareModule &module, const QString &what, const ServerFacts &facts);

// Whether the values of all are at hand, and all are locked: then the lock command unlocks.
bool areAllLocked(const ItemSelection<SoftwareModule> &selected);

// A locked module says so and can be unlocked on the way: that is no obstacle.
DropVerdict deleteArtifactVerdict(
    const SoftwareModule &module, const QList<Artifact> &selected, const ServerFacts &facts);
DropVerdict downloadVerdict(const QList<Artifact> &selected, const ServerFacts &facts);

// Why its metadata cannot be changed; empty: it can.
QString metadataIsFixed(const ServerFacts &facts);

} // namespace falconer
