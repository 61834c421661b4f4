// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionbykey.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <numeric>
#include <utility>

namespace falconer {

SelectionByKey::SelectionByKey(PagedModelBase *model, QObject *parent)
    : QItemSelectionModel(model, parent)
    , m_model(model)
{
    connect(model, &PagedModelBase::rowsLoaded, this, &SelectionByKey::showRows);
    connect(model, &PagedModelBase::rowsReplaced, this, &SelectionByKey::forgetPlaces);
    connect(model, &PagedModelBase::totalChanged, this, &SelectionByKey::followTotal);
    connect(this, &QItemSelectionModel::currentRowChanged, this, &SelectionByKey::rememberCurrent);
}

qint64 SelectionByKey::count() const
{
    if (m_all)
        return std::max<qint64>(0, m_model->total() - m_excluded.size());
    return m_keys.count() + m_unresolved;
}

bool SelectionByKey::contains(const QString &key) const
{
    return m_all ? !m_excluded.contains(key) : m_keys.contains(key);
}

QStringList SelectionByKey::keys() const
{
    return m_keys.inOrder();
}

void SelectionByKey::selectAll()
{
    select(wholeRows(0, m_model->rowCount() - 1), ClearAndSelect);
}

void SelectionByKey::selectKeys(const QStringList &keys)
{
    forgetEverything();
    m_keys.setPlaceless(keys);
    const QScopedValueRollback showing(m_showing, true);
    clearSelection();
    const auto loaded = m_model->loadedRows();
    for (const auto &[first, last] : loaded)
        showKeys(first, last);
    emit keysChanged();
}

void SelectionByKey::clearAll()
{
    select(QItemSelection(), Clear);
}

void SelectionByKey::select(const QItemSelection &selection, SelectionFlags command)
{
    if (m_showing || command == NoUpdate) {
        QItemSelectionModel::select(selection, command);
        return;
    }
    if (command & Clear)
        forgetEverything();
    QItemSelectionModel::select(selection, command | Rows);
    if (m_all)
        harvestExcluded();
    else
        harvest();
    emit keysChanged();
}

void SelectionByKey::forgetEverything()
{
    m_keys.clear();
    m_excluded.clear();
    m_unresolved = 0;
    m_all = false;
}

// Reads the user's selection, by place, into keys.
void SelectionByKey::harvest()
{
    if (selectedRowCount() == m_model->rowCount() && !isEverythingLoaded()) {
        forgetEverything();
        m_all = true;
        m_allFilter = m_model->filter();
        return;
    }
    const QHash<int, QString> before = m_keys.takePlaced();
    m_unresolved = 0;
    QList<std::pair<int, int>> unresolved;
    const QItemSelection ranges = selection();
    for (const QItemSelectionRange &range : ranges) {
        int missing = 0;
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QString key = m_model->isLoaded(row) ? m_model->keyAt(row) : before.value(row);
            if (key.isEmpty())
                ++missing;
            else
                m_keys.place(row, key);
        }
        if (missing > 0)
            unresolved.emplaceBack(range.top(), range.bottom());
        m_unresolved += missing;
    }
    if (m_unresolved > maxUnresolved)
        return;
    for (const auto &[first, last] : std::as_const(unresolved))
        m_model->requireRows(first, last);
}

// Everything is selected, and the user took some of it out or in.
void SelectionByKey::harvestExcluded()
{
    const auto loaded = m_model->loadedRows();
    for (const auto &[first, last] : loaded) {
        for (int row = first; row <= last; ++row) {
            if (isRowSelected(row))
                m_excluded.remove(m_model->keyAt(row));
            else
                m_excluded.insert(m_model->keyAt(row));
        }
    }
}

int SelectionByKey::selectedRowCount() const
{
    const QItemSelection ranges = selection();
    return std::accumulate(ranges.begin(), ranges.end(), 0,
        [](int sum, const QItemSelectionRange &range) { return sum + range.height(); });
}

bool SelectionByKey::isEverythingLoaded() const
{
    const auto loaded = m_model->loadedRows();
    const int rows = std::accumulate(loaded.begin(), loaded.end(), 0,
        [](int sum, const auto &page) { return sum + page.second - page.first + 1; });
    return rows == m_model->rowCount();
}

