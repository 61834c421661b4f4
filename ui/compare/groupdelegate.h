// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace falconer {

// Paints a GroupList: a head with its sign, words, number and what stands below them; items in
// columns. Words wrap where there is no room beside each other.
class GroupDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit GroupDelegate(QTreeView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int widthOf(const QModelIndex &index) const;

    QTreeView *m_view;
};

} // namespace falconer
