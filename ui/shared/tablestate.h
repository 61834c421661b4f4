// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

class QHeaderView;

namespace falconer {

// How a table's columns stand, by their ids (PagedModelBase::ColumnIdRole), so that it outlives
// new, renamed and removed columns: what is unknown is ignored, what is new keeps its place.
struct TableState {
    struct Column {
        QString id;
        int width = 0; // 0: the model's, also of a last one that is stretched
        bool hidden = false;

        bool operator==(const Column &) const = default;
    };

    QList<Column> columns; // from left to right
    QString sortColumn;    // empty: none
    Qt::SortOrder sortOrder = Qt::AscendingOrder;

    static TableState of(const QHeaderView &header);
    // As the model of this header wants it before anybody chose.
    static TableState defaultsOf(const QHeaderView &header);
    void applyTo(QHeaderView &header) const;

    QJsonObject toJson() const;
    static TableState fromJson(const QJsonObject &json);

    bool operator==(const TableState &) const = default;
};

} // namespace falconer
