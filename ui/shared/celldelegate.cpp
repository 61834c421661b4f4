// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/celldelegate.h"

#include "models/pagedmodelbase.h"
#include "ui/shared/typecolour.h"
#include "ui/shared/wrappedtooltip.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int signGap = 5;
constexpr int swatchSize = 10; // calmer than the signs, in their place

struct Cell {
    QString text;
    std::optional<Icon> icon;
    std::optional<QString> swatch = {};

    bool hasSign() const { return icon || swatch; }
    Tone tone = Tone::Plain;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

RowState stateOf(const QModelIndex &index)
{
    const QVariant state = index.data(PagedModelBase::RowStateRole);
    return state.isValid() ? state.value<RowState>() : RowState::Fresh;
}

Cell cellOf(const QModelIndex &index)
{
    Cell cell{ .text = index.data().toString() };
    if (const QVariant meaning = index.data(PagedModelBase::MeaningRole); meaning.isValid())
        cell.tone = meaning.value<Meaning>();
    if (const QVariant sign = index.data(PagedModelBase::SignRole); sign.isValid())
        cell.icon = iconOf(sign.value<Sign>());
    if (const QVariant alignment = index.data(Qt::TextAlignmentRole); alignment.isValid())
        cell.alignment = Qt::Alignment(alignment.toInt());
    return cell;
}

QRect innerRect(const QRect &rect)
{
    return rect.adjusted(Metrics::cellPadding, 0, -Metrics::cellPadding, -1);
}

QRect textRect(const QRect &rect, bool hasIcon)
{
    return innerRect(rect).adjusted(hasIcon ? Metrics::signSize + signGap : 0, 0, 0, 0);
}

void paintPlaceholder(QPainter &painter, const QRect &rect, const QColor &colour)
{
    const QRect inner = innerRect(rect);
    const QRect bar(inner.x(), inner.center().y() - 3, qMin(inner.width(), 70), 7);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(bar, 3, 3);
}

void paintCell(QPainter &painter, const QStyleOptionViewItem &option, const Cell &cell)
{
    const bool selected = option.state & QStyle::State_Selected;
    const QColor colour = toneColour(option.palette, cell.tone, selected);
    if (cell.icon) {
        const QRect inner = innerRect(option.rect);
        const int top = inner.y() + (inner.height() - Metrics::signSize) / 2;
        paintIcon(
            painter, { inner.x(), top, Metrics::signSize, Metrics::signSize }, *cell.icon, colour);
    }
    if (cell.swatch) {
        const QRect inner = innerRect(option.rect);
        painter.drawPixmap(inner.x(), inner.y() + (inner.height() - swatchSize + 1) / 2,
            colourSwatch(typeColour(*cell.swatch), colours(option.palette).line, swatchSize,
                painter.device()->devicePixelRatioF()));
    }
    // A coloured sign does for the colour: the word beside it stays calm.
    const bool calm = cell.icon && cell.tone != Tone::Quiet;
    painter.setPen(calm ? toneColour(option.palette, Tone::Plain, selected) : colour);
    painter.setFont(option.font);
    const QRect rect = textRect(option.rect, cell.hasSign());
    painter.drawText(rect, int(cell.alignment) | Qt::TextSingleLine,
        option.fontMetrics.elidedText(cell.text, option.textElideMode, rect.width()));
}

} // namespace

std::optional<Icon> iconOf(Sign sign)
{
    switch (sign) {
    case Sign::None:
        return {};
    case Sign::Done:
        return Icon::InSync;
    case Sign::Running:
        return Icon::Pending;
    case Sign::Failed:
        return Icon::Error;
    case Sign::Waiting:
        return Icon::Registered;
    case Sign::Unknown:
        return Icon::Unknown;
    case Sign::Warning:
        return Icon::Warning;
    case Sign::Locked:
        return Icon::Locked;
    case Sign::Invalid:
        return Icon::Canceled;
    }
    return {};
}

void CellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &c = colours(option.palette);
    painter->save();
    painter->setClipRect(option.rect);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, c.selectedRow);
    painter->fillRect(QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1),
        option.state & QStyle::State_Selected ? c.line : c.fineLine);
    switch (stateOf(index)) {
    case RowState::Loading:
        paintPlaceholder(*painter, option.rect, c.fineLine);
        break;
    case RowState::Failed:
        if (index.column() == 0)
            paintCell(*painter, option,
                { .text = tr("not loaded, click to try again"),
                    .icon = Icon::Error,
                    .tone = Tone::Failure });
        break;
    case RowState::Fresh:
    case RowState::Stale:
        Cell cell = cellOf(index);
        cell.swatch = swatchOf(index);
        paintCell(*painter, option, cell);
    }
    // Where the keyboard is.
    if (option.state & QStyle::State_HasFocus) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->fillRect(
            QRect(option.rect.x(), option.rect.y(), 2, option.rect.height()), c.accent);
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Cell cell = cellOf(index);
    cell.swatch = swatchOf(index);
    const int sign = cell.hasSign() ? Metrics::signSize + signGap : 0;
    const int text = option.fontMetrics.horizontalAdvance(cell.text);
    return { text + sign + 2 * Metrics::cellPadding + 2, Metrics::rowHeight };
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines;
    const bool isCut = sizeHint(option, index).width() - 2 > option.rect.width();
    if (isCut)
        lines << index.data().toString();
    if (const QString said = index.data(Qt::ToolTipRole).toString();
        !said.isEmpty() && !lines.contains(said))
        lines << said;
    QToolTip::showText(event->globalPos(), wrappedToolTip(lines.join(u'\n')), view);
    return true;
}

} // namespace falconer
