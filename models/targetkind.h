// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace falconer {

// The targets that an operator looks for; the order is that of targetKindFilters().
enum class TargetKind { All, Pending, Error, Overdue };

QStringList targetKindFilters(); // RSQL by TargetKind

} // namespace falconer
