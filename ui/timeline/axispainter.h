// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/lanealignment.h"
#include "ui/shared/theme.h"
#include "ui/timeline/shapedtexts.h"
#include "ui/timeline/timescale.h"

#include <QCoreApplication>
#include <QPalette>
#include <QRect>

class QPainter;

namespace falconer {

// Where the lanes' zero is and, by the clock, in which zone times are told.
struct TimeAxis {
    LaneAlignment alignment = LaneAlignment::FirstContact;
    Qt::TimeSpec zone = Qt::LocalTime; // or Qt::UTC

    bool operator==(const TimeAxis &) const = default;
};

// Draws the time axis over the lanes and its fine lines behind them.
class AxisPainter final {
    Q_DECLARE_TR_FUNCTIONS(falconer::AxisPainter)

public:
    // texts outlives the painter.
    AxisPainter(QPainter &painter, const QPalette &palette, const TimeScale &scale,
        const TimeAxis &axis, TextCache &texts);

    void paintGrid(const QRect &body) const; // where time lies
    // Where the zero is, in words over the names; behind them the times.
    void paintHead(const QRect &rect, int namesWidth) const;

private:
    double firstLine() const;
    QString zeroWords() const;

    QPainter &m_painter;
    const Colours &m_colours;
    TimeScale m_scale;
    TimeAxis m_axis;
    ShapedTexts &m_words;
    qint64 m_gridMs;
};

} // namespace falconer
