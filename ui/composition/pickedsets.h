// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagedmodel.h"
#include "models/selectionbykey.h"
#include "services/repository/selectedsets.h"

namespace falconer {

// The sets that are selected: values at hand, ids of the others, or the filter with what it leaves
// out.
SetSelection pickedSets(const PagedModel<DistributionSet> &model, const SelectionByKey &selection);

} // namespace falconer
