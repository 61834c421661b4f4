// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What TimelineView draws, and what it tells a screen reader.
#include "ui/timeline/curvepainter.h"
#include "ui/timeline/laneheadpainter.h"
#include "ui/timeline/rulerpainter.h"
#include "ui/timeline/timelineview.h"

#include <QAccessible>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace falconer {

LaneMoment TimelineView::momentOf(int lane) const
{
    LaneMoment moment{ m_now, m_insight.attention(lane) };
    const Timeline &timeline = this->lane(lane).timeline;
    if (!timeline.isRunning() && timeline.workStart.isValid()) {
        const qint64 total = timeline.workStart.msecsTo(timeline.outcome.at);
        if (m_insight.isSlow(StepKey::total(), total))
            moment.usual = m_insight.usual(StepKey::total())->median;
    }
    const QList<Baseline> known = laneBaselines(*m_lanes, lane, moment.now);
    if (!known.isEmpty())
        moment.baseline = known.last();
    return moment;
}

const TimelineView::PreparedLane &TimelineView::prepared(int lane) const
{
    const auto known = m_prepared.constFind(lane);
    const TimelineLane &shown = m_lanes->lane(lane);
    if (known != m_prepared.cend() && known->revision == shown.revision)
        return *known;
    PreparedLane made{ .revision = shown.revision, .moment = momentOf(lane) };
    made.words = laneWords(shown, made.moment);
    if (shown.action) {
        made.zeroMs = laneZero(shown.timeline, m_axis.alignment, made.moment.now);
        made.bars = barsOf(
            shown.timeline, made.moment.now, isSilent(shown.timeline, made.moment.attention));
        if (laneCount() == 1)
            made.course = percentCourse(shown.timeline);
    }
    return *m_prepared.insert(lane, made);
}

LanePicture TimelineView::pictureOf(int lane) const
{
    const PreparedLane &known = prepared(lane);
    LanePicture picture{ .lane = &m_lanes->lane(lane),
        .moment = known.moment,
        .words = known.words,
        .metrics = &m_rows.metrics(),
        .zeroMs = known.zeroMs,
        .selectedStep = lane == m_current ? m_selectedStep : -1 };
    if (lane == m_current)
        picture.hits = m_hits;
    picture.bars = placeBars(
        known.bars, known.zeroMs, m_navigator.scale(), bodyRect().width(), *picture.metrics);
    return picture;
}

QList<PlacedBar> TimelineView::barsOfLane(int lane) const
{
    return pictureOf(lane).bars;
}

// A lane may have changed before that is told.
bool TimelineView::isAsPainted() const
{
    for (auto it = m_prepared.cbegin(); it != m_prepared.cend(); ++it) {
        if (it.key() >= laneCount() || it->revision != lane(it.key()).revision)
            return false;
    }
    return true;
}

// Only what is dirty: when time is moved not the names, when rows are scrolled only new ones.
void TimelineView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const Colours &c = colours(palette());
    const QRect dirty = event->rect();
    painter.fillRect(dirty, c.panel);
    const AxisPainter axis(painter, palette(), m_navigator.scale(), m_axis, m_texts);
    axis.paintGrid(bodyRect());
    painter.setClipRect(rowsRect());
    paintRows(painter, dirty);
    paintCurve(painter);
    painter.setClipping(false);
    if (dirty.top() < lanesTop())
        paintRuler(painter);
    paintNow(painter);
    painter.fillRect(headWidth() - 1, 0, 1, viewport()->height(), c.line);
    if (dirty.top() < axisHeight)
        axis.paintHead(QRect(0, 0, viewport()->width(), axisHeight), headWidth());
    if (hasFocus() && m_current >= 0) {
        painter.setClipRect(rowsRect());
        painter.setPen(QPen(c.accent, 1));
        painter.drawRect(
            laneRect(m_current).adjusted(0, 0, headWidth() - viewport()->width() - 2, -1));
    }
}

