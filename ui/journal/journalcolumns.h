// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "services/deployment/journal.h"

namespace falconer {

QList<Column<JournalEntry>> journalColumns();

} // namespace falconer
