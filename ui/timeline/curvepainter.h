// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/percentcourse.h"
#include "ui/shared/theme.h"
#include "ui/timeline/timescale.h"

#include <QCoreApplication>
#include <QPalette>
#include <QRect>

class QPainter;

namespace falconer {

// Draws the percentages that a device reported beneath its lane. They stand from one report to the
// next: what lies between is not known.
class CurvePainter final {
    Q_DECLARE_TR_FUNCTIONS(falconer::CurvePainter)

public:
    static constexpr int height = 74;

    CurvePainter(QPainter &painter, const QPalette &palette, const TimeScale &scale);

    void paintHead(const QRect &rect);
    // rect is where time lies; zeroMs: of the lane's axis, since the epoch; endMs: of the lane.
    void paintBody(
        const QRect &rect, const QList<PercentPoint> &course, qint64 zeroMs, qint64 endMs);

private:
    double yOf(const QRect &rect, double percent) const;

    QPainter &m_painter;
    const Colours &m_colours;
    TimeScale m_scale;
};

} // namespace falconer
