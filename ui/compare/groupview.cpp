// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/groupview.h"

#include "models/grouplist.h"
#include "ui/compare/groupdelegate.h"
#include "ui/shared/icons.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QSet>

#include <algorithm>

namespace falconer {

namespace {

constexpr int indent = 18;
constexpr int mostFits = 3;
constexpr double mostForNames = 0.45; // of the width

QStringList devicesOf(const QModelIndex &index)
{
    return index.data(DevicesRole).toStringList();
}

} // namespace

GroupView::GroupView(QAbstractItemModel &model, QWidget *parent)
    : QTreeView(parent)
{
    setModel(&model);
    setItemDelegate(new GroupDelegate(this));
    setHeaderHidden(true);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(0);
    setIndentation(indent);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(true);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
        [this](const QModelIndex &above, int first, int last) {
            if (!above.isValid())
                span(first, last);
        });
    connect(this, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        const auto selected = selectionModel()->selectedRows();
        if (selected.size() == 1 && selected.first() == index.siblingAtColumn(0))
            emit devicesChosen(devicesOf(index));
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &GroupView::announceSelection);
    span(0, model.rowCount() - 1);
}

void GroupView::setOpensAtFirst(std::function<bool(const QModelIndex &)> opens)
{
    m_opens = std::move(opens);
}

// Heads need the whole width.
void GroupView::span(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        setFirstColumnSpanned(row, {}, true);
        const QModelIndex head = model()->index(row, 0);
        if (m_opens && m_opens(head))
            expand(head);
    }
}

void GroupView::keepSelection(const std::function<void()> &change)
{
    QSet<QString> kept;
    const QModelIndexList before = selectionModel()->selectedRows();
    for (const QModelIndex &index : before) {
        if (index.parent().isValid())
            kept << devicesOf(index).value(0);
    }
    m_isChanging = true;
    change();
    for (int head = 0; head < model()->rowCount() && !kept.isEmpty(); ++head) {
        const QModelIndex parent = model()->index(head, 0);
        for (int row = 0; row < model()->rowCount(parent); ++row) {
            const QModelIndex item = model()->index(row, 0, parent);
            if (kept.contains(devicesOf(item).value(0)))
                selectionModel()->select(
                    item, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    m_isChanging = false;
    fitColumns();
    announceSelection();
}

QStringList GroupView::selectedDevices() const
{
    QStringList devices;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows)
        devices += devicesOf(row);
    devices.removeDuplicates();
    return devices;
}

void GroupView::announceSelection()
{
    if (m_isChanging)
        return;
    const QStringList devices = selectedDevices();
    if (devices == m_announced)
        return;
    m_announced = devices;
    emit selectionChangedTo(devices);
}

void GroupView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

// A scroll bar has come or gone.
void GroupView::updateGeometries()
{
    QTreeView::updateGeometries();
    if (viewport()->width() != m_fittedWidth)
        fitColumns();
}

void GroupView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        emit devicesChosen(devicesOf(currentIndex()));
    else if (event->matches(QKeySequence::Copy))
        emit copyWanted();
    else
        QTreeView::keyPressEvent(event);
}

// What is laid out meanwhile may change the room again.
void GroupView::fitColumns()
{
    m_mustFitAgain = true;
    if (m_isFitting)
        return;
    m_isFitting = true;
    for (int i = 0; m_mustFitAgain && i < mostFits; ++i) {
        m_mustFitAgain = false;
        fitOnce();
    }
    m_isFitting = false;
}

// The first column and the last one as wide as their words, within bounds; the words between them
// wrap in the rest.
void GroupView::fitOnce()
{
    const int last = model()->columnCount() - 1;
    int widths[2]{ 0, 0 };
    for (int head = 0; head < model()->rowCount(); ++head) {
        const QModelIndex parent = model()->index(head, 0);
        for (int row = 0; row < model()->rowCount(parent); ++row) {
            const QModelIndex item = model()->index(row, 0, parent);
            const auto widen = [this](int &width, const QModelIndex &index) {
                const QString text = index.data().toString();
                width = std::max(width, fontMetrics().horizontalAdvance(text));
            };
            widen(widths[0], item);
            widen(widths[1], item.siblingAtColumn(last));
        }
    }
    constexpr int padding = Metrics::cellPadding + 2;
    const int room = viewport()->width();
    m_fittedWidth = room;
    const int names = std::min(widths[0] + 2 * indent + padding, int(room * mostForNames));
    const int times = widths[1] + padding;
    header()->resizeSection(0, names);
    header()->resizeSection(last, times);
    header()->resizeSection(1, std::max(0, room - names - times));
    doItemsLayout(); // wrapped words need other heights
}

void GroupView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    const Colours &c = colours(palette());
    const bool isSelected = selectionModel()->isRowSelected(index.row(), index.parent());
    if (isSelected)
        painter->fillRect(rect, c.selectedRow);
    if (currentIndex() == index && hasFocus())
        painter->fillRect(QRect(rect.x(), rect.y(), 2, rect.height()), c.accent);
    if (index.parent().isValid())
        return;
    const QRect place(rect.x() + 3, rect.y() + 4, indent - 4, Metrics::signSize);
    paintIcon(*painter, place, isExpanded(index) ? Icon::Collapse : Icon::Expand,
        isSelected ? c.quiet.onSelected : c.quiet.text);
}

} // namespace falconer
