// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "models/relativetime.h"
#include "services/hawkbit/targets.h"

namespace falconer {

class TargetSets;

// The columns of the target table. Installed and Assigned are read from sets, which must outlive
// the model; ages are counted from clock.
QList<Column<Target>> targetColumns(const TargetSets &sets, const Clock &clock);

// The words and the look of an update status; a word of a newer server is shown as it is.
QString updateStatusText(const QString &updateStatus);
CellLook updateStatusLook(const QString &updateStatus);

} // namespace falconer
