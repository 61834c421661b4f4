// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagedmodel.h"
#include "models/selectionbykey.h"
#include "services/deployment/selectedactions.h"

namespace falconer {

// The key by which an action is selected.
QString actionKey(const Action &action);

// What is selected, as far as it is loaded, in its order; once through what is loaded, however much
// is selected.
QList<Action> pickedAtHand(const PagedModel<Action> &model, const SelectionByKey &selection);

// All of it: values at hand, ids of the others, or the filter with what it leaves out.
ActionSelection pickedActions(const PagedModel<Action> &model, const SelectionByKey &selection);

} // namespace falconer
