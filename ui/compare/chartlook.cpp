// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/chartlook.h"

#include "ui/shared/theme.h"
#include "ui/timeline/timescale.h"

#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QFontMetrics>
#include <QGraphicsLayout>
#include <QLegend>
#include <QPen>

#include <algorithm>
#include <cmath>

namespace falconer {

void makePlain(QChartView &view)
{
    QChart &chart = *view.chart();
    chart.setAnimationOptions(QChart::NoAnimation);
    chart.setBackgroundVisible(false);
    chart.setBackgroundRoundness(0);
    chart.setPlotAreaBackgroundVisible(false);
    chart.setMargins({});
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.legend()->hide();
    view.setFrameShape(QFrame::NoFrame);
    view.setRenderHint(QPainter::Antialiasing);
    view.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view.setFocusPolicy(Qt::NoFocus);
}

void colourAxis(QAbstractAxis &axis, const QPalette &palette)
{
    const Colours &c = colours(palette);
    axis.setLabelsBrush(c.quiet.text);
    axis.setLabelsFont(themeFont(TextSize::Small));
    axis.setLinePen(QPen(c.line, 1));
    axis.setGridLinePen(QPen(c.fineLine, 1));
}

void colourGround(QChartView &view)
{
    view.setBackgroundBrush(colours(view.palette()).panel);
}

void setPlotArea(QChartView &view, int left)
{
    constexpr int top = 9;
    constexpr int right = 22; // half of the last word below
    const int below = QFontMetrics(themeFont(TextSize::Small)).height() + 8;
    view.chart()->setPlotArea(QRectF(left, top, std::max(20, view.width() - left - right),
        std::max(10, view.height() - top - below)));
}

void setTicks(QCategoryAxis &axis, const TimeTicks &ticks)
{
    const QStringList old = axis.categoriesLabels();
    for (const QString &label : old)
        axis.remove(label);
    const double span = std::max(1.0, ticks.last - ticks.first);
    const TimeScale scale{ .startMs = ticks.first,
        .msPerPixel = span / std::max(1.0, ticks.width) };
    const qint64 grid = scale.gridMs(ticks.leastDistance);
    // A label stands at the end of its category; the first one needs a begin before it.
    axis.setStartValue(ticks.first - 1);
    const auto zero = double(ticks.zero);
    auto index = qint64(std::ceil((ticks.first - zero) / double(grid)));
    for (; zero + double(index * grid) <= ticks.last; ++index)
        axis.append(ticks.text(ticks.zero + index * grid, grid), zero + double(index * grid));
    axis.setRange(ticks.first, ticks.first + span);
}

} // namespace falconer
