// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "services/deployment/journal.h"

#include <QAbstractTableModel>

namespace falconer {

// The journal as a table, the newest first: all of it, or what has every word of a search somewhere
// in its columns. It grows while it is looked at. Roles as in PagedModelBase.
class JournalList final : public QAbstractTableModel {
    Q_OBJECT

public:
    // The journal outlives it.
    JournalList(
        const Journal &journal, QList<Column<JournalEntry>> columns, QObject *parent = nullptr);

    void setSearch(const QString &words);
    bool hasSearch() const { return !m_words.isEmpty(); }
    const QList<JournalEntry> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    bool matches(const JournalEntry &entry) const;
    void readAgain();
    void take(const JournalEntry &entry);

    const Journal &m_journal;
    QList<Column<JournalEntry>> m_columns;
    QStringList m_words;
    QList<JournalEntry> m_rows;
};

} // namespace falconer
