// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "models/patterndraft.h"
#include "models/patternpreview.h"

namespace falconer {

namespace PatternColumn {
enum { Tells, Expression, Name, Percent, Client, Matches };
}
QList<Column<PatternLine>> patternColumns();

namespace PreviewColumn {
enum { What, Text, Begin, End, Outcome, Percent, Reports };
}
QList<Column<PreviewLine>> previewColumns();

} // namespace falconer
