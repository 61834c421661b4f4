// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The hands of TimelineView: wheel, mouse, keyboard, tooltips.
#include "ui/timeline/bartexts.h"
#include "ui/timeline/lanewords.h"
#include "ui/timeline/notesentences.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <cmath>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr double zoomStep = 1.25;
constexpr double panPixels = 80;
constexpr double markReach = 4;

} // namespace

void TimelineView::moved()
{
    updateExtent();
    const int names = isAsPainted() ? headWidth() - 1 : 0; // they stay as they are
    viewport()->update(viewport()->rect().adjusted(names, 0, 0, 0));
}

void TimelineView::zoomIn()
{
    m_navigator.zoom(zoomStep, bodyRect().width() / 2.0);
    moved();
}

void TimelineView::zoomOut()
{
    m_navigator.zoom(1 / zoomStep, bodyRect().width() / 2.0);
    moved();
}

void TimelineView::showAll()
{
    m_navigator.showAll();
    moved();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    const bool overNames = event->position().x() < headWidth();
    if (overNames || event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    const QPoint turned = event->angleDelta();
    const bool sideways
        = std::abs(turned.x()) > std::abs(turned.y()) || event->modifiers() & Qt::ShiftModifier;
    if (sideways)
        m_navigator.pan(-(turned.x() != 0 ? turned.x() : turned.y()));
    else
        m_navigator.zoom(
            std::pow(zoomStep, turned.y() / 120.0), event->position().x() - headWidth());
    moved();
    event->accept();
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_pressedAt = m_draggedTo = event->position().toPoint();
    m_isDragging = false;
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    const QPoint place = event->position().toPoint();
    const int distance = (place - m_pressedAt).manhattanLength();
    if (!m_isDragging && distance < QApplication::startDragDistance())
        return;
    m_isDragging = true;
    viewport()->setCursor(Qt::ClosedHandCursor);
    m_navigator.pan(m_draggedTo.x() - place.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + m_draggedTo.y() - place.y());
    m_draggedTo = place;
    moved();
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    viewport()->unsetCursor();
    if (!m_isDragging)
        choose(event->position().toPoint());
    m_isDragging = false;
}

void TimelineView::choose(const QPoint &place)
{
    const int lane = laneAt(place);
    if (lane < 0)
        return;
    setCurrentLane(lane);
    const QList<PlacedBar> bars = barsOfLane(lane);
    const QPointF inLane = place - laneRect(lane).topLeft() - QPoint(headWidth(), 0);
    const int found = place.x() < headWidth() ? -1 : barAt(bars, inLane);
    m_selectedStep = found < 0 ? -1 : bars[found].bar.step;
    viewport()->update();
    if (found < 0)
        return;
    const Timeline &timeline = m_lanes->lane(lane).timeline;
    const Bar &bar = bars[found].bar;
    emit entriesChosen(
        bar.step >= 0 ? timeline.steps[bar.step].entries : timeline.phases[bar.phase].entries);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QPoint place = event->position().toPoint();
    const int lane = laneAt(place);
    if (lane < 0 || place.x() < headWidth())
        return;
    const LanePicture picture = pictureOf(lane);
    const int found
        = barAt(picture.bars, place - laneRect(lane).topLeft() - QPoint(headWidth(), 0));
    if (found < 0)
        return;
    const Bar &bar = picture.bars[found].bar;
    m_navigator.showSpan(double(bar.startMs - picture.zeroMs), double(bar.endMs - picture.zeroMs));
    moved();
}

// What was held back is put in order.
void TimelineView::leaveEvent(QEvent *event)
{
    QAbstractScrollArea::leaveEvent(event);
    m_shownKeys.clear();
    look();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_Left:
        m_navigator.pan(-panPixels);
        break;
    case Qt::Key_Right:
        m_navigator.pan(panPixels);
        break;
    case Qt::Key_Up:
        return setCurrentLane(m_rows.neighbour(m_current, -1));
    case Qt::Key_Down:
        return setCurrentLane(m_rows.neighbour(m_current, 1));
    case Qt::Key_Home:
        m_navigator.showStart();
        break;
    case Qt::Key_End:
        m_navigator.showEnd();
        break;
    case Qt::Key_F:
        return showAll();
    default:
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    moved();
}

bool TimelineView::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), viewport());
    return true;
}

QString TimelineView::toolTipAt(const QPoint &place) const
{
    const int lane = laneAt(place);
    if (lane < 0)
        return {};
    const TimelineLane &shown = m_lanes->lane(lane);
    if (place.x() < headWidth()) {
        QStringList lines{ shown.targetName, shown.controllerId, prepared(lane).words.status,
            shown.timeline.outcome.cause };
        lines += noteSentences(shown.timeline);
        lines.removeAll(QString());
        lines.removeDuplicates();
        return lines.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br>"_s);
    }
    const LanePicture picture = pictureOf(lane);
    const QPointF inLane = place - laneRect(lane).topLeft() - QPoint(headWidth(), 0);
    const int found = barAt(picture.bars, inLane);
    if (found >= 0)
        return barToolTip(shown, picture.bars[found].bar, m_insight);
    QList<Mark> near;
    for (const Mark &mark : shown.timeline.marks) {
        const double ms = double(mark.time.toMSecsSinceEpoch() - picture.zeroMs);
        if (std::abs(m_navigator.scale().x(ms) - inLane.x()) < markReach)
            near << mark;
    }
    return near.isEmpty() ? QString() : marksToolTip(near, shown.statuses);
}

} // namespace falconer
