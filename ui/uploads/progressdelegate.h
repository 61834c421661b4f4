// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uploads/uploadtext.h"

#include <QRect>
#include <QStyledItemDelegate>

namespace falconer {

// Where the parts of a cell of progress lie; an empty rectangle: there is no room for it.
struct ProgressPlaces {
    QRect bar;
    QRect share;
    QRect speed;
    QRect timeLeft;

    static ProgressPlaces in(const QRect &cell);
};

// Paints how far an upload is: a bar, its share, speed and time left, each in a place of its own so
// that nothing jumps while figures change. The words of a cell that asks are its answer bar's.
class ProgressDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
};

} // namespace falconer