void TimelineView::paintRows(QPainter &painter, const QRect &dirty) const
{
    LanePainter bodies(painter, palette(), m_navigator.scale(), m_insight, m_texts);
    LaneHeadPainter heads(painter, palette(), m_texts);
    const QRect rows = rowsRect();
    const int scrolled = verticalScrollBar()->value() - rows.top();
    const int first = m_rows.rowAt(std::max(dirty.top(), rows.top()) + scrolled);
    for (int i = std::max(0, first); i < m_rows.rows().size(); ++i) {
        const LaneRow &row = m_rows.rows()[i];
        const QRect rect(0, row.top - scrolled, rows.width(), row.height);
        if (rect.top() > dirty.bottom())
            break;
        if (row.lane < 0) {
            paintGroup(painter, rect, row.group);
            continue;
        }
        const LanePicture picture = pictureOf(row.lane);
        if (dirty.right() >= headWidth())
            bodies.paintBody(rect.adjusted(headWidth(), 0, 0, 0), picture);
        if (dirty.left() < headWidth() - 1)
            heads.paint(QRect(rect.topLeft(), QSize(headWidth() - 1, rect.height())), picture,
                row.lane == m_current);
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours(palette()).fineLine);
    }
}

void TimelineView::paintGroup(QPainter &painter, const QRect &rect, const LaneGroup &group) const
{
    const Colours &c = colours(palette());
    painter.fillRect(rect, c.ground);
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, c.line);
    painter.setFont(themeFont(TextSize::Small, QFont::DemiBold));
    painter.setPen(c.plain.text);
    painter.drawText(rect.adjusted(10, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
        groupTitle(group, m_arrangement.group));
}

void TimelineView::paintRuler(QPainter &painter) const
{
    if (!hasRuler())
        return;
    const Colours &c = colours(palette());
    const QRect rect(0, axisHeight, viewport()->width(), RulerPainter::height);
    painter.fillRect(rect, c.ground);
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, c.line);
    RulerPainter ruler(painter, palette(), m_navigator.scale(), m_texts);
    ruler.paintHead(QRect(rect.topLeft(), QSize(headWidth(), rect.height())), m_insight);
    ruler.paintBody(rect.adjusted(headWidth(), 0, 0, -1), m_insight.typical());
}

// Beneath the only lane.
void TimelineView::paintCurve(QPainter &painter) const
{
    if (!hasCurve())
        return;
    const PreparedLane &only = prepared(0);
    const QRect rect(0, lanesTop() + m_rows.height() - verticalScrollBar()->value(),
        viewport()->width(), CurvePainter::height);
    CurvePainter curve(painter, palette(), m_navigator.scale());
    curve.paintHead(QRect(rect.topLeft(), QSize(headWidth() - 1, rect.height())));
    curve.paintBody(rect.adjusted(headWidth(), 0, 0, 0), only.course, only.zeroMs,
        laneEnd(lane(0).timeline, only.moment.now));
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colours(palette()).fineLine);
}

// By the clock all lanes share it; else the open end of each is its now.
void TimelineView::paintNow(QPainter &painter) const
{
    if (m_axis.alignment != LaneAlignment::WallClock || !m_timer.isActive())
        return;
    const double x = headWidth() + m_navigator.scale().x(double(m_now.toMSecsSinceEpoch()));
    if (x < headWidth() || x > viewport()->width())
        return;
    painter.setPen(QPen(colours(palette()).accent, 1));
    painter.drawLine(QPointF(x, axisHeight), QPointF(x, viewport()->height()));
}

QString TimelineView::laneSentence(int lane) const
{
    return falconer::laneSentence(m_lanes->lane(lane), prepared(lane).moment);
}

QString TimelineView::laneRemark(int lane) const
{
    const LaneWords &words = prepared(lane).words;
    return words.end == words.status ? QString() : words.end;
}

// Of the current lane only: forty lanes that talk at once help nobody.
void TimelineView::describe()
{
    if (m_current < 0) {
        setAccessibleDescription({});
        return;
    }
    const QString text = tr("%1, lane %2 of %3: %4")
                             .arg(lane(m_current).title())
                             .arg(m_current + 1)
                             .arg(laneCount())
                             .arg(prepared(m_current).words.status);
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text); // tells it
    QAccessibleEvent event(this, QAccessible::NameChanged);
    event.setChild(m_current);
    QAccessible::updateAccessibility(&event);
}

// Moves a screen reader to the current lane.
void TimelineView::announceCurrent()
{
    if (m_current < 0)
        return;
    QAccessibleEvent selected(this, QAccessible::Selection);
    selected.setChild(m_current);
    QAccessible::updateAccessibility(&selected);
    if (!hasFocus())
        return;
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(m_current);
    QAccessible::updateAccessibility(&focused);
}

} // namespace falconer
