// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/shapedtexts.h"

#include <QFontMetricsF>
#include <QPaintEngine>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <optional>

namespace falconer {

namespace {

constexpr int mostTexts = 1'000; // of about 2 kB
constexpr double anyWidth = 1e6;
constexpr QChar ellipsis(0x2026);

} // namespace

struct ShapedTexts::Shaped {
    Shaped(const QString &text, const QFont &font)
        : layout(text, font)
    {
        layout.setCacheEnabled(true); // keeps what was shaped
        layout.beginLayout();
        line = layout.createLine();
        line.setLineWidth(anyWidth);
        layout.endLayout();
        width = line.horizontalAdvance();
        height = line.ascent() + line.descent();
    }

    // How many characters reach no further than that. Nothing where some are made of several, or
    // where they do not follow each other from left to right.
    std::optional<qsizetype> fitting(double room)
    {
        if (reaches.isEmpty())
            findReaches();
        if (reaches.size() != layout.text().size() + 1)
            return std::nullopt;
        const auto beyond = std::ranges::upper_bound(reaches, room);
        return std::max<qsizetype>(beyond - reaches.begin() - 1, 0);
    }

    void findReaches()
    {
        reaches = { 0 };
        for (int count = 1; count <= layout.text().size(); ++count) {
            const auto reach = float(line.cursorToX(count));
            if (!layout.isValidCursorPosition(count) || reach < reaches.last())
                return;
            reaches << reach;
        }
    }

    QTextLayout layout;
    QTextLine line;
    double width = 0;
    double height = 0;
    QList<float> reaches; // from no character to all; empty until one asks
};

ShapedTexts::ShapedTexts(const QFont &font)
    : m_font(font)
    , m_shaped(mostTexts)
    , m_cut(mostTexts)
{
    const QFontMetricsF metrics(font);
    if (metrics.inFont(ellipsis))
        m_ellipsisWidth = metrics.horizontalAdvance(ellipsis);
}

ShapedTexts::~ShapedTexts() = default;

ShapedTexts::Shaped &ShapedTexts::shaped(const QString &text)
{
    if (Shaped *const known = m_shaped.object(text))
        return *known;
    auto *const made = new Shaped(text, m_font);
    m_shaped.insert(text, made);
    return *made;
}

double ShapedTexts::width(const QString &text)
{
    return text.isEmpty() ? 0 : shaped(text).width;
}

QString ShapedTexts::elided(const QString &text, double room, Qt::TextElideMode mode)
{
    if (width(text) <= room)
        return text;
    if (mode == Qt::ElideRight && m_ellipsisWidth > 0) {
        if (const auto count = shaped(text).fitting(room - m_ellipsisWidth))
            return text.left(*count) + ellipsis;
    }
    const Cut key(text, { int(mode), int(std::floor(room)) });
    if (const QString *const known = m_cut.object(key))
        return *known;
    const QString cut = QFontMetricsF(m_font).elidedText(text, mode, std::floor(room));
    m_cut.insert(key, new QString(cut));
    return cut;
}

void ShapedTexts::draw(
    QPainter &painter, const QRectF &rect, const QString &text, Qt::Alignment alignment)
{
    if (text.isEmpty())
        return;
    // A document shapes its words itself, for its own size.
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        painter.setFont(m_font);
        painter.drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextDontClip, text);
        return;
    }
    const Shaped &known = shaped(text);
    const double left = alignment & Qt::AlignRight ? rect.right() - known.width : rect.left();
    known.layout.draw(&painter, QPointF(left, rect.top() + (rect.height() - known.height) / 2));
}

ShapedTexts &TextCache::of(const QFont &font)
{
    const auto known = std::ranges::find(m_fonts, font, &ShapedTexts::font);
    if (known != m_fonts.end())
        return **known;
    return *m_fonts.emplace_back(std::make_unique<ShapedTexts>(font));
}

} // namespace falconer
