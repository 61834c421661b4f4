// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"

#include <QAbstractTableModel>

namespace falconer {

// The statuses of one action as a plain table: when, what, code, all messages. Entries that come
// later are inserted, never a reset, so that selection and scroll position stay.
class StatusList final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, TypeColumn, CodeColumn, MessagesColumn, ColumnCount };
    enum Role {
        EntryRole = Qt::UserRole + 100, // qint64, of the entry
        SearchRole,                     // all words of a row
        CopyRole,                       // a row as text, columns by tabs
        MessageCountRole,
    };

    explicit StatusList(QObject *parent = nullptr);

    // Of one action, in any order. Another action's resets.
    void setStatuses(qint64 actionId, QList<ActionStatus> statuses);
    void setNewestFirst(bool newestFirst);
    bool isNewestFirst() const { return m_newestFirst; }
    int rowOfEntry(qint64 entry) const; // -1: not here

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const ActionStatus &statusAt(int row) const;
    int rowOf(int index) const;

    qint64 m_actionId = 0;
    QList<ActionStatus> m_statuses; // oldest first
    bool m_newestFirst = false;
};

// The device's own time, when it differs from the server's by more than the way takes; else empty.
QString deviceTimeText(const ActionStatus &status);
// Its type in words.
QString statusTypeText(const ActionStatus &status);

} // namespace falconer
