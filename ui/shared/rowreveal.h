// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace falconer {

class PagedModelBase;
class TableView;

// Brings the row into sight that has just been made, once it is loaded. Where the order of the
// table has it elsewhere, the newest come first from then on.
class RowReveal final : public QObject {
    Q_OBJECT

public:
    // newestColumn: the id of the column by which the newest can come first. Is a child of table.
    RowReveal(TableView &table, PagedModelBase &model, QString newestColumn);

    void reveal(const QString &key);

private:
    void look();
    void scrollTo(const QString &key);
    void orderByNewest();

    TableView &m_table;
    PagedModelBase &m_model;
    QString m_newestColumn;
    QString m_key; // empty: found
};

} // namespace falconer
