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
#include <utility>

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

void TimelineView::setLanes(const LaneList &lanes)
{
    if (m_lanes == &lanes)
        return;
    if (m_lanes)
        m_lanes->disconnect(this);
    m_lanes = &lanes;
    connect(m_lanes, &LaneList::changed, this, &TimelineView::lanesChanged);
    connect(m_lanes, &QObject::destroyed, this, [this] {
        m_lanes = nullptr;
        m_current = -1;
    });
    lanesChanged();
}

void TimelineView::lanesChanged()
{
    const int former = m_current;
    keepCurrent();
    updateExtent();
    updateTimer();
    viewport()->update();
    if (m_current < 0 && laneCount() > 0)
        setCurrentLane(0);
    else if (m_current != former)
        emit currentLaneChanged(m_current);
    describe();
    if (std::exchange(m_shownLanes, laneCount()) != laneCount()) {
        QAccessibleEvent event(this, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
    emit visibleLanesChanged();
}

// By key, wherever it stands now; the chosen step belongs to its action.
void TimelineView::keepCurrent()
{
    m_current = m_current < 0 ? -1 : m_lanes->indexOf(m_currentKey);
    std::optional<qint64> action;
    if (m_current >= 0 && lane(m_current).action)
        action = lane(m_current).action->id;
    if (std::exchange(m_currentAction, action) != action)
        m_selectedStep = -1;
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
    if (lane == m_current || lane < -1 || lane >= laneCount())
        return;
    m_current = lane;
    m_currentKey = lane < 0 ? QString() : m_lanes->lane(lane).key();
    keepCurrent();
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
    const QList<Step> &steps = m_lanes->lane(m_current).timeline.steps;
    const auto step = std::ranges::find_if(
        steps, [entry](const Step &candidate) { return candidate.entries.contains(entry); });
    m_selectedStep = step == steps.end() ? -1 : int(step - steps.begin());
    viewport()->update();
}

QString TimelineView::laneSentence(int lane) const
{
    return falconer::laneSentence(m_lanes->lane(lane), m_clock());
}

QString TimelineView::laneRemark(int lane) const
{
    const LaneWords words = laneWords(m_lanes->lane(lane), m_clock());
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
                             .arg(laneWords(lane(m_current), m_clock()).status);
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
    const TimeExtent extent = m_lanes ? extentOf(*m_lanes, m_axis, m_clock()) : TimeExtent{};
    m_navigator.setExtent(extent.firstMs, extent.lastMs, bodyRect().width());
    verticalScrollBar()->setPageStep(std::max(0, viewport()->height() - axisHeight));
    verticalScrollBar()->setSingleStep(LaneMetrics::height);
    verticalScrollBar()->setRange(
        0, std::max(0, laneCount() * LaneMetrics::height - verticalScrollBar()->pageStep()));
}

void TimelineView::updateTimer()
{
    bool grows = false;
    for (int i = 0; i < laneCount() && !grows; ++i)
        grows = lane(i).action && lane(i).timeline.isRunning();
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
    return lane < laneCount() ? lane : -1;
}

std::pair<int, int> TimelineView::visibleLanes() const
{
    const int first = verticalScrollBar()->value() / LaneMetrics::height;
    const int count = (viewport()->height() - axisHeight) / LaneMetrics::height + 1;
    return { first, std::min(first + count, laneCount() - 1) };
}

LanePicture TimelineView::pictureOf(int lane) const
{
    LanePicture picture{ .lane = &m_lanes->lane(lane),
        .selectedStep = lane == m_current ? m_selectedStep : -1 };
    if (!m_lanes->lane(lane).action)
        return picture;
    picture.zeroMs = laneZero(m_lanes->lane(lane).timeline, m_axis);
    picture.bars = placeBars(barsOf(m_lanes->lane(lane).timeline, m_clock()), picture.zeroMs,
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
        lanes.paintHead(QRect(rect.topLeft(), QSize(headWidth() - 1, rect.height())),
            m_lanes->lane(lane), lane == m_current);
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
