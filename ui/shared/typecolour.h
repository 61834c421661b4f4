// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QStyledItemDelegate>

class QComboBox;

namespace falconer {

// The colour that a type or tag was given: a CSS name, #rrggbb or rgb(r,g,b). Invalid: none of
// these.
QColor typeColour(const QString &written);

// A small filled square with a line around it.
QPixmap colourSwatch(const QColor &colour, const QColor &line, int size, qreal devicePixelRatio);

// The same before each of a combo box's items, one colour (as it was written) for each; the items
// that have none keep its place. No swatches if none has one.
void setItemColours(QComboBox &box, const QStringList &written);

// Draws the swatch of a cell's text before it, and the line below that every cell has.
class ColourDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace falconer
