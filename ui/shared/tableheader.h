// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

class QMenu;

namespace falconer {

// The quiet head of our tables: words, a small arrow where the order comes from, a fine line. Its
// menu shows, hides and resets columns; a click asks for an order only where the model has one
// (SortKeyRole).
class TableHeader final : public QHeaderView {
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

    QSize sizeHint() const override;
    bool isSortable(int logicalIndex) const;
    // What the context menu shows.
    void fillMenu(QMenu &menu);

signals:
    void sortRequested(int logicalIndex, Qt::SortOrder order);
    void resetRequested();
    void visibilityChanged();

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;
    QSize sectionSizeFromContents(int logicalIndex) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void rememberSort();
    void requestSort(int logicalIndex);
    void toggle(int logicalIndex, bool shown);

    int m_sortedBefore = -1;
    Qt::SortOrder m_orderBefore = Qt::AscendingOrder;
};

} // namespace falconer
