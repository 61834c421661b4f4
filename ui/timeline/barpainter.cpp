// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/barpainter.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace falconer {

namespace {

constexpr double leastTextWidth = 18;
constexpr double leastRoundWidth = 6;
constexpr double leastTextHeight = 9;

QFont smallFont(double factor)
{
    QFont font = themeFont(TextSize::Small);
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

} // namespace

struct BarPainter::Fill {
    QColor ground;
    QColor text;
};

BarPainter::BarPainter(QPainter &painter, const QPalette &palette, TextCache &texts)
    : m_painter(painter)
    , m_colours(colours(palette))
    , m_texts(texts.of(smallFont(0.86))) // a bar is 11 px high
    , m_innerTexts(texts.of(smallFont(0.8)))
{
}

BarPainter::Fill BarPainter::fillOf(const PlacedBar &placed) const
{
    if (placed.bar.failed)
        return { m_colours.failure.ground, m_colours.failure.onGround };
    if (placed.bar.end == BarEnd::Silent && placed.bar.kind != BarKind::Quiet)
        return { m_colours.attention.ground, m_colours.attention.onGround };
    switch (placed.bar.kind) {
    case BarKind::Download:
        return { m_colours.barDownload, m_colours.onBar };
    case BarKind::Outer:
        return { m_colours.barOuter, m_colours.onBar };
    case BarKind::Inner:
        return { placed.isNext ? m_colours.barInnerNext : m_colours.barInner, m_colours.onBar };
    case BarKind::Quiet:
        return { m_colours.line, m_colours.quiet.text };
    }
    Q_UNREACHABLE();
}

bool BarPainter::hasText(const PlacedBar &placed)
{
    return placed.bar.kind != BarKind::Quiet && placed.rect.width() >= leastTextWidth
        && placed.rect.height() >= leastTextHeight;
}

void BarPainter::paint(const QRect &rect, const PlacedBar &placed, const LaneMetrics &metrics,
    const QStringList &texts, bool selected)
{
    const Fill fill = fillOf(placed);
    // A hair between neighbours, so that each is seen.
    const double gap = placed.rect.width() > 4 && placed.bar.kind != BarKind::Quiet ? 1 : 0;
    const QRectF bar = placed.rect.translated(rect.topLeft()).adjusted(0, 0, -gap, 0);
    const bool isOpen = placed.bar.end == BarEnd::Running || placed.bar.end == BarEnd::NotReported;
    const double radius = placed.bar.kind == BarKind::Quiet ? 0 : 2;
    if (bar.width() < leastRoundWidth) {
        // Thousands of these are drawn at once, and corners could not be seen.
        m_painter.fillRect(QRect(qRound(bar.left()), qRound(bar.top()),
                               std::max(1, qRound(bar.width())), qRound(bar.height())),
            fill.ground);
    } else {
        QPainterPath path;
        path.setFillRule(Qt::WindingFill);
        path.addRoundedRect(bar, radius, radius);
        if (isOpen) // nobody said that it ends here
            path.addRect(bar.adjusted(radius, 0, 0, 0));
        m_painter.fillPath(path, fill.ground);
    }
    if (selected) {
        m_painter.setPen(QPen(m_colours.accent, 1.5));
        m_painter.drawRoundedRect(bar.adjusted(0.5, 0, -0.5, 0), radius, radius);
    }
    if (placed.bar.end == BarEnd::NotReported && placed.bar.kind != BarKind::Quiet) {
        m_painter.setPen(QPen(m_colours.quiet.text, 1, Qt::DotLine));
        m_painter.drawLine(bar.topRight() + QPointF(0.5, 0), bar.bottomRight() + QPointF(0.5, 0));
    }
    if (placed.bar.end == BarEnd::Running) {
        m_painter.setPen(QPen(m_colours.running.text, 1.5));
        const double x = bar.right() + 0.5;
        m_painter.drawLine(QPointF(x, rect.top() + metrics.outerTop - 1),
            QPointF(x, rect.top() + metrics.innerEnd() + 1));
    }
    if (hasText(placed))
        paintText(bar, placed.bar.kind, texts, fill.text);
}

void BarPainter::paintText(
    const QRectF &bar, BarKind kind, const QStringList &texts, const QColor &colour)
{
    // What is left of the window is not lost: the words stay in sight.
    const double left = std::max(bar.left(), double(m_painter.clipBoundingRect().left()));
    const QRectF room = QRectF(QPointF(left, bar.top()), bar.bottomRight()).adjusted(4, 0, -3, 0);
    ShapedTexts &words = kind == BarKind::Inner ? m_innerTexts : m_texts;
    m_painter.setPen(colour);
    for (const QString &text : texts) {
        if (words.width(text) <= room.width())
            return words.draw(m_painter, room, text);
    }
    if (room.width() > 34 && !texts.isEmpty())
        words.draw(m_painter, room, words.elided(texts.last(), room.width()));
}

} // namespace falconer
