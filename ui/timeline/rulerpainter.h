// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/barpainter.h"

#include <QCoreApplication>

namespace falconer {

// Draws the usual course over the lanes: of each phase and step the median as a bar, and behind it
// a line to where 95 % of the devices were done.
class RulerPainter final {
    Q_DECLARE_TR_FUNCTIONS(falconer::RulerPainter)

public:
    static constexpr int height = 38;

    // Whether anything of it would be drawn.
    static bool isDrawn(const QList<TypicalStep> &course);

    // texts outlives the painter.
    RulerPainter(
        QPainter &painter, const QPalette &palette, const TimeScale &scale, TextCache &texts);

    void paintHead(const QRect &rect, const LaneInsight &insight);
    // rect is where time lies.
    void paintBody(const QRect &rect, const QList<TypicalStep> &course);

private:
    void paintStep(const QRect &rect, const TypicalStep &step, BarKind kind, bool isNext);

    QPainter &m_painter;
    const Colours &m_colours;
    TimeScale m_scale;
    TextCache &m_texts;
    BarPainter m_bars;
};

} // namespace falconer
