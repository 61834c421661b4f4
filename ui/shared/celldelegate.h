// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/meaning.h"
#include "ui/shared/icons.h"

#include <QStyledItemDelegate>

#include <optional>

namespace falconer {

std::optional<Icon> iconOf(Sign sign);

// Paints a cell of our tables: sign, words and colour from the roles of PagedModelBase, which stay
// legible on a selected row; a grey bar while the row is fetched; a way to try again where that
// failed. A cell that is cut shows its whole text as tooltip.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

protected:
    // The colour, as it was written, of the swatch before the words; empty: its place is kept, so
    // that the words of all rows stand below each other. Nothing: this column has none.
    virtual std::optional<QString> swatchOf(const QModelIndex & /*index*/) const { return {}; }
};

} // namespace falconer
