// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QAbstractAxis;
class QCategoryAxis;
class QChartView;
class QPalette;

namespace falconer {

// What all charts have in common: nothing but data and a fine grid, no motion, our font.
void makePlain(QChartView &view);
// Colours of words and lines, by the palette.
void colourAxis(QAbstractAxis &axis, const QPalette &palette);
void colourGround(QChartView &view);
// Gives the data all but what words need: left of it, and below for an axis.
void setPlotArea(QChartView &view, int left);

// Words at round moments of an axis in ms, whose values are counted from a zero.
struct TimeTicks {
    double first = 0; // of the axis
    double last = 1;
    qint64 zero = 0;    // ticks are whole multiples of the grid from here on
    double width = 100; // pixels of the axis
    int leastDistance = 60;
    std::function<QString(qint64 ms, qint64 gridMs)> text;
};
void setTicks(QCategoryAxis &axis, const TimeTicks &ticks);

} // namespace falconer
