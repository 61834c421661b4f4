// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/columndata.h"

#include <QAbstractTableModel>
#include <QSet>

#include <algorithm>
#include <functional>
#include <optional>

namespace falconer {

// A small whole collection as a table, in the order given. A new state is compared with the old one
// by key: rows are removed, moved, inserted and changed one by one, never reset, so that selection
// and scroll position stay. Roles as in PagedModelBase.
template <typename T> class ListModel final : public QAbstractTableModel {
public:
    using Key = std::function<QString(const T &)>;

    ListModel(QList<Column<T>> columns, Key key, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
        , m_key(std::move(key))
    {
    }

    const QList<T> &items() const { return m_items; }
    std::optional<T> itemAt(int row) const
    {
        return row >= 0 && row < m_items.size() ? std::optional<T>(m_items[row]) : std::nullopt;
    }
    int rowOf(const QString &key) const { return find(key, 0); }

    // Keys must be unique.
    void setItems(const QList<T> &items);

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_items.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
        const T &item = m_items[index.row()];
        if (role == PagedModelBase::KeyRole)
            return m_key(item);
        return columnData(m_columns[index.column()], item, role);
    }
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        return columnHeader(m_columns[section], role);
    }

private:
    int find(const QString &key, int from) const
    {
        for (int row = from; row < m_items.size(); ++row) {
            if (m_key(m_items[row]) == key)
                return row;
        }
        return -1;
    }

    QList<Column<T>> m_columns;
    Key m_key;
    QList<T> m_items;
};

template <typename T> void ListModel<T>::setItems(const QList<T> &items)
{
    QSet<QString> keys;
    for (const T &item : items)
        keys << m_key(item);
    for (int row = int(m_items.size()) - 1; row >= 0; --row) {
        if (keys.contains(m_key(m_items[row])))
            continue;
        beginRemoveRows({}, row, row);
        m_items.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < items.size(); ++row) {
        const int from = find(m_key(items[row]), row);
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_items.insert(row, items[row]);
            endInsertRows();
            continue;
        }
        if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_items.move(from, row);
            endMoveRows();
        }
        if (!(m_items[row] == items[row])) {
            m_items[row] = items[row];
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
}

} // namespace falconer
