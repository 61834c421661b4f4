// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelineview.h"

#include "ui/timeline/timelineaccessible.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace falconer {

namespace {

constexpr int refreshMs = 1'000;
constexpr int learnMs = 300;   // what was learned is never older
constexpr int learnShare = 20; // one part of so many of the time is spent on learning at most

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
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // so that scrolling moves what is painted
    m_timer.setInterval(refreshMs);
    connect(&m_timer, &QTimer::timeout, this, &TimelineView::look);
    m_learnSoon.setSingleShot(true);
    m_learnSoon.setInterval(learnMs);
    connect(&m_learnSoon, &QTimer::timeout, this, &TimelineView::learn);
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
        m_prepared.clear();
        m_current = -1;
        m_rows = {};
    });
    lanesChanged();
}

void TimelineView::lanesChanged()
{
    const int former = m_current;
    const qsizetype formerCount = m_shownKeys.size();
    keepCurrent();
    look();
    updateTimer();
    if (!m_learnSoon.isActive())
        m_learnSoon.start();
    if (m_current < 0 && laneCount() > 0)
        makeCurrent(m_rows.neighbour(-1, 1));
    else if (m_current != former)
        emit currentLaneChanged(m_current);
    describe();
    if (formerCount != m_shownKeys.size()) {
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
    if (std::exchange(m_currentAction, action) != action) {
        m_selectedStep = -1;
        m_hits.clear();
    }
}

// Time has passed, or something came.
void TimelineView::look()
{
    if (!m_lanes)
        return;
    m_now = m_clock();
    m_insight.look(*m_lanes, m_now);
    m_prepared.clear();
    arrange();
    updateExtent();
    viewport()->update();
    emit insightChanged();
}

void TimelineView::learn()
{
    if (!m_lanes)
        return;
    QElapsedTimer timer;
    timer.start();
    m_insight.learn(*m_lanes, m_axis.alignment);
    m_learnSoon.setInterval(std::max(learnMs, int(timer.elapsed()) * learnShare));
    look();
}

void TimelineView::setAxis(const TimeAxis &axis)
{
    if (axis == m_axis)
        return;
    const bool isOtherZero = axis.alignment != m_axis.alignment;
    m_axis = axis;
    if (isOtherZero)
        m_navigator.showAll(); // the part in view means nothing there
    learn();
}

void TimelineView::setArrangement(const LaneArrangement &arrangement)
{
    if (arrangement == m_arrangement)
        return;
    m_arrangement = arrangement;
    m_shownKeys.clear();
    look();
    showCurrent();
    emit visibleLanesChanged();
}

void TimelineView::arrange()
{
    QStringList keys;
    for (int i = 0; i < laneCount(); ++i)
        keys << lane(i).key();
    const bool areOthers = keys != m_shownKeys;
    if (!areOthers && viewport()->underMouse())
        return; // nothing jumps under the pointer
    m_shownKeys = keys;
    m_rows.arrange(m_insight.keys(), m_arrangement);
}

void TimelineView::setCurrentLane(int lane)
{
    if (lane == m_current || lane < -1 || lane >= laneCount())
        return;
    makeCurrent(lane);
    showCurrent();
}

void TimelineView::makeCurrent(int lane)
{
    m_current = lane;
    m_currentKey = lane < 0 ? QString() : m_lanes->lane(lane).key();
    keepCurrent();
    m_selectedStep = -1;
    m_hits.clear();
    describe();
    announceCurrent();
    viewport()->update();
    emit currentLaneChanged(lane);
}

void TimelineView::goToStep(const StepKey &key)
{
    const auto longest = std::ranges::find(m_insight.steps(), key, &StepStatistics::key);
    if (longest == m_insight.steps().end())
        return;
    for (int i = 0; i < laneCount(); ++i) {
        if (lane(i).controllerId != longest->slowest)
            continue;
        const Timeline &timeline = lane(i).timeline;
        for (const Bar &bar : barsOf(timeline, m_clock())) {
            if (keyOf(timeline, bar) != key || bar.endMs - bar.startMs != longest->max)
                continue;
            setCurrentLane(i);
            m_selectedStep = bar.step;
            const qint64 zero = laneZero(timeline, m_axis.alignment, m_clock());
            m_navigator.showSpan(double(bar.startMs - zero), double(bar.endMs - zero));
            return moved();
        }
        setCurrentLane(i); // the sum of several runs, or drawn inside of another one
    }
}

void TimelineView::showEntry(qint64 entry)
{
    if (m_current < 0)
        return;
    const QList<Step> &steps = lane(m_current).timeline.steps;
    const auto step = std::ranges::find_if(
        steps, [entry](const Step &candidate) { return candidate.entries.contains(entry); });
    m_selectedStep = step == steps.end() ? -1 : int(step - steps.begin());
    viewport()->update();
}

void TimelineView::setHits(const QList<qint64> &entries)
{
    QList<qint64> hits;
    if (m_current >= 0 && !entries.isEmpty()) {
        const QSet<qint64> wanted(entries.begin(), entries.end());
        for (const ActionStatus &status : lane(m_current).statuses) {
            if (wanted.contains(status.id))
                hits << status.reportedAt.toMSecsSinceEpoch();
        }
        std::ranges::sort(hits);
    }
    if (std::exchange(m_hits, hits) != hits)
        viewport()->update();
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

void TimelineView::resizeEvent(QResizeEvent *)
{
    updateExtent();
    emit visibleLanesChanged();
}

// Moves what is painted; only what comes into sight is painted anew.
void TimelineView::scrollContentsBy(int, int dy)
{
    if (isAsPainted())
        viewport()->scroll(0, dy, rowsRect());
    else
        viewport()->update();
    emit visibleLanesChanged();
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update(); // its frame
}

void TimelineView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
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
