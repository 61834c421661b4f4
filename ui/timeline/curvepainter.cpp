// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/curvepainter.h"

#include <QPainter>

#include <algorithm>

namespace falconer {

namespace {

constexpr int padding = 10;
constexpr int above = 10; // room for the words of a line
constexpr int below = 8;

} // namespace

CurvePainter::CurvePainter(QPainter &painter, const QPalette &palette, const TimeScale &scale)
    : m_painter(painter)
    , m_colours(colours(palette))
    , m_scale(scale)
{
}

double CurvePainter::yOf(const QRect &rect, double percent) const
{
    const double room = rect.height() - above - below;
    return rect.bottom() - below - std::clamp(percent, 0.0, 100.0) / 100 * room;
}

void CurvePainter::paintHead(const QRect &rect)
{
    m_painter.setFont(themeFont(TextSize::Small));
    m_painter.setPen(m_colours.quiet.text);
    m_painter.drawText(rect.adjusted(padding, 0, -36, 0), Qt::AlignLeft | Qt::AlignVCenter,
        tr("per cent as reported"));
    for (const int percent : { 0, 50, 100 }) {
        const int y = int(yOf(rect, percent));
        m_painter.drawText(QRect(rect.right() - 44, y - 8, 38, 16),
            Qt::AlignRight | Qt::AlignVCenter, tr("%1 %").arg(percent));
    }
}

void CurvePainter::paintBody(
    const QRect &rect, const QList<PercentPoint> &course, qint64 zeroMs, qint64 endMs)
{
    m_painter.save();
    m_painter.setClipRect(rect, Qt::IntersectClip);
    for (const int percent : { 0, 50, 100 })
        m_painter.fillRect(
            QRectF(rect.left(), int(yOf(rect, percent)), rect.width(), 1), m_colours.fineLine);
    m_painter.setRenderHint(QPainter::Antialiasing);
    const auto xOf = [&](qint64 ms) { return rect.left() + m_scale.x(double(ms - zeroMs)); };
    for (qsizetype i = 0; i < course.size(); ++i) {
        const PercentPoint &point = course[i];
        const bool goesOn = i + 1 < course.size() && course[i + 1].attempt == point.attempt;
        const double x = xOf(point.at.toMSecsSinceEpoch());
        const double y = yOf(rect, point.percent);
        const bool isLast = i + 1 == course.size();
        const double next = goesOn ? xOf(course[i + 1].at.toMSecsSinceEpoch())
            : isLast               ? std::max(x, xOf(endMs))
                                   : x;
        m_painter.setPen(QPen(m_colours.running.text, 1.5));
        m_painter.drawLine(QPointF(x, y), QPointF(next, y));
        if (goesOn)
            m_painter.drawLine(QPointF(next, y), QPointF(next, yOf(rect, course[i + 1].percent)));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_colours.running.text);
        m_painter.drawEllipse(QPointF(x, y), 2, 2);
    }
    m_painter.restore();
}

} // namespace falconer
