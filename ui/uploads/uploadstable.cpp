// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/uploads/uploadstable.h"

#include "services/uploads/uploadqueue.h"
#include "ui/shared/tableheader.h"
#include "ui/shared/theme.h"
#include "ui/uploads/answerbar.h"
#include "ui/uploads/progressdelegate.h"
#include "ui/uploads/uploadcolumns.h"
#include "ui/uploads/uploadmenu.h"

#include <QContextMenuEvent>
#include <QDropEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace falconer {

namespace {

constexpr int countdownTick = 1'000; // ms

} // namespace

UploadsTable::UploadsTable(UploadQueue &queue, UploadList &model, QWidget *parent)
    : TableView(parent)
    , m_queue(queue)
    , m_list(model)
{
    setAccessibleName(tr("Uploads"));
    setModel(&model);
    setItemDelegateForColumn(UploadProgressColumn, new ProgressDelegate(this));
    header().setStretchLastSection(true);
    header().setSectionsMovable(false);
    setTextElideMode(Qt::ElideMiddle); // servers differ by their ports, files by their versions
    setDragEnabled(true);
    setAcceptDrops(true);
    setDragDropMode(InternalMove);
    setDragDropOverwriteMode(false);
    setDropIndicatorShown(true);
    setVerticalScrollMode(ScrollPerPixel);
    m_clock.setInterval(countdownTick);
    wire();
    showAllRows();
}

void UploadsTable::wire()
{
    connect(&m_list, &QAbstractItemModel::dataChanged, this,
        [this](const QModelIndex &first, const QModelIndex &last) {
            for (int row = first.row(); row <= last.row(); ++row)
                showRow(row);
        });
    connect(&m_list, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                showRow(row);
        });
    connect(&m_list, &QAbstractItemModel::layoutChanged, this, &UploadsTable::showAllRows);
    connect(&header(), &QHeaderView::sectionResized, this, &UploadsTable::showAllRows);
    connect(&m_clock, &QTimer::timeout, this, &UploadsTable::countDown);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &UploadsTable::selectionChangedByUser);
}

QList<qint64> UploadsTable::selectedIds() const
{
    return m_list.idsOf(selectionModel()->selectedRows());
}

int UploadsTable::heightFor(int rows) const
{
    const QScrollBar &across = *horizontalScrollBar();
    return 2 * frameWidth() + header().sizeHint().height() + std::max(rows, Metrics::rowHeight)
        + (across.isVisibleTo(this) ? across.sizeHint().height() : 0);
}

void UploadsTable::showAllRows()
{
    for (int row = 0; row < m_list.rowCount(); ++row)
        showRow(row);
}

// Where the answers go, the keyboard stays in their row.
void UploadsTable::showRow(int row)
{
    const QWidget *const bar = indexWidget(m_list.index(row, UploadProgressColumn));
    const QWidget *const had = window()->focusWidget();
    const bool wasHere = bar != nullptr && bar->isAncestorOf(had);
    arrangeRow(row);
    if (wasHere && window()->focusWidget() != had)
        focusRow(row);
}

void UploadsTable::focusRow(int row)
{
    selectionModel()->setCurrentIndex(
        m_list.index(row, UploadFileColumn), QItemSelectionModel::NoUpdate);
    setFocus(Qt::OtherFocusReason);
}

void UploadsTable::arrangeRow(int row)
{
    const Upload &upload = *m_list.uploadAt(row);
    const QModelIndex index = m_list.index(row, UploadProgressColumn);
    auto *bar = static_cast<AnswerBar *>(indexWidget(index));
    if (uploadAnswers(upload).isEmpty()) {
        if (bar != nullptr) {
            bar->hide(); // the view ends it only later
            setIndexWidget(index, nullptr);
        }
        setRowHeight(row, Metrics::rowHeight);
        return;
    }
    if (bar == nullptr) {
        bar = new AnswerBar;
        connect(bar, &AnswerBar::answered, this, &UploadsTable::answer);
        bar->setUpload(upload); // before it is shown: its buttons then appear with it
        setIndexWidget(index, bar);
    }
    bar->setUpload(upload);
    setRowHeight(row, bar->heightFor(columnWidth(UploadProgressColumn)));
}

// Only words that say how long it still takes change by themselves.
void UploadsTable::countDown()
{
    for (int row = 0; row < m_list.rowCount(); ++row) {
        if (m_list.uploadAt(row)->state == UploadState::Retrying)
            m_list.touch(row);
    }
}

void UploadsTable::answer(qint64 id, UploadAnswer answer)
{
    const Upload *const upload = m_queue.find(id);
    if (upload == nullptr)
        return;
    focusRow(m_list.rowOf(id));
    if (answer == UploadAnswer::SendAs)
        emit nameWanted(id);
    else if (answer == UploadAnswer::ChooseFile)
        emit fileWanted(id);
    else if (answer == UploadAnswer::SignIn)
        emit signInWanted(upload->profileId);
    else
        giveUploadAnswer(m_queue, Upload(*upload), answer);
}

void UploadsTable::focusAnswer(int row)
{
    if (auto *const bar
        = static_cast<AnswerBar *>(indexWidget(m_list.index(row, UploadProgressColumn))))
        bar->focusAnswer();
}

void UploadsTable::resizeEvent(QResizeEvent *event)
{
    TableView::resizeEvent(event);
    showAllRows();
}

void UploadsTable::showEvent(QShowEvent *event)
{
    TableView::showEvent(event);
    m_clock.start();
}

void UploadsTable::hideEvent(QHideEvent *event)
{
    m_clock.stop();
    TableView::hideEvent(event);
}

void UploadsTable::keyPressEvent(QKeyEvent *event)
{
    const QList<qint64> ids = selectedIds();
    if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Up)
        return moveSelected(-1);
    if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Down)
        return moveSelected(1);
    if (event->key() == Qt::Key_Delete)
        return m_queue.cancel(ids);
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return focusAnswer(currentIndex().row());
    TableView::keyPressEvent(event);
}

void UploadsTable::moveSelected(int by)
{
    const QList<qint64> ids = selectedIds();
    if (ids.isEmpty())
        return;
    const int first = m_list.rowOf(ids.constFirst());
    const int last = m_list.rowOf(ids.constLast());
    const int before = by < 0 ? first - 1 : last + 2; // in front of the row over, behind that below
    if (before >= 0 && before <= m_list.rowCount())
        m_queue.moveTo(ids, before);
    scrollTo(currentIndex());
}

// What is dragged over itself ends in front of the row whose upper half it is over.
void UploadsTable::dropEvent(QDropEvent *event)
{
    const QPoint place = event->position().toPoint();
    const QModelIndex over = indexAt(place);
    int row = m_list.rowCount();
    if (over.isValid())
        row = place.y() > visualRect(over).center().y() ? over.row() + 1 : over.row();
    if (m_list.dropMimeData(event->mimeData(), Qt::MoveAction, row, 0, {}))
        event->acceptProposedAction();
    stopAutoScroll();
    setState(NoState);
    viewport()->update();
}

void UploadsTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QPoint place = event->reason() == QContextMenuEvent::Keyboard
        ? visualRect(currentIndex()).bottomLeft()
        : event->pos();
    const QModelIndex index = indexAt(place);
    if (!index.isValid())
        return;
    if (!selectionModel()->isRowSelected(index.row(), {}))
        selectRow(index.row());
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    fillUploadMenu(*menu, m_queue, selectedIds(),
        [this](qint64 id, UploadAnswer given) { answer(id, given); });
    menu->popup(viewport()->mapToGlobal(place));
}

} // namespace falconer
