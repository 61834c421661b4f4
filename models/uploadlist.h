// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/column.h"
#include "services/uploads/upload.h"

#include <QAbstractTableModel>

namespace falconer {

class UploadQueue;

// The queue of uploads as a table, in the order in which they are sent. Rows are dragged to other
// places within it; the words come from ui/. Roles as in PagedModelBase.
class UploadList final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { UploadRole = Qt::UserRole + 400 }; // Upload

    // The queue outlives it.
    UploadList(UploadQueue &queue, QList<Column<Upload>> columns, QObject *parent = nullptr);

    const Upload *uploadAt(int row) const;                     // nullptr: no such row
    int rowOf(qint64 id) const;                                // -1: not there
    QList<qint64> idsOf(const QModelIndexList &indexes) const; // in the order of the rows
    // Words that depend on the time of day are read anew.
    void touch(int row);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    bool moveRows(const QModelIndex &sourceParent, int sourceRow, int count,
        const QModelIndex &destinationParent, int destinationChild) override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) override;

private:
    void wire();
    void prepareReorder();
    void finishReorder();
    QList<qint64> idsIn(const QMimeData &data) const;

    UploadQueue &m_queue;
    QList<Column<Upload>> m_columns;
    QModelIndexList m_persistent; // while the queue reorders
    QList<qint64> m_persistentIds;
};

} // namespace falconer

Q_DECLARE_METATYPE(falconer::Upload)
