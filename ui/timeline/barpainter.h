// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"
#include "ui/timeline/timelinegeometry.h"

#include <QFont>
#include <QPalette>
#include <QRect>

class QPainter;

namespace falconer {

// Draws a bar of a lane with its end and what stands in it.
class BarPainter final {
public:
    BarPainter(QPainter &painter, const QPalette &palette);

    // rect is where the time of the lane lies.
    void paint(const QRect &rect, const PlacedBar &placed, const Timeline &timeline, bool selected);

private:
    struct Fill;

    Fill fillOf(const PlacedBar &placed) const;
    void paintText(
        const QRectF &bar, const PlacedBar &placed, const Timeline &timeline, const QColor &colour);

    QPainter &m_painter;
    const Colours &m_colours;
    QFont m_font;
    QFont m_innerFont;
};

} // namespace falconer
