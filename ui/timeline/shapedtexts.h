// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCache>
#include <QFont>
#include <QString>

#include <memory>
#include <utility>
#include <vector>

class QPainter;
class QRectF;

namespace falconer {

// Words in one font, shaped once and drawn many times, as QPainter::drawText would draw them:
// shaping is most of what a frame of words costs. Holds the last thousand; nothing is ever out of
// date, as colours are the painter's.
class ShapedTexts final {
public:
    explicit ShapedTexts(const QFont &font);
    ~ShapedTexts();

    const QFont &font() const { return m_font; }
    double width(const QString &text);
    // As much of it as there is room for, with an ellipsis for the rest.
    QString elided(const QString &text, double room, Qt::TextElideMode mode = Qt::ElideRight);
    // One line, vertically in the middle, in the painter's pen; it is not clipped.
    void draw(QPainter &painter, const QRectF &rect, const QString &text,
        Qt::Alignment alignment = Qt::AlignLeft);

private:
    struct Shaped;
    using Cut = std::pair<QString, std::pair<int, int>>; // text, mode and room

    Shaped &shaped(const QString &text);

    QFont m_font;
    double m_ellipsisWidth = 0; // 0: the font has none
    QCache<QString, Shaped> m_shaped;
    QCache<Cut, QString> m_cut;
};

// The words of a view, by font.
class TextCache final {
public:
    // Stays where it is as long as the cache.
    ShapedTexts &of(const QFont &font);

private:
    std::vector<std::unique_ptr<ShapedTexts>> m_fonts;
};

} // namespace falconer
