// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listmodel.h"
#include "models/steplines.h"

#include <functional>

namespace falconer {

using StepTable = ListModel<StepLine>;
using DurationText = std::function<QString(qint64 ms)>;

// "Total", "Download", "Copying image to rootfs.1".
QString stepText(const StepKey &key);
// What a row of the table is known by.
QString stepKeyText(const StepKey &key);

namespace StepColumn {
enum { Step, Median, P95, Max, Slowest, Devices, Share };
}
QList<Column<StepLine>> stepColumns(const DurationText &durationText);

// A head and a line each, columns by tabs, for spreadsheets.
QString stepsAsText(const QList<StepLine> &lines, const QList<Column<StepLine>> &columns);

} // namespace falconer
