// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/takeoutzone.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QDropEvent>
#include <QPainter>

namespace falconer {

namespace {

constexpr int zoneHeight = 34;

} // namespace

TakeOutZone::TakeOutZone(const QWidget *source, QWidget *parent)
    : QFrame(parent)
    , m_source(source)
{
    setAcceptDrops(true);
    setFixedHeight(zoneHeight);
    hide();
}

void TakeOutZone::open(const DropVerdict &verdict)
{
    m_verdict = verdict;
    m_isUnderPointer = false;
    setAccessibleName(verdict.sentence);
    show();
    update();
}

void TakeOutZone::close()
{
    hide();
}

void TakeOutZone::setUnderPointer(bool under)
{
    m_isUnderPointer = under;
    update();
}

void TakeOutZone::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->source() != m_source)
        return event->ignore();
    setUnderPointer(true);
    event->setDropAction(Qt::CopyAction);
    event->setAccepted(m_verdict.allowed);
}

void TakeOutZone::dragMoveEvent(QDragMoveEvent *event)
{
    event->setDropAction(Qt::CopyAction);
    event->setAccepted(m_verdict.allowed && event->source() == m_source);
}

void TakeOutZone::dragLeaveEvent(QDragLeaveEvent *)
{
    setUnderPointer(false);
}

void TakeOutZone::dropEvent(QDropEvent *event)
{
    if (!m_verdict.allowed || event->source() != m_source)
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // The drag is still inside its own loop here.
    QMetaObject::invokeMethod(this, &TakeOutZone::dropped, Qt::QueuedConnection);
}

void TakeOutZone::paintEvent(QPaintEvent *)
{
    const Colours &paint = colours(palette());
    const ToneColours &tone = m_verdict.allowed ? paint.running : paint.quiet;
    QPainter painter(this);
    painter.fillRect(rect(), tone.ground);
    painter.setPen(QPen(m_isUnderPointer ? paint.accent : paint.line, 2));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    const Icon sign = m_verdict.allowed ? Icon::Remove : Icon::Warning;
    paintIcon(painter, QRect(10, 0, Metrics::signSize, height()), sign, tone.onGround);
    painter.setPen(tone.onGround);
    painter.setFont(themeFont(TextSize::Body, QFont::DemiBold));
    const QRect words = rect().adjusted(10 + Metrics::signSize + 8, 0, -10, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
        painter.fontMetrics().elidedText(m_verdict.sentence, Qt::ElideRight, words.width()));
}

} // namespace falconer
