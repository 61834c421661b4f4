// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/contentarea.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

namespace falconer {

ContentArea::ContentArea(QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
}

QSize ContentArea::sizeHint() const
{
    // As wide as it will be, to the pixel: a line of words that breaks later needs a scroll bar.
    // The frame around is the style sheet's.
    const QWidget *const around = parentWidget();
    const QMargins margins = around->contentsMargins() + around->layout()->contentsMargins();
    const int width = around->maximumWidth() - margins.left() - margins.right();
    return { width, contentHeight(width) };
}

bool ContentArea::eventFilter(QObject *watched, QEvent *event)
{
    const bool isForUs = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
        fitContent();
    }
    return isForUs;
}

void ContentArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitContent();
}

int ContentArea::contentHeight(int width) const
{
    return widget()->hasHeightForWidth() ? widget()->heightForWidth(width)
                                         : widget()->sizeHint().height();
}

void ContentArea::fitContent()
{
    const QSize room = maximumViewportSize();
    int width = room.width();
    if (contentHeight(width) > room.height())
        width -= verticalScrollBar()->sizeHint().width();
    widget()->resize(width, contentHeight(width));
}

} // namespace falconer
