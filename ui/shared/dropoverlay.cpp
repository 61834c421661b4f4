// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/dropoverlay.h"

#include "ui/shared/icons.h"
#include "ui/shared/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace falconer {

namespace {

constexpr int lowestStrip = 30;
constexpr int besideWords = 6; // above and below them

QFont sentenceFont()
{
    return themeFont(TextSize::Body, QFont::DemiBold);
}

} // namespace

DropOverlay::DropOverlay(QWidget *viewport)
    : QWidget(viewport)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAcceptDrops(false);
    viewport->installEventFilter(this);
    hide();
}

void DropOverlay::showVerdict(const DropVerdict &verdict, const QRect &place)
{
    if (isVisible() && verdict == m_verdict && place == m_place)
        return;
    m_verdict = verdict;
    m_place = place;
    setGeometry(parentWidget()->rect());
    setAccessibleDescription(verdict.sentence);
    show();
    raise();
    update();
}

bool DropOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    if (event->type() == QEvent::MouseMove
        && static_cast<QMouseEvent *>(event)->buttons() == Qt::NoButton)
        hide();
    return QWidget::eventFilter(watched, event);
}

// Nothing is dragged where the mouse moves with no button held: then the end of the drag was
// missed, as when the program that it came from is gone.
void DropOverlay::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    qApp->installEventFilter(this);
}

void DropOverlay::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    qApp->removeEventFilter(this);
}

void DropOverlay::paintEvent(QPaintEvent *)
{
    const Colours &paint = colours(palette());
    const ToneColours &tone = m_verdict.allowed ? paint.running : paint.quiet;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor wash = m_verdict.allowed ? paint.accent : paint.ground;
    wash.setAlphaF(m_verdict.allowed ? 0.07F : 0.55F);
    painter.fillRect(rect(), wash);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_verdict.allowed ? paint.accent : paint.line, 2));
    painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    if (m_verdict.allowed && m_place.isValid()) {
        wash.setAlphaF(0.22F);
        painter.fillRect(m_place, wash);
        painter.drawRect(QRectF(m_place).adjusted(1, 1, -1, -1));
    }
    const QRect strip = this->strip();
    painter.fillRect(strip, tone.ground);
    const Icon sign = m_verdict.allowed ? Icon::Send : Icon::Warning;
    paintIcon(
        painter, QRect(10, strip.top(), Metrics::signSize, strip.height()), sign, tone.onGround);
    painter.setPen(tone.onGround);
    painter.setFont(sentenceFont());
    painter.drawText(strip.adjusted(10 + Metrics::signSize + 8, 0, -10, 0),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, m_verdict.sentence);
}

// As high as its words need.
QRect DropOverlay::strip() const
{
    const int room = width() - (10 + Metrics::signSize + 8 + 10);
    const int words = QFontMetrics(sentenceFont())
                          .boundingRect(0, 0, room, 1, Qt::TextWordWrap, m_verdict.sentence)
                          .height();
    const int high = std::max(lowestStrip, words + 2 * besideWords);
    return { 0, height() - high, width(), high };
}

} // namespace falconer
