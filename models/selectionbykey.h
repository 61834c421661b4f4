// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagedmodelbase.h"
#include "models/selectedkeys.h"

#include <QItemSelectionModel>
#include <QSet>

namespace falconer {

// A selection over a PagedModel that is held by key: it survives refresh, sort, filter and
// eviction, and so does the current row. Give it to a view with setSelectionModel(); it selects
// whole rows. Selecting everything while not every row is loaded is a query ("all that match, but
// these"), not a million indexes, and ends when the filter changes. Rows that are selected before
// they were loaded (Shift+End) are fetched for their keys; until then they are known by place only
// and end with the query.
class SelectionByKey final : public QItemSelectionModel {
    Q_OBJECT

public:
    // More rows than this are not fetched for their keys: that is what selectAll is for.
    static constexpr int maxUnresolved = 20'000;

    explicit SelectionByKey(PagedModelBase *model, QObject *parent = nullptr);

    qint64 count() const; // rows selected, wherever they are
    bool contains(const QString &key) const;

    bool isAll() const { return m_all; } // all that match the model's filter, but excludedKeys()
    const QSet<QString> &excludedKeys() const { return m_excluded; }
    QStringList keys() const;                            // one by one; empty while isAll()
    int unresolvedCount() const { return m_unresolved; } // selected rows missing in keys()

    const QString &currentKey() const { return m_currentKey; }
    // What changes now follows the rows that arrived: nobody chose anything.
    bool isFollowing() const { return m_showing; }

    void selectAll();
    void selectKeys(const QStringList &keys); // instead of what was selected
    void clearAll();

    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, SelectionFlags command) override;

signals:
    void keysChanged(); // what is selected, or how much of it is known by key
    void currentKeyChanged(const QString &key);

private:
    void forgetEverything();
    void harvest();
    void harvestExcluded();
    int selectedRowCount() const;
    bool isEverythingLoaded() const;
    void showRows(int first, int last);
    void showAll();
    void showAllBut(int first, int last);
    void showKeys(int first, int last);
    void showCurrent(int first, int last);
    void forgetPlaces();
    void followTotal();
    void rememberCurrent(const QModelIndex &current);
    QItemSelection wholeRows(int first, int last) const;

    PagedModelBase *m_model;
    SelectedKeys m_keys; // at rows that are loaded or not
    QSet<QString> m_excluded;
    QString m_currentKey;
    QString m_allFilter;
    int m_unresolved = 0;
    bool m_all = false;
    bool m_showing = false; // the base class is made to show the keys: no news from the user
};

} // namespace falconer
