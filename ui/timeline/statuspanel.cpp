// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/statuspanel.h"

#include "ui/shared/icons.h"
#include "ui/shared/tableheader.h"
#include "ui/timeline/statusdelegate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QShortcut>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 300; // a message needs some words a line

} // namespace

StatusPanel::StatusPanel(QWidget *parent)
    : QWidget(parent)
{
    setMinimumWidth(leastWidth);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_filtered.setSourceModel(&m_list);
    m_filtered.setFilterRole(StatusList::SearchRole);
    m_filtered.setFilterKeyColumn(0);
    m_filtered.setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(createHead());
    createTable();
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    connect(&m_filtered, &QAbstractItemModel::rowsInserted, this, &StatusPanel::updateCount);
    connect(&m_filtered, &QAbstractItemModel::modelReset, this, &StatusPanel::updateCount);
    updateCount();
}

QWidget *StatusPanel::createHead()
{
    auto *const head = new QWidget(this);
    head->setFixedHeight(Metrics::paneHeadHeight);
    auto *const layout = new QHBoxLayout(head);
    layout->setContentsMargins(6, 3, 6, 3);
    m_filter = new QLineEdit(head);
    m_filter->setPlaceholderText(tr("Filter statuses"));
    m_filter->setAccessibleName(tr("Filter statuses"));
    m_filter->setClearButtonEnabled(true);
    m_count = new QLabel(head);
    m_order = new QToolButton(head);
    m_order->setText(tr("newest first"));
    m_order->setCheckable(true);
    m_order->setToolTip(tr("Show the newest status on top instead of at the bottom"));
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_order);
    connect(m_filter, &QLineEdit::textChanged, this, &StatusPanel::setFilter);
    connect(m_order, &QToolButton::toggled, this, [this](bool on) {
        m_list.setNewestFirst(on);
        m_follows = true;
        followNewest();
    });
    return head;
}

void StatusPanel::createTable()
{
    m_table = new QTreeView(this);
    m_table->setAccessibleName(tr("Statuses"));
    m_table->setModel(&m_filtered);
    m_table->setItemDelegate(new StatusDelegate(m_table));
    m_table->setRootIsDecorated(false);
    m_table->setItemsExpandable(false);
    m_table->setWordWrap(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setHeader(new TableHeader(m_table));
    m_table->header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->header()->setSectionsMovable(false);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(StatusList::MessagesColumn, QHeaderView::Stretch);
    const int timeWidth = m_table->fontMetrics().horizontalAdvance(u"00:00:00.000"_s);
    m_table->header()->resizeSection(
        StatusList::TimeColumn, timeWidth + 2 * Metrics::cellPadding + 2);
    m_table->header()->resizeSection(StatusList::TypeColumn, 100);
    m_table->header()->resizeSection(StatusList::CodeColumn, 44);
    auto *const copy = new QShortcut(QKeySequence::Copy, m_table);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &StatusPanel::copySelected);
    connect(m_table->header(), &QHeaderView::sectionResized, m_table,
        [this] { m_table->doItemsLayout(); }); // wrapped texts need other heights
    const QScrollBar *const bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, [this] { m_follows = isAtNewest(); });
    connect(bar, &QScrollBar::rangeChanged, this, &StatusPanel::followNewest);
    connect(m_table, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        emit entryChosen(index.data(StatusList::EntryRole).toLongLong());
    });
}

void StatusPanel::setLane(const TimelineLane *lane)
{
    const qint64 action = lane && lane->action ? lane->action->id : 0;
    if (std::exchange(m_action, action) != action)
        m_follows = true;
    // Heights change before the range of the scroll bar does: neither is the user.
    const bool follows = m_follows;
    m_list.setStatuses(action, action != 0 ? lane->statuses : QList<ActionStatus>());
    const bool hasCodes = lane
        && std::ranges::any_of(
            lane->statuses, [](const ActionStatus &status) { return status.code.has_value(); });
    m_table->setColumnHidden(StatusList::CodeColumn, !hasCodes);
    updateCount();
    m_follows = follows;
    followNewest();
}

bool StatusPanel::isAtNewest() const
{
    const QScrollBar *const bar = m_table->verticalScrollBar();
    return m_list.isNewestFirst() ? bar->value() == 0 : bar->value() == bar->maximum();
}

// Unless the user scrolled away: then what is read stays.
void StatusPanel::followNewest()
{
    if (!m_follows)
        return;
    if (m_list.isNewestFirst())
        m_table->scrollToTop();
    else
        m_table->scrollToBottom();
}

void StatusPanel::showEntries(const QList<qint64> &entries)
{
    QItemSelection selection;
    QModelIndex first;
    for (const qint64 entry : entries) {
        const int row = m_list.rowOfEntry(entry);
        const QModelIndex index
            = row < 0 ? QModelIndex() : m_filtered.mapFromSource(m_list.index(row, 0));
        if (!index.isValid())
            continue;
        selection.select(index, index.siblingAtColumn(StatusList::MessagesColumn));
        if (!first.isValid())
            first = index;
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (first.isValid())
        m_table->scrollTo(first, QAbstractItemView::PositionAtTop);
}

QString StatusPanel::filter() const
{
    return m_filter->text();
}

void StatusPanel::setFilter(const QString &text)
{
    if (m_filter->text() != text)
        m_filter->setText(text); // comes back here
    m_filtered.setFilterFixedString(text);
    updateCount();
}

QString StatusPanel::countText() const
{
    return m_count->text();
}

void StatusPanel::updateCount()
{
    const int all = m_list.rowCount();
    m_count->setText(m_filter->text().isEmpty()
            ? tr("%n status(es)", nullptr, all)
            : tr("%1 of %2").arg(m_filtered.rowCount()).arg(all));
    showHits();
}

void StatusPanel::showHits()
{
    QList<qint64> entries;
    if (!m_filter->text().isEmpty()) {
        for (int row = 0; row < m_filtered.rowCount(); ++row)
            entries << m_filtered.index(row, 0).data(StatusList::EntryRole).toLongLong();
    }
    emit hitsChanged(entries);
}

void StatusPanel::copySelected()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows))
        lines << row.data(StatusList::CopyRole).toString();
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void StatusPanel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *const copy
        = menu->addAction(icon(Icon::Copy), tr("Copy"), this, &StatusPanel::copySelected);
    copy->setEnabled(m_table->selectionModel()->hasSelection());
    menu->addAction(tr("Copy all"), this, [this] {
        m_table->selectAll();
        copySelected();
    });
    menu->popup(event->globalPos());
}

} // namespace falconer
