// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/pickedsets.h"

namespace falconer {

SetSelection pickedSets(const PagedModel<DistributionSet> &model, const SelectionByKey &selection)
{
    SetSelection picked{ .count = selection.count() };
    if (selection.isAll()) {
        picked.filter = model.filter();
        for (const QString &key : selection.excludedKeys())
            picked.excluded << key.toLongLong();
        return picked;
    }
    for (const QString &key : selection.keys()) {
        if (const std::optional<DistributionSet> set = model.itemOf(key))
            picked.sets << *set;
        else
            picked.ids << key.toLongLong();
    }
    return picked;
}

} // namespace falconer
