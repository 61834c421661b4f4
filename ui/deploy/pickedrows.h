// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagedmodel.h"
#include "models/selectionbykey.h"
#include "ui/deploy/dragpayload.h"

namespace falconer {

// The targets that are selected: values at hand, ids of the others, or the filter with what it
// leaves out.
PickedTargets pickedTargets(const PagedModel<Target> &model, const SelectionByKey &selection);

// The targets of another status than the model knows, and new ones.
QStringList movedTargets(const PagedModel<Target> &model, const QList<Target> &news);

} // namespace falconer
