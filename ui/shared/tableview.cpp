// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/tableview.h"

#include "models/pagedmodelbase.h"
#include "models/selectionbykey.h"
#include "ui/shared/celldelegate.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/tableheader.h"
#include "ui/shared/tablestate.h"
#include "ui/shared/theme.h"

#include <QJsonDocument>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSettings>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int saveDelay = 300; // ms, once after a drag of a column's edge

} // namespace

TableView::TableView(QWidget *parent)
    : QTableView(parent)
    , m_header(new TableHeader(this))
    , m_empty(new EmptyState(viewport()))
{
    auto *const middle = new QVBoxLayout(viewport());
    middle->addWidget(m_empty);
    m_empty->hide();
    setHorizontalHeader(m_header);
    setItemDelegate(new CellDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(Metrics::rowHeight);
    verticalHeader()->setDefaultSectionSize(Metrics::rowHeight);

    m_saveSoon.setSingleShot(true);
    m_saveSoon.setInterval(saveDelay);
    connect(&m_saveSoon, &QTimer::timeout, this, &TableView::save);
    connect(m_header, &TableHeader::sortRequested, this, &TableView::requestSort);
    connect(m_header, &TableHeader::resetRequested, this, &TableView::resetColumns);
    connect(m_header, &QHeaderView::sectionResized, &m_saveSoon, qOverload<>(&QTimer::start));
    connect(m_header, &QHeaderView::sectionMoved, &m_saveSoon, qOverload<>(&QTimer::start));
    connect(m_header, &TableHeader::visibilityChanged, &m_saveSoon, qOverload<>(&QTimer::start));
}

void TableView::setModel(QAbstractItemModel *model)
{
    if (m_paged != nullptr)
        disconnect(m_paged, nullptr, this, nullptr);
    QTableView::setModel(model);
    m_paged = qobject_cast<PagedModelBase *>(model);
    if (model == nullptr)
        return;
    TableState::defaultsOf(*m_header).applyTo(*m_header);
    if (m_paged == nullptr)
        return;
    connect(m_paged, &PagedModelBase::totalChanged, this, &TableView::reportWindow);
    connect(m_paged, &PagedModelBase::queryChanged, this, &QTableView::scrollToTop);
    reportWindow();
}

void TableView::begin(PagedModelBase &model, SelectionByKey &selection, const Memory &memory)
{
    setModel(&model);
    setSelectionModel(&selection);
    rememberIn(memory.settings, memory.key);
    setDefaultSort(memory.sortColumn, memory.order);
    if (!model.isLoading())
        model.reload();
}

void TableView::rememberIn(QSettings &settings, const QString &key)
{
    m_settings = &settings;
    m_key = key;
    const QByteArray stored = settings.value(key).toByteArray();
    const TableState state = TableState::fromJson(QJsonDocument::fromJson(stored).object());
    if (!state.columns.isEmpty())
        state.applyTo(*m_header);
    if (m_header->isSortIndicatorShown())
        model()->sort(m_header->sortIndicatorSection(), m_header->sortIndicatorOrder());
    m_saveSoon.stop();
}

void TableView::setDefaultSort(const QString &columnId, Qt::SortOrder order)
{
    if (m_header->isSortIndicatorShown())
        return;
    for (int column = 0; column < m_header->count(); ++column) {
        const QVariant id
            = model()->headerData(column, Qt::Horizontal, PagedModelBase::ColumnIdRole);
        if (id.toString() == columnId)
            requestSort(column, order);
    }
}

std::pair<int, int> TableView::visibleRows() const
{
    const int last = rowAt(viewport()->height() - 1);
    return { qMax(0, rowAt(0)), last >= 0 ? last : model()->rowCount() - 1 };
}

// Goes to the row that somebody chose, not after one that a refresh put elsewhere: nothing jumps
// under the pointer.
void TableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    const auto *const keys = qobject_cast<const SelectionByKey *>(selectionModel());
    const bool scrolls = hasAutoScroll();
    setAutoScroll(scrolls && !(keys && keys->isFollowing()));
    QTableView::currentChanged(current, previous);
    setAutoScroll(scrolls);
}

void TableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    reportWindow();
}

void TableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        reportWindow();
}

// A click on a row that could not be fetched tries again.
void TableView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (m_paged != nullptr && index.isValid()
        && index.data(PagedModelBase::RowStateRole).value<RowState>() == RowState::Failed)
        m_paged->retry(index.row());
    QTableView::mousePressEvent(event);
}

// With Ctrl they would go there without selecting: the row with the frame would be another than the
// one that is shown.
void TableView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Home && event->key() != Qt::Key_End)
        return QTableView::keyPressEvent(event);
    QKeyEvent plain(event->type(), event->key(), event->modifiers() & ~Qt::ControlModifier);
    QTableView::keyPressEvent(&plain);
    event->setAccepted(plain.isAccepted());
}

QModelIndex TableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if ((action != MoveHome && action != MoveEnd) || model()->rowCount() == 0)
        return QTableView::moveCursor(action, modifiers);
    const QModelIndex from
        = currentIndex().isValid() ? currentIndex() : QTableView::moveCursor(action, modifiers);
    return from.siblingAtRow(action == MoveHome ? 0 : model()->rowCount() - 1);
}

void TableView::requestSort(int logicalIndex, Qt::SortOrder order)
{
    m_header->setSortIndicatorShown(true);
    m_header->setSortIndicator(logicalIndex, order);
    model()->sort(logicalIndex, order);
    m_saveSoon.start();
}

void TableView::resetColumns()
{
    TableState::defaultsOf(*m_header).applyTo(*m_header);
    model()->sort(-1);
    m_saveSoon.start();
}

void TableView::reportWindow()
{
    if (m_paged == nullptr)
        return;
    const int rows = m_paged->rowCount();
    const int height = viewport()->height();
    const int first = rowAt(0);
    const int last = rowAt(height - 1);
    const int firstRow = std::max(first, 0);
    // Before its total is known the model is asked for as much as there is room for.
    const int wanted = last >= 0 ? last : rows > 0 ? rows - 1 : height / Metrics::rowHeight;
    m_paged->setWindow(firstRow, wanted);
}

void TableView::save()
{
    if (m_settings == nullptr || model() == nullptr)
        return;
    const QJsonDocument json(TableState::of(*m_header).toJson());
    m_settings->setValue(m_key, json.toJson(QJsonDocument::Compact));
}

} // namespace falconer
