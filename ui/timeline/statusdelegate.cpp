// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/statusdelegate.h"

#include "models/pagedmodelbase.h"
#include "ui/shared/celldelegate.h"
#include "ui/shared/icons.h"

#include <QPainter>
#include <QTextLayout>
#include <QTreeView>

#include <algorithm>
#include <cmath>

namespace falconer {

namespace {

constexpr int signGap = 5;
constexpr int rowPadding = 2;

std::optional<Icon> signOf(const QModelIndex &index)
{
    return iconOf(index.data(PagedModelBase::SignRole).value<Sign>());
}

int leftOf(const QModelIndex &index)
{
    return Metrics::cellPadding + (signOf(index) ? Metrics::signSize + signGap : 0);
}

// Lays out the words of a cell; returns their height.
double layOut(QTextLayout &layout, double width)
{
    QTextOption wrap(Qt::AlignLeft);
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 8.0));
        line.setPosition(QPointF(0, height));
        height += line.height();
    }
    layout.endLayout();
    return height;
}

QString wordsOf(const QModelIndex &index)
{
    return index.data().toString().replace(QLatin1Char('\n'), QChar::LineSeparator);
}

} // namespace

StatusDelegate::StatusDelegate(QTreeView *view)
    : QStyledItemDelegate(view)
    , m_view(view)
{
}

// A tree asks without a width; wrapped words need one.
QSize StatusDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = m_view->columnWidth(index.column());
    QTextLayout words(wordsOf(index), option.font);
    const double height = layOut(words, width - leftOf(index) - Metrics::cellPadding);
    return { width, std::max(int(std::ceil(height)), Metrics::signSize) + 2 * rowPadding };
}

void StatusDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &c = colours(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor colour = toneColour(
        option.palette, index.data(PagedModelBase::MeaningRole).value<Tone>(), selected);
    painter->save();
    painter->setClipRect(option.rect);
    if (selected)
        painter->fillRect(option.rect, c.selectedRow);
    if (const std::optional<Icon> sign = signOf(index)) {
        paintIcon(*painter,
            { option.rect.x() + Metrics::cellPadding, option.rect.y() + rowPadding,
                Metrics::signSize, Metrics::signSize },
            *sign, colour);
    }
    QTextLayout words(wordsOf(index), option.font);
    layOut(words, option.rect.width() - leftOf(index) - Metrics::cellPadding);
    painter->setPen(colour);
    words.draw(painter, QPointF(option.rect.x() + leftOf(index), option.rect.y() + rowPadding));
    painter->restore();
}

} // namespace falconer
