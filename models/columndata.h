// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "models/pagedmodelbase.h"

namespace falconer {

// What a column says of an item and of itself, by role: the same in every model.
template <typename T> QVariant columnData(const Column<T> &column, const T &item, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return column.text(item);
    case Qt::ToolTipRole:
        return column.toolTip ? column.toolTip(item) : QVariant();
    case Qt::TextAlignmentRole:
        return int(column.alignment);
    case PagedModelBase::MeaningRole:
        return QVariant::fromValue(column.look ? column.look(item).meaning : Meaning::Plain);
    case PagedModelBase::SignRole:
        return QVariant::fromValue(column.look ? column.look(item).sign : Sign::None);
    default:
        return {};
    }
}

template <typename T> QVariant columnHeader(const Column<T> &column, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::TextAlignmentRole:
        return int(column.alignment);
    case PagedModelBase::ColumnIdRole:
        return column.id;
    case PagedModelBase::SortKeyRole:
        return column.sortKey;
    case PagedModelBase::WidthRole:
        return column.width;
    case PagedModelBase::HiddenRole:
        return column.hiddenByDefault;
    default:
        return {};
    }
}

} // namespace falconer
