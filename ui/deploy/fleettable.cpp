// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/fleettable.h"

#include "ui/deploy/dragpicture.h"
#include "ui/deploy/dropoverlay.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QDragMoveEvent>
#include <QDropEvent>
#include <QPointer>

namespace falconer {

FleetTable::FleetTable(QWidget *parent)
    : TableView(parent)
    , m_overlay(new DropOverlay(viewport()))
{
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::CopyAction);
}

void FleetTable::showDrag(const DropVerdict &verdict)
{
    m_dragVerdict = verdict;
    m_overlay->showVerdict(verdict);
}

void FleetTable::endDrag()
{
    m_dragVerdict.reset();
    m_overlay->hide();
}

// Pressing has selected the row under the pointer already unless it was selected: so an unselected
// row is dragged alone, and a selected one with the selection.
void FleetTable::startDrag(Qt::DropActions)
{
    const std::optional<DragPayload> payload = m_rules.payload();
    if (!payload)
        return;
    auto *const drag = new QDrag(this);
    drag->setMimeData(new FleetMimeData(*payload));
    drag->setPixmap(dragPicture(*payload, m_rules.selectedTargets(), *this));
    drag->setHotSpot(QPoint(-14, -10));
    const QPointer<FleetTable> self(this);
    emit dragStarted(*payload);
    drag->exec(Qt::CopyAction);
    if (self)
        emit dragEnded();
}

std::optional<DropVerdict> FleetTable::judge(const QDropEvent &event)
{
    const DragPayload *const payload = FleetMimeData::payloadOf(event.mimeData());
    if (payload == nullptr || event.source() == this)
        return {};
    const int row = rowAt(event.position().toPoint().y());
    DropVerdict verdict = m_rules.verdict(*payload, row);
    m_overlay->showVerdict(verdict, m_rules.place(row));
    return verdict;
}

void FleetTable::dragEnterEvent(QDragEnterEvent *event)
{
    if (judge(*event))
        event->acceptProposedAction();
}

// An invalid place is accepted as an event and refused as an action: the pointer says no, and we go
// on hearing of it, so that the sentence follows.
void FleetTable::dragMoveEvent(QDragMoveEvent *event)
{
    TableView::dragMoveEvent(event); // scrolls at the edges
    const std::optional<DropVerdict> verdict = judge(*event);
    if (!verdict)
        return;
    event->setDropAction(verdict->allowed ? Qt::CopyAction : Qt::IgnoreAction);
    event->setAccepted(verdict->allowed);
}

void FleetTable::dragLeaveEvent(QDragLeaveEvent *)
{
    if (m_dragVerdict)
        m_overlay->showVerdict(*m_dragVerdict);
    else
        m_overlay->hide();
}

void FleetTable::dropEvent(QDropEvent *event)
{
    const std::optional<DropVerdict> verdict = judge(*event);
    if (!verdict || !verdict->allowed)
        return;
    const DragPayload payload = *FleetMimeData::payloadOf(event->mimeData());
    const int row = rowAt(event->position().toPoint().y());
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // The drag is still inside its own loop here: what it opens must wait for its end.
    QMetaObject::invokeMethod(
        this, [this, payload, row] { emit dropped(payload, row); }, Qt::QueuedConnection);
}

} // namespace falconer
