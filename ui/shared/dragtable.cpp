// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/dragtable.h"

#include "ui/shared/dropoverlay.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QDragMoveEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QPointer>

#include <utility>

namespace falconer {

DragTable::DragTable(QWidget *parent)
    : TableView(parent)
    , m_overlay(new DropOverlay(viewport()))
{
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setDragDropMode(DragDrop);
    setDefaultDropAction(Qt::CopyAction);
}

void DragTable::showDrag(const DropVerdict &verdict)
{
    m_dragVerdict = verdict;
    m_overlay->showVerdict(verdict);
}

void DragTable::endDrag()
{
    m_dragVerdict.reset();
    m_overlay->hide();
}

void DragTable::mousePressEvent(QMouseEvent *event)
{
    m_isHeld = event->button() == Qt::LeftButton;
    m_hasTried = false;
    TableView::mousePressEvent(event);
}

void DragTable::mouseReleaseEvent(QMouseEvent *event)
{
    if (std::exchange(m_hasTried, false))
        setState(NoState); // what was pressed stays selected, as after a drag
    else
        TableView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && std::exchange(m_isHeld, false))
        emit letGo();
}

// Pressing has selected the row under the pointer already unless it was selected: so an unselected
// row is dragged alone, and a selected one with the selection.
void DragTable::startDrag(Qt::DropActions)
{
    std::unique_ptr<QMimeData> mime = m_rules.data ? m_rules.data() : nullptr;
    if (!mime) {
        m_hasTried = true;
        return;
    }
    auto *const drag = new QDrag(this);
    drag->setPixmap(dragPicture(m_rules.words(), *this));
    drag->setHotSpot(QPoint(-14, -10));
    drag->setMimeData(mime.release());
    const QPointer<DragTable> self(this);
    emit dragBegun(drag->mimeData());
    drag->exec(Qt::CopyAction);
    if (!self)
        return;
    m_isHeld = false;
    emit dragEnded();
}

int DragTable::rowUnder(const QDropEvent &event) const
{
    return rowAt(event.position().toPoint().y());
}

QRect DragTable::placeOf(int row) const
{
    if (m_rules.place)
        return m_rules.place(row);
    return row < 0 ? QRect() : rowRect(row);
}

QRect DragTable::rowRect(int row) const
{
    return { 0, rowViewportPosition(row), viewport()->width(), rowHeight(row) };
}

std::optional<DropVerdict> DragTable::judge(const QDropEvent &event)
{
    if (event.mimeData() == nullptr || event.source() == this || !m_rules.verdict)
        return {};
    const int row = rowUnder(event);
    std::optional<DropVerdict> verdict = m_rules.verdict(*event.mimeData(), row);
    if (verdict)
        m_overlay->showVerdict(*verdict, placeOf(row));
    return verdict;
}

// Copied, whatever a file manager proposes: a move would make it remove its files.
void DragTable::dragEnterEvent(QDragEnterEvent *event)
{
    if (!judge(*event))
        return event->ignore();
    event->setDropAction(Qt::CopyAction);
    event->accept();
}

// An invalid place is accepted as an event and refused as an action: the pointer says no, and we go
// on hearing of it, so that the sentence follows.
void DragTable::dragMoveEvent(QDragMoveEvent *event)
{
    TableView::dragMoveEvent(event); // scrolls at the edges
    const std::optional<DropVerdict> verdict = judge(*event);
    if (!verdict)
        return;
    event->setDropAction(verdict->allowed ? Qt::CopyAction : Qt::IgnoreAction);
    event->setAccepted(verdict->allowed);
}

void DragTable::dragLeaveEvent(QDragLeaveEvent *)
{
    goBack();
}

void DragTable::goBack()
{
    if (m_dragVerdict)
        m_overlay->showVerdict(*m_dragVerdict);
    else
        m_overlay->hide();
}

void DragTable::dropEvent(QDropEvent *event)
{
    const std::optional<DropVerdict> verdict = judge(*event);
    goBack();
    if (!verdict || !verdict->allowed)
        return;
    const std::function<void()> deed = m_rules.take(*event->mimeData(), rowUnder(*event));
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // The drag is still inside its own loop here: what it opens must wait for its end.
    QMetaObject::invokeMethod(this, deed, Qt::QueuedConnection);
}

} // namespace falconer
