// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "services/hawkbit/metadata.h"

namespace falconer {

// The columns of a metadata table; only of software modules devices may be told.
QList<Column<Metadata>> metadataColumns(MetadataOwner::Kind kind);

} // namespace falconer
