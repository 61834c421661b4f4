// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where TimelineView puts what it shows, and how far it scrolls.
#include "ui/timeline/curvepainter.h"
#include "ui/timeline/rulerpainter.h"
#include "ui/timeline/timelineview.h"

#include <QScrollBar>

#include <algorithm>

namespace falconer {

namespace {

constexpr int leastForRuler = 3; // lanes

} // namespace

bool TimelineView::hasRuler() const
{
    return laneCount() >= leastForRuler && RulerPainter::isDrawn(m_insight.typical());
}

bool TimelineView::hasCurve() const
{
    return laneCount() == 1 && !prepared(0).course.isEmpty();
}

int TimelineView::lanesTop() const
{
    return axisHeight + (hasRuler() ? RulerPainter::height : 0);
}

int TimelineView::headWidth() const
{
    return std::clamp(viewport()->width() / 4, 150, 240);
}

QRect TimelineView::rowsRect() const
{
    return viewport()->rect().adjusted(0, lanesTop(), 0, 0);
}

QRect TimelineView::bodyRect() const
{
    return viewport()->rect().adjusted(headWidth(), axisHeight, 0, 0);
}

QRect TimelineView::laneRect(int lane) const
{
    const int row = m_rows.rowOf(lane);
    if (row < 0)
        return {};
    const LaneRow &found = m_rows.rows()[row];
    return { 0, lanesTop() + found.top - verticalScrollBar()->value(), viewport()->width(),
        found.height };
}

int TimelineView::laneAt(const QPoint &place) const
{
    if (place.y() < lanesTop())
        return -1;
    const int row = m_rows.rowAt(place.y() - lanesTop() + verticalScrollBar()->value());
    return row < 0 ? -1 : m_rows.rows()[row].lane;
}

QList<int> TimelineView::visibleLanes() const
{
    const int top = verticalScrollBar()->value();
    const int bottom = top + viewport()->height() - lanesTop();
    QList<int> lanes;
    for (int row = std::max(0, m_rows.rowAt(top)); row < m_rows.rows().size(); ++row) {
        if (m_rows.rows()[row].top >= bottom)
            break;
        if (m_rows.rows()[row].lane >= 0)
            lanes << m_rows.rows()[row].lane;
    }
    return lanes;
}

QSize TimelineView::sizeHint() const
{
    return { 900, axisHeight + 8 * detailedLane.height };
}

void TimelineView::updateExtent()
{
    if (!m_lanes)
        return;
    const TimeExtent extent = extentOf(*m_lanes, m_insight, m_axis.alignment, m_clock());
    m_navigator.setExtent(extent.firstMs, extent.lastMs, bodyRect().width());
    const int room = std::max(0, viewport()->height() - lanesTop());
    const int content = m_rows.height() + (hasCurve() ? CurvePainter::height : 0);
    verticalScrollBar()->setPageStep(room);
    verticalScrollBar()->setSingleStep(m_rows.metrics().height);
    verticalScrollBar()->setRange(0, std::max(0, content - room));
}

// Scrolls as little as is needed.
void TimelineView::showCurrent()
{
    if (m_current < 0)
        return;
    const QRect rect = laneRect(m_current);
    QScrollBar *const bar = verticalScrollBar();
    if (rect.top() < lanesTop())
        bar->setValue(bar->value() - (lanesTop() - rect.top()));
    else if (rect.bottom() > viewport()->height())
        bar->setValue(bar->value() + rect.bottom() - viewport()->height() + 1);
}

} // namespace falconer
