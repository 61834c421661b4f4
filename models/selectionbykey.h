// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pagedmodelbase.h"

#include <QHash>
#include <QItemSelectionModel>
#include <QSet>

namespace falconer {

// A selection over a PagedModel that is held by key: it survives refresh, sort, filter and
// eviction, and so does the current row. Give it to a view with setSelectionModel(); the view
// selects whole rows. Selecting everything while not every row is loaded is a query ("all that
// match, but these"), not a million indexes, and ends when the filter changes. Rows selected
// before they were loaded (Shift+End) are fetched for their keys: until then unresolvedCount() of
// them are known by place only.
class SelectionByKey final : public QItemSelectionModel {
    Q_OBJECT

public:
    explicit SelectionByKey(PagedModelBase *model, QObject *parent = nullptr);

    qint64 count() const; // rows selected, wherever they are
    bool isEmpty() const { return count() == 0; }
    bool contains(const QString &key) const;

    // Everything that matches the model's filter, but excludedKeys().
    bool isAll() const { return m_all; }
    const QSet<QString> &excludedKeys() const { return m_excluded; }
    // What is selected one by one; empty while isAll().
    QStringList keys() const;
    int unresolvedCount() const;

    QString currentKey() const { return m_currentKey; }

    void selectAll();
    void selectKeys(const QStringList &keys); // instead of what was selected
    void clearAll();

    void select(const QItemSelection &selection, SelectionFlags command) override;
    using QItemSelectionModel::select;

signals:
    // What is selected changed, by the user or because the server no longer has it.
    void keysChanged();
    void currentKeyChanged(const QString &key);

private:
    void harvest();
    void rowsLoaded(int first, int last);
    void forgetPlaces();
    void totalChanged();
    void rememberCurrent(const QModelIndex &current);
    void place(int first, int last);
    void placeCurrent(int first, int last);

    PagedModelBase *m_model;
    QHash<int, QString> m_placed; // selected rows whose key is known, loaded or not
    QSet<QString> m_placeless;    // selected keys whose row is not known
    QSet<QString> m_excluded;
    QString m_currentKey;
    QString m_allFilter;
    bool m_all = false;
    bool m_placing = false; // the selection follows the keys, not the other way round
};

} // namespace falconer