void SelectionByKey::showRows(int first, int last)
{
    const QScopedValueRollback showing(m_showing, true);
    const int unresolved = m_unresolved;
    if (m_all)
        showAllBut(first, last);
    else
        showKeys(first, last);
    showCurrent(first, last);
    if (m_unresolved != unresolved)
        emit keysChanged();
}

void SelectionByKey::showAll()
{
    select(wholeRows(0, m_model->rowCount() - 1), Select);
    const auto loaded = m_model->loadedRows();
    for (const auto &[first, last] : loaded)
        showAllBut(first, last);
}

void SelectionByKey::showAllBut(int first, int last)
{
    QItemSelection excluded;
    for (int row = first; row <= last; ++row) {
        if (m_excluded.contains(m_model->keyAt(row)))
            excluded << wholeRows(row, row);
    }
    select(wholeRows(first, last), Select);
    select(excluded, Deselect);
}

void SelectionByKey::showKeys(int first, int last)
{
    // Whose place it no longer is.
    QItemSelection gone;
    for (int row = first; row <= last; ++row) {
        const QString before = m_keys.at(row);
        if (before.isEmpty() && isRowSelected(row)) {
            m_unresolved = std::max(0, m_unresolved - 1);
            m_keys.addPlaceless(m_model->keyAt(row));
        } else if (!before.isEmpty() && before != m_model->keyAt(row)) {
            m_keys.displace(row);
            gone << wholeRows(row, row);
        }
    }
    QItemSelection found;
    for (int row = first; row <= last; ++row) {
        const QString key = m_model->keyAt(row);
        const int before = m_keys.rowOf(key);
        if (before >= 0 && before != row) {
            m_keys.displace(before);
            gone << wholeRows(before, before);
        }
        if (!m_keys.isPlaceless(key))
            continue;
        m_keys.place(row, key);
        found << wholeRows(row, row);
    }
    select(gone, Deselect);
    select(found, Select);
}

void SelectionByKey::showCurrent(int first, int last)
{
    const int current = currentIndex().row();
    const bool isHere = current >= first && current <= last;
    if (m_currentKey.isEmpty()) {
        if (isHere) {
            m_currentKey = m_model->keyAt(current);
            emit currentKeyChanged(m_currentKey);
        }
        return;
    }
    for (int row = first; row <= last; ++row) {
        if (m_model->keyAt(row) == m_currentKey) {
            setCurrentIndex(m_model->index(row, std::max(0, currentIndex().column())), NoUpdate);
            return;
        }
    }
    if (isHere) // another row took its place
        setCurrentIndex(QModelIndex(), NoUpdate);
}

// Another order or filter: the keys stay, their rows are not known until they are loaded.
void SelectionByKey::forgetPlaces()
{
    const QScopedValueRollback showing(m_showing, true);
    setCurrentIndex(QModelIndex(), NoUpdate);
    if (m_all && m_allFilter == m_model->filter()) {
        showAll();
        return;
    }
    const bool isLess = m_all || m_unresolved > 0;
    m_keys.displaceAll();
    m_excluded.clear();
    m_unresolved = 0;
    m_all = false;
    clearSelection();
    if (isLess)
        emit keysChanged();
}

void SelectionByKey::followTotal()
{
    const QScopedValueRollback showing(m_showing, true);
    if (m_all) {
        showAll();
        emit keysChanged();
        return;
    }
    const QList<int> rows = m_keys.rows();
    for (const int row : rows) {
        if (row >= m_model->rowCount())
            m_keys.displace(row);
    }
    const int unresolved = std::max(0, selectedRowCount() - int(m_keys.placedCount()));
    if (std::exchange(m_unresolved, unresolved) != unresolved)
        emit keysChanged();
}

void SelectionByKey::rememberCurrent(const QModelIndex &current)
{
    if (m_showing || m_model->isResizing())
        return;
    m_currentKey = current.isValid() ? m_model->keyAt(current.row()) : QString();
    emit currentKeyChanged(m_currentKey);
}

QItemSelection SelectionByKey::wholeRows(int first, int last) const
{
    if (first > last)
        return {};
    return { m_model->index(first, 0), m_model->index(last, m_model->columnCount() - 1) };
}

} // namespace falconer
