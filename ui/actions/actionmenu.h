// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"
#include "services/hawkbit/dialect.h"

#include <functional>

class QMenu;

namespace falconer {

// What the menu of a row offers: to see only what has the same target, set or author. search gets
// the RSQL that says so.
void fillActionMenu(QMenu &menu, const Action &action, const Dialect &dialect,
    const std::function<void(const QString &rsql)> &search);

} // namespace falconer
