// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bodies of PagedModel<T>; included by pagedmodel.h only.

namespace falconer {

template <typename T> const T *PagedModel<T>::find(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const auto page = m_pages.find(pageOf(row));
    const int at = row % pageSize();
    return page != m_pages.end() && at < page->second.size() ? &page->second.at(at) : nullptr;
}

template <typename T> QList<T> PagedModel<T>::loadedItems(int first, int last) const
{
    QList<T> items;
    for (int row = std::max(first, 0); row <= std::min(last, rowCount() - 1); ++row) {
        if (const T *const item = find(row))
            items << *item;
    }
    return items;
}

template <typename T> QString PagedModel<T>::keyAt(int row) const
{
    const T *const item = find(row);
    return item ? m_key(*item) : QString();
}

// The page used last is not preferred: a key is on two pages only until the older one is corrected.
template <typename T> int PagedModel<T>::rowOf(const QString &key) const
{
    for (const auto &[page, items] : m_pages) {
        const auto it = std::ranges::find(items, key, m_key);
        const int row = page * pageSize() + int(it - items.begin());
        if (it != items.end() && row < rowCount())
            return row;
    }
    return -1;
}

template <typename T> void PagedModel<T>::fetchPage(int page, const ListQuery &query)
{
    const quint64 serial = ++m_serial;
    m_asked[page].serial = serial;
    m_asked[page].call = m_source(query, [this, page, serial](Result<Page<T>> answer) {
        answered(page, serial, std::move(answer));
    });
}

template <typename T> void PagedModel<T>::answered(int page, quint64 serial, Result<Page<T>> answer)
{
    const auto it = m_asked.find(page);
    if (it == m_asked.end() || it->second.serial != serial)
        return;
    const auto over = m_asked.extract(it); // its Call lives until we are done
    if (!answer) {
        pageFailed(page, answer.error());
        return;
    }
    prepareAnswer(page, answer->total);
    m_pages[page] = std::move(answer->content);
    publishPage(page, pagesWithRowsOf(page));
}

template <typename T> QList<int> PagedModel<T>::pagesWithRowsOf(int page) const
{
    QSet<QString> keys;
    for (const T &item : m_pages.at(page))
        keys << m_key(item);
    QList<int> others;
    for (const auto &[other, items] : m_pages) {
        const bool isShared
            = std::ranges::any_of(items, [&](const T &item) { return keys.contains(m_key(item)); });
        if (other != page && isShared)
            others << other;
    }
    return others;
}

template <typename T> void PagedModel<T>::setRow(int row, const T &item)
{
    const T *const held = find(row);
    if (!held || *held == item)
        return;
    m_pages.at(pageOf(row))[row % pageSize()] = item;
    emitRows(row, row);
}

template <typename T> void PagedModel<T>::refreshRows(const ListQuery &query, const Page<T> &page)
{
    if (isReplacing() || query.filter != filter() || query.sort != sortOrder())
        return;
    for (int i = 0; i < page.content.size(); ++i) {
        const T &item = page.content.at(i);
        const int row = int(query.offset) + i;
        setRow(keyAt(row) == m_key(item) ? row : rowOf(m_key(item)), item);
    }
    const int changes = changesOfOrder(int(query.offset), page);
    m_waiting.reset();
    if (changes > 0)
        m_waiting.emplace(query.offset, page);
    setPending(changes);
    if (changes > 0 && rowCount() == 0) // nothing on screen that could jump
        applyPending();
}

// How many rows appeared, vanished or moved, seen from the rows that are loaded.
template <typename T> int PagedModel<T>::changesOfOrder(int offset, const Page<T> &page) const
{
    QSet<QString> keys;
    for (const T &item : page.content)
        keys << m_key(item);
    qint64 appeared = 0;
    qint64 vanished = 0;
    qint64 moved = 0;
    for (int i = 0; i < page.content.size(); ++i) {
        const QString here = keyAt(offset + i);
        const QString there = m_key(page.content.at(i));
        if (here.isEmpty() || here == there)
            continue;
        moved = 1;
        appeared += rowOf(there) < 0 ? 1 : 0;
        vanished += keys.contains(here) ? 0 : 1;
    }
    return int(std::max({ appeared, vanished, moved, std::abs(page.total - total()) }));
}

template <typename T> void PagedModel<T>::applyPending()
{
    if (pendingChanges() == 0 || !m_waiting)
        return;
    const auto [offset, page] = *std::exchange(m_waiting, std::nullopt);
    setTotal(page.total);
    for (int i = 0; i < page.content.size(); ++i)
        setRow(int(offset) + i, page.content.at(i));
    if (!page.content.isEmpty())
        emit rowsLoaded(int(offset), int(offset + page.content.size()) - 1);
    reload();
}

template <typename T> int PagedModel<T>::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

template <typename T> QVariant PagedModel<T>::data(const QModelIndex &index, int role) const
{
    Q_ASSERT(checkIndex(index, CheckIndexOption::IndexIsValid));
    if (role == RowStateRole)
        return QVariant::fromValue(rowState(index.row()));
    if (role == ErrorRole) {
        const std::optional<Error> error = rowError(index.row());
        return error ? QVariant::fromValue(*error) : QVariant();
    }
    const T *const item = find(index.row());
    if (!item)
        return {};
    return role == KeyRole ? m_key(*item) : columnData(m_columns[index.column()], *item, role);
}

template <typename T>
QVariant PagedModel<T>::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    return columnHeader(m_columns[section], role);
}

} // namespace falconer
