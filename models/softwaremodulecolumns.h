// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "services/hawkbit/softwaremodules.h"

namespace falconer {

// The columns of the software module table.
QList<Column<SoftwareModule>> softwareModuleColumns();

// "locked", "artifacts missing", "deleted": what decides what can be done with it, and how it
// looks. Empty: nothing to say.
QString softwareModuleState(const SoftwareModule &module);
CellLook softwareModuleLook(const SoftwareModule &module);

} // namespace falconer
