// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/axispainter.h"

#include "ui/timeline/timetexts.h"

#include <QDateTime>
#include <QPainter>

#include <cmath>

namespace falconer {

namespace {

constexpr int leastGridPixels = 96;
constexpr int tickHeight = 6;
constexpr int textWidth = 90;
constexpr int padding = 10;

QDateTime momentAt(qint64 ms, Qt::TimeSpec zone)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(ms);
    return zone == Qt::UTC ? moment.toUTC() : moment;
}

} // namespace

AxisPainter::AxisPainter(QPainter &painter, const QPalette &palette, const TimeScale &scale,
    const TimeAxis &axis, TextCache &texts)
    : m_painter(painter)
    , m_colours(colours(palette))
    , m_scale(scale)
    , m_axis(axis)
    , m_words(texts.of(themeFont(TextSize::Small)))
    , m_gridMs(scale.gridMs(leastGridPixels))
{
}

double AxisPainter::firstLine() const
{
    return std::ceil(m_scale.startMs / double(m_gridMs)) * double(m_gridMs);
}

void AxisPainter::paintGrid(const QRect &body) const
{
    for (double ms = firstLine(); m_scale.x(ms) < body.width(); ms += double(m_gridMs))
        m_painter.fillRect(QRectF(body.left() + std::round(m_scale.x(ms)), body.top() - tickHeight,
                               1, body.height() + tickHeight),
            m_colours.fineLine);
}

QString AxisPainter::zeroWords() const
{
    switch (m_axis.alignment) {
    case LaneAlignment::WallClock:
        return m_axis.zone == Qt::UTC ? tr("UTC") : tr("local time");
    case LaneAlignment::Assignment:
        return tr("since the assignment");
    case LaneAlignment::FirstContact:
        return tr("since the first contact");
    case LaneAlignment::InstallStart:
        return tr("since the install start");
    }
    Q_UNREACHABLE();
}

void AxisPainter::paintHead(const QRect &rect, int namesWidth) const
{
    const int height = rect.height() - 1;
    m_painter.fillRect(rect.left(), rect.top(), rect.width(), height, m_colours.panel);
    m_painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, m_colours.line);
    m_painter.setPen(m_colours.quiet.text);
    const int room = namesWidth - 2 * padding;
    m_words.draw(
        m_painter, QRect(padding, rect.top(), room, height), m_words.elided(zeroWords(), room));
    m_painter.save();
    m_painter.setClipRect(rect.adjusted(namesWidth, 0, 0, 0));
    const int width = rect.width() - namesWidth;
    for (double ms = firstLine(); m_scale.x(ms) < width; ms += double(m_gridMs)) {
        const double x = namesWidth + std::round(m_scale.x(ms));
        m_painter.fillRect(
            QRectF(x, rect.bottom() + 1 - tickHeight, 1, tickHeight - 1), m_colours.line);
        const QString text = m_axis.alignment == LaneAlignment::WallClock
            ? axisClockText(momentAt(qint64(ms), m_axis.zone), m_gridMs)
            : axisText(qint64(ms), m_gridMs);
        if (x + 3 + m_words.width(text) <= rect.width())
            m_words.draw(m_painter, QRectF(x + 3, rect.top(), textWidth, height), text);
    }
    m_painter.restore();
}

} // namespace falconer
