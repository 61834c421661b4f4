// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "models/relativetime.h"
#include "services/hawkbit/actions.h"
#include "services/hawkbit/dialect.h"

namespace falconer {

// The columns of the table of actions. Only what this server can sort by is sortable; ages are
// counted from clock.
QList<Column<Action>> actionColumns(const Dialect &dialect, const Clock &clock);

// The words and the look of an action's state, from "active" and the status together; a word of a
// newer server is shown as it is.
QString actionStateText(const Action &action);
CellLook actionStateLook(const Action &action);

// "forced", "time-forced": how it is to be installed.
QString actionTypeText(const Action &action);

} // namespace falconer
