// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineview.h"

#include "ui/timeline/axispainter.h"
#include "ui/timeline/lanewords.h"
#include "ui/timeline/timelineaccessible.h"

#include <QAccessible>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int axisHeight = 24;
constexpr int refreshMs = 1'000;

} // namespace

TimelineView::TimelineView(Clock clock, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_clock(std::move(clock))
{
    // Before the name, which has an interface made; installed once, however often it is called.
    QAccessible::installFactory(timelineAccessible);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Install timeline"));
    viewport()->setMouseTracking(true);
    m_timer.setInterval(refreshMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        updateExtent();
        viewport()->update();
    });
}

void TimelineView::setLanes(const QList<TimelineLane> &lanes)
{
    const QString current = m_current >= 0 ? m_lanes[m_current].controllerId : QString();
    const bool sameAction = m_current >= 0 && m_current < lanes.size()
        && lanes[m_current].controllerId == current && lanes[m_current].action
        && m_lanes[m_current].action
        && lanes[m_current].action->id == m_lanes[m_current].action->id;
    const bool isCountOther = lanes.size() != m_lanes.size();
    m_lanes = lanes;
    const auto kept = std::ranges::find(m_lanes, current, &TimelineLane::controllerId);
    const int now = current.isEmpty() || kept == m_lanes.end() ? -1 : int(kept - m_lanes.begin());
    if (!sameAction)
        m_selectedStep = -1;
    const bool isOther = now != m_current;
    m_current = now;
    updateExtent();
    updateTimer();
    viewport()->update();
    if (m_current < 0 && !m_lanes.isEmpty())
        setCurrentLane(0);
    else if (isOther)
        emit currentLaneChanged(m_current);
    describe();
    if (isCountOther) {
        QAccessibleEvent event(this, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
    emit visibleLanesChanged();
}

void TimelineView::setAxis(TimeAxis axis)
{
    if (axis == m_axis)
        return;
    m_axis = axis;
    m_navigator.showAll(); // another zero: the part in view means nothing there
    updateExtent();
    viewport()->update();
}

void TimelineView::setCurrentLane(int lane)
{
    if (lane == m_current || lane < -1 || lane >= m_lanes.size())
        return;
    m_current = lane;
    m_selectedStep = -1;
    const QRect rect = laneRect(lane);
    const int top = axisHeight;
    if (lane >= 0 && rect.top() < top)
        verticalScrollBar()->setValue(verticalScrollBar()->value() - (top - rect.top()));
    else if (lane >= 0 && rect.bottom() > viewport()->height())
        verticalScrollBar()->setValue(
            verticalScrollBar()->value() + rect.bottom() - viewport()->height() + 1);
    describe();
    announceCurrent();
    viewport()->update();
    emit currentLaneChanged(lane);
}

void TimelineView::showEntry(qint64 entry)
{
    if (m_current < 0)
        return;
    const QList<Step> &steps = m_lanes[m_current].timeline.steps;
    const auto step = std::ranges::find_if(
        steps, [entry](const Step &candidate) { return candidate.entries.contains(entry); });
    m_selectedStep = step == steps.end() ? -1 : int(step - steps.begin());
    viewport()->update();
}

QString TimelineView::laneSentence(int lane) const
{
    return falconer::laneSentence(m_lanes[lane], m_clock());
}

QString TimelineView::laneRemark(int lane) const
{
    const LaneWords words = laneWords(m_lanes[lane], m_clock());
    return words.end == words.status ? QString() : words.end;
}

// Of the current lane only: forty lanes that talk at once help nobody.
void TimelineView::describe()
{
    if (m_current < 0) {
        setAccessibleDescription({});
        return;
    }
    const TimelineLane &lane = m_lanes[m_current];
    const QString name = lane.targetName.isEmpty() ? lane.controllerId : lane.targetName;
    const QString text = tr("%1, lane %2 of %3: %4")
                             .arg(name)
                             .arg(m_current + 1)
                             .arg(m_lanes.size())
                             .arg(laneWords(lane, m_clock()).status);
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

void TimelineView::updateExtent()
{
    const TimeExtent extent = extentOf(m_lanes, m_axis, m_clock());
    m_navigator.setExtent(extent.firstMs, extent.lastMs, bodyRect().width());
    verticalScrollBar()->setPageStep(std::max(0, viewport()->height() - axisHeight));
    verticalScrollBar()->setSingleStep(LaneMetrics::height);
    verticalScrollBar()->setRange(0,
        std::max(0, int(m_lanes.size()) * LaneMetrics::height - verticalScrollBar()->pageStep()));
}

void TimelineView::updateTimer()
{
    const bool grows = std::ranges::any_of(
        m_lanes, [](const TimelineLane &lane) { return lane.action && lane.timeline.isRunning(); });
    if (grows && isVisible())
        m_timer.start();
    else
        m_timer.stop();
}

int TimelineView::headWidth() const
{
    return std::clamp(viewport()->width() / 5, 150, 228);
}

QRect TimelineView::bodyRect() const
{
    return viewport()->rect().adjusted(headWidth(), axisHeight, 0, 0);
}

QRect TimelineView::laneRect(int lane) const
{
    const int top = axisHeight + lane * LaneMetrics::height - verticalScrollBar()->value();
    return { 0, top, viewport()->width(), LaneMetrics::height };
}

int TimelineView::laneAt(const QPoint &place) const
{
    if (place.y() < axisHeight)
        return -1;
    const int lane = (place.y() - axisHeight + verticalScrollBar()->value()) / LaneMetrics::height;
    return lane < m_lanes.size() ? lane : -1;
}

std::pair<int, int> TimelineView::visibleLanes() const
{
    const int first = verticalScrollBar()->value() / LaneMetrics::height;
    const int count = (viewport()->height() - axisHeight) / LaneMetrics::height + 1;
    return { first, std::min(first + count, int(m_lanes.size()) - 1) };
}

LanePicture TimelineView::pictureOf(int lane) const
{
    LanePicture picture{ .lane = &m_lanes[lane],
        .selectedStep = lane == m_current ? m_selectedStep : -1 };
    if (!m_lanes[lane].action)
        return picture;
    picture.zeroMs = laneZero(m_lanes[lane].timeline, m_axis);
    picture.bars = placeBars(barsOf(m_lanes[lane].timeline, m_clock()), picture.zeroMs,
        m_navigator.scale(), bodyRect().width());
    return picture;
}

QList<PlacedBar> TimelineView::barsOfLane(int lane) const
{
    return pictureOf(lane).bars;
}

QSize TimelineView::sizeHint() const
{
    return { 900, axisHeight + 8 * LaneMetrics::height };
}

void TimelineView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Colours &c = colours(palette());
    painter.fillRect(viewport()->rect(), c.panel);
    const AxisPainter axis(painter, palette(), m_navigator.scale(), m_axis);
    axis.paintGrid(bodyRect());
    const auto [first, last] = visibleLanes();
    LanePainter lanes(painter, palette(), m_navigator.scale(), m_clock());
    for (int lane = first; lane <= last; ++lane) {
        const QRect rect = laneRect(lane);
        lanes.paintBody(rect.adjusted(headWidth(), 0, 0, 0), pictureOf(lane));
        lanes.paintHead(QRect(rect.topLeft(), QSize(headWidth() - 1, rect.height())), m_lanes[lane],
            lane == m_current);
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, c.fineLine);
    }
    painter.fillRect(headWidth() - 1, 0, 1, viewport()->height(), c.line);
    axis.paintHead(QRect(0, 0, viewport()->width(), axisHeight), headWidth());
    if (hasFocus() && m_current >= 0) {
        painter.setPen(QPen(c.accent, 1));
        painter.drawRect(
            laneRect(m_current).adjusted(0, 0, headWidth() - viewport()->width() - 2, -1));
    }
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    updateExtent();
    emit visibleLanesChanged();
}

void TimelineView::scrollContentsBy(int, int)
{
    viewport()->update();
    emit visibleLanesChanged();
}

void TimelineView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    updateExtent();
    updateTimer();
}

void TimelineView::hideEvent(QHideEvent *event)
{
    QAbstractScrollArea::hideEvent(event);
    updateTimer();
}

} // namespace falconer
