// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/segmentedbutton.h"

#include "ui/shared/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace falconer {

namespace {

constexpr int controlHeight = 24;
constexpr int padding = 10;

} // namespace

SegmentedButton::SegmentedButton(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

int SegmentedButton::addSegment(const QString &text, const QString &toolTip)
{
    m_segments << Segment{ .toolTip = toolTip };
    const int index = int(m_segments.size()) - 1;
    setText(index, text);
    return index;
}

void SegmentedButton::setText(int index, const QString &text)
{
    Segment &segment = m_segments[index];
    if (segment.text == text)
        return;
    segment.text = text;
    segment.width = std::max(segment.width, fontMetrics().horizontalAdvance(text) + 2 * padding);
    describe();
    updateGeometry();
    update();
}

void SegmentedButton::setCounted(int index, const QString &word, std::optional<qint64> count)
{
    setText(index, count ? QString(word + u' ' + QLocale().toString(*count)) : word);
}

void SegmentedButton::setToolTip(int index, const QString &toolTip)
{
    m_segments[index].toolTip = toolTip;
}

void SegmentedButton::setSegmentEnabled(int index, bool enabled)
{
    m_segments[index].enabled = enabled;
    update();
}

QString SegmentedButton::text(int index) const
{
    return m_segments[index].text;
}

void SegmentedButton::setCurrentIndex(int index)
{
    if (index == m_current || index < 0 || index >= m_segments.size())
        return;
    m_current = index;
    describe();
    update();
    emit currentChanged(index);
}

QSize SegmentedButton::sizeHint() const
{
    int width = 0;
    for (const Segment &segment : m_segments)
        width += segment.width;
    return { width + 1, controlHeight };
}

QSize SegmentedButton::minimumSizeHint() const
{
    return sizeHint();
}

QRect SegmentedButton::segmentRect(int index) const
{
    int x = 0;
    for (int i = 0; i < index; ++i)
        x += m_segments[i].width;
    return { x, 0, m_segments[index].width, controlHeight };
}

int SegmentedButton::segmentAt(const QPoint &position) const
{
    for (int i = 0; i < m_segments.size(); ++i) {
        if (segmentRect(i).contains(position))
            return i;
    }
    return -1;
}

void SegmentedButton::paintEvent(QPaintEvent *)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF outline = QRectF(QPointF(), QSizeF(sizeHint())).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath shape;
    shape.addRoundedRect(outline, Metrics::controlRadius, Metrics::controlRadius);
    painter.fillPath(shape, c.panel);
    painter.setClipPath(shape);
    for (int i = 0; i < m_segments.size(); ++i) {
        const QRect rect = segmentRect(i);
        const bool chosen = i == m_current && isEnabled();
        const bool usable = isEnabled() && m_segments[i].enabled;
        if (chosen || (usable && i == m_hovered))
            painter.fillRect(rect.adjusted(0, 0, 1, 0), chosen ? c.selectedRow : c.hover);
        if (i > 0)
            painter.fillRect(QRect(rect.x(), 0, 1, controlHeight), c.line);
        painter.setPen(!usable ? c.quiet.text : chosen ? c.plain.onSelected : c.plain.text);
        painter.drawText(rect, Qt::AlignCenter, m_segments[i].text);
    }
    painter.setClipping(false);
    painter.setPen(hasFocus() ? c.accent : c.line);
    painter.drawPath(shape);
}

void SegmentedButton::mousePressEvent(QMouseEvent *event)
{
    const int index = segmentAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index >= 0 && m_segments[index].enabled)
        setCurrentIndex(index);
}

void SegmentedButton::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = segmentAt(event->position().toPoint());
    update();
}

void SegmentedButton::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void SegmentedButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        step(-1);
    else if (event->key() == Qt::Key_Right)
        step(1);
    else
        QWidget::keyPressEvent(event);
}

bool SegmentedButton::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *const help = static_cast<QHelpEvent *>(event);
        const int index = segmentAt(help->pos());
        QToolTip::showText(
            help->globalPos(), index < 0 ? QString() : m_segments[index].toolTip, this);
        return true;
    }
    return QWidget::event(event);
}

void SegmentedButton::step(int direction)
{
    for (int i = m_current + direction; i >= 0 && i < m_segments.size(); i += direction) {
        if (m_segments[i].enabled)
            return setCurrentIndex(i);
    }
}

// For screen readers, which see one control with a value.
void SegmentedButton::describe()
{
    if (m_current < m_segments.size())
        setAccessibleDescription(m_segments[m_current].text);
}

} // namespace falconer
