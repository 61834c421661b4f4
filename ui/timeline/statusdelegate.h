// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace falconer {

// A status in the list: as high as its messages, whose words are wrapped, a long one anywhere; what
// stands beside them stands on their first line.
class StatusDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit StatusDelegate(QTreeView *view);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    QTreeView *m_view;
};

} // namespace falconer
