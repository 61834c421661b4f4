// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/rowreveal.h"

#include "models/pagedmodelbase.h"
#include "ui/shared/tableheader.h"
#include "ui/shared/tableview.h"

#include <utility>

namespace falconer {

RowReveal::RowReveal(TableView &table, PagedModelBase &model, QString newestColumn)
    : QObject(&table)
    , m_table(table)
    , m_model(model)
    , m_newestColumn(std::move(newestColumn))
{
    connect(&model, &PagedModelBase::rowsLoaded, this, &RowReveal::look);
    connect(&model, &PagedModelBase::loadingChanged, this, [this](bool isLoading) {
        if (!isLoading && !m_key.isEmpty())
            orderByNewest();
    });
}

void RowReveal::reveal(const QString &key)
{
    m_key = key;
    m_table.scrollToTop();
    look();
}

void RowReveal::look()
{
    if (m_key.isEmpty() || m_model.rowOf(m_key) < 0)
        return;
    // The table gets to know its rows only after this.
    QMetaObject::invokeMethod(
        this, [this, key = std::exchange(m_key, {})] { scrollTo(key); }, Qt::QueuedConnection);
}

void RowReveal::scrollTo(const QString &key)
{
    const int row = m_model.rowOf(key);
    if (row < 0)
        return;
    const QModelIndex index = m_model.index(row, 0);
    m_table.visualRect(index); // has the rows laid out, else there is nothing to scroll yet
    m_table.scrollTo(index);
    m_table.selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::NoUpdate); // keys go on from it
}

// All that is in sight was loaded, and it is not among it. Looks once more, not for ever.
void RowReveal::orderByNewest()
{
    for (int column = 0; column < m_model.columnCount(); ++column) {
        const auto told
            = [&](int role) { return m_model.headerData(column, Qt::Horizontal, role).toString(); };
        const Sort newest{ told(PagedModelBase::SortKeyRole), Qt::DescendingOrder };
        const bool canBe = !newest.field.isEmpty() && m_model.sortOrder() != newest;
        if (told(PagedModelBase::ColumnIdRole) != m_newestColumn || !canBe)
            continue;
        m_table.header().setSortIndicator(column, newest.order);
        return m_model.sort(column, newest.order);
    }
    m_key.clear();
}

} // namespace falconer
