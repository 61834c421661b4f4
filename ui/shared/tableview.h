// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>

#include <utility>

class QSettings;

namespace falconer {

class EmptyState;
class PagedModelBase;
class SelectionByKey;
class TableHeader;

// A table as Falconer shows them: 22 px rows with a fine line below, no word wrap, cut text whole
// in the tooltip, columns chosen on the header. With a PagedModel it tells the model which rows are
// on screen, asks it for orders and retries a failed page on a click. Home and End go to the first
// and the last row, since whole rows are selected.
class TableView : public QTableView {
    Q_OBJECT

public:
    explicit TableView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    TableHeader &header() const { return *m_header; }

    // Where columns and order are remembered, and the order before there is any.
    struct Memory {
        QSettings &settings;
        QString key;
        QString sortColumn;
        Qt::SortOrder order = Qt::AscendingOrder;
    };
    // Shows these rows, and has the model begin to fetch them.
    void begin(PagedModelBase &model, SelectionByKey &selection, const Memory &memory);

    // Restores columns and order from what was remembered under this key, and remembers from now
    // on. Call it after setModel().
    void rememberIn(QSettings &settings, const QString &key);
    // Orders by this column unless an order was remembered.
    void setDefaultSort(const QString &columnId, Qt::SortOrder order);

    // First and last row in sight; last below first when there are none.
    std::pair<int, int> visibleRows() const;
    // Stands in the middle while the table has no rows; hidden until somebody shows it.
    EmptyState &emptyState() { return *m_empty; }

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void requestSort(int logicalIndex, Qt::SortOrder order);
    void resetColumns();
    void reportWindow();
    void save();

    TableHeader *m_header;
    EmptyState *m_empty;
    PagedModelBase *m_paged = nullptr;
    QSettings *m_settings = nullptr;
    QString m_key;
    QTimer m_saveSoon;
};

} // namespace falconer
