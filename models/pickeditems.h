// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagedmodel.h"
#include "models/selectionbykey.h"
#include "services/repository/selecteditems.h"

namespace falconer {

// What is selected of a model whose keys are ids: values at hand, ids of the others, or the filter
// with what it leaves out.
template <typename T>
ItemSelection<T> pickedItems(const PagedModel<T> &model, const SelectionByKey &selection)
{
    ItemSelection<T> picked{ .count = selection.count() };
    if (selection.isAll()) {
        picked.filter = model.filter();
        for (const QString &key : selection.excludedKeys())
            picked.excluded << key.toLongLong();
        return picked;
    }
    for (const QString &key : selection.keys()) {
        if (const std::optional<T> item = model.itemOf(key))
            picked.items << *item;
        else
            picked.ids << key.toLongLong();
    }
    return picked;
}

} // namespace falconer
