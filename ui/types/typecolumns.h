// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "services/repository/settyperules.h"

#include <QList>

namespace falconer {

// The columns of the tables of types; the last but one is the colour.
QList<Column<SoftwareModuleType>> moduleTypeColumns();
QList<Column<SetTypeRules>> setTypeColumns();

} // namespace falconer
