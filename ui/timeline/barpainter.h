// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"
#include "ui/timeline/shapedtexts.h"
#include "ui/timeline/timelinegeometry.h"

#include <QPalette>
#include <QRect>
#include <QStringList>

class QPainter;

namespace falconer {

// Draws a bar of a lane with its end and what stands in it.
class BarPainter final {
public:
    // texts outlives the painter.
    BarPainter(QPainter &painter, const QPalette &palette, TextCache &texts);

    // Whether the bar has room for words.
    static bool hasText(const PlacedBar &placed);

    // rect is where the time of the lane lies; of the texts the first that fits is written.
    void paint(const QRect &rect, const PlacedBar &placed, const LaneMetrics &metrics,
        const QStringList &texts, bool selected = false);

private:
    struct Fill;

    Fill fillOf(const PlacedBar &placed) const;
    void paintText(const QRectF &bar, BarKind kind, const QStringList &texts, const QColor &colour);

    QPainter &m_painter;
    const Colours &m_colours;
    ShapedTexts &m_texts;
    ShapedTexts &m_innerTexts;
};

} // namespace falconer
