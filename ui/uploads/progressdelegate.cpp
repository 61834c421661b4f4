// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/progressdelegate.h"

#include "models/uploadlist.h"
#include "ui/shared/theme.h"
#include "ui/shared/wrappedtooltip.h"
#include "ui/uploads/uploadanswers.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace falconer {

namespace {

constexpr int barHeight = 6;
constexpr int leastBar = 60;
constexpr int mostBar = 260;
constexpr int shareWidth = 44;
constexpr int speedWidth = 84;
constexpr int timeWidth = 116;

void paintBar(QPainter &painter, const QRect &rect, int percent, const Colours &colours, bool ends,
    bool selected)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(selected ? colours.panel : colours.line); // seen on either ground
    painter.drawRoundedRect(rect, barHeight / 2.0, barHeight / 2.0);
    if (percent == 0)
        return;
    QRectF done(rect);
    done.setWidth(std::max<double>(barHeight, rect.width() * percent / 100.0));
    painter.setBrush(ends ? colours.barOuter : colours.accent);
    painter.drawRoundedRect(done, barHeight / 2.0, barHeight / 2.0);
}

void paintText(QPainter &painter, const QRect &rect, const QString &text, Qt::Alignment alignment)
{
    if (rect.isEmpty())
        return;
    painter.drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

// The bar takes what the figures leave; where there is little room the time left goes first.
ProgressPlaces ProgressPlaces::in(const QRect &cell)
{
    const QRect inner = cell.adjusted(Metrics::cellPadding, 0, -Metrics::cellPadding, -1);
    const auto barWith
        = [&](int figures) { return std::min(mostBar, inner.width() - figures - shareWidth); };
    ProgressPlaces places;
    const bool hasTime = barWith(speedWidth + timeWidth) >= leastBar;
    const bool hasSpeed = hasTime || barWith(speedWidth) >= leastBar;
    const int width = std::max(0, barWith((hasSpeed ? speedWidth : 0) + (hasTime ? timeWidth : 0)));
    places.bar = QRect(inner.x(), inner.center().y() - barHeight / 2 + 1, width, barHeight);
    int x = inner.x() + width;
    const auto take = [&](int wide) {
        const QRect place(x, inner.y(), wide, inner.height());
        x += wide;
        return place;
    };
    places.share = take(shareWidth);
    if (hasSpeed)
        places.speed = take(speedWidth);
    if (hasTime)
        places.timeLeft = take(timeWidth).adjusted(16, 0, 0, 0);
    return places;
}

void ProgressDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto upload = index.data(UploadList::UploadRole).value<Upload>();
    const Colours &c = colours(option.palette);
    const bool selected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setClipRect(option.rect);
    if (selected)
        painter->fillRect(option.rect, c.selectedRow);
    painter->fillRect(QRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1),
        selected ? c.line : c.fineLine);
    if (uploadAnswers(upload).isEmpty()) {
        const UploadProgress progress = uploadProgress(upload);
        const ProgressPlaces places = ProgressPlaces::in(option.rect);
        painter->setFont(option.font);
        if (progress.percent)
            paintBar(
                *painter, places.bar, *progress.percent, c, progress.share.isEmpty(), selected);
        painter->setPen(toneColour(option.palette, Tone::Plain, selected));
        paintText(*painter, places.share, progress.share, Qt::AlignRight);
        painter->setPen(toneColour(option.palette, Tone::Quiet, selected));
        paintText(*painter, places.speed, progress.speed, Qt::AlignRight);
        paintText(*painter, places.timeLeft, progress.timeLeft, Qt::AlignLeft);
        QRect note = option.rect.adjusted(Metrics::cellPadding, 0, -Metrics::cellPadding, -1);
        if (progress.percent)
            note.setLeft(places.bar.right() + 10);
        paintText(*painter, note, progress.note, Qt::AlignLeft);
    }
    painter->restore();
}

bool ProgressDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines{ index.data().toString(), index.data(Qt::ToolTipRole).toString() };
    lines.removeAll(QString());
    lines.removeDuplicates();
    QToolTip::showText(event->globalPos(), wrappedToolTip(lines.join(QLatin1Char('\n'))), view);
    return true;
}

} // namespace falconer
