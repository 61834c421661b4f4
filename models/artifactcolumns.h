// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "services/hawkbit/artifacts.h"

namespace falconer {

// The columns of a module's artifacts. Hashes are cut to what tells them apart, the whole one is
// the tooltip.
QList<Column<Artifact>> artifactColumns();

} // namespace falconer
