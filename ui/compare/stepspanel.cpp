// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/stepspanel.h"

#include "ui/shared/tableheader.h"
#include "ui/shared/tableview.h"
#include "ui/timeline/timetexts.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostStepWidth = 240;
constexpr int mostDeviceWidth = 190;

QString keyOf(const StepLine &line)
{
    return stepKeyText(line.statistics.key);
}

} // namespace

StepsPanel::StepsPanel(QWidget *parent)
    : ComparePanel(parent)
    , m_summary(new QLabel)
    , m_model(stepColumns(spanText), keyOf)
{
    auto *const content = new QWidget(this);
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    m_summary->setContentsMargins(Metrics::cellPadding, 5, Metrics::cellPadding, 5);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    createTable();
    layout->addWidget(m_summary);
    layout->addWidget(m_table, 1);
    setContent(content);
    setFocusProxy(m_table);
}

// It must not outlive its model.
StepsPanel::~StepsPanel()
{
    delete m_table;
}

void StepsPanel::createTable()
{
    m_table = new TableView(this);
    m_table->setAccessibleName(tr("How long steps take"));
    m_table->setModel(&m_model);
    TableHeader &header = m_table->header();
    header.setStretchLastSection(false);
    connect(&header, &TableHeader::sortRequested, this, &StepsPanel::sortBy);
    connect(&header, &TableHeader::resetRequested, this,
        [this] { sortBy(StepColumn::Step, Qt::AscendingOrder); });
    connect(&header, &TableHeader::visibilityChanged, this, &StepsPanel::fitColumns);
    connect(m_table, &QTableView::clicked, this, &StepsPanel::choose);
    const auto shortcut = [this](const QKeySequence &keys, auto slot) {
        auto *const made = new QShortcut(keys, m_table);
        made->setContext(Qt::WidgetShortcut);
        connect(made, &QShortcut::activated, this, slot);
    };
    shortcut(QKeySequence::Copy, &StepsPanel::copy);
    for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Enter })
        shortcut(key, [this] { choose(m_table->currentIndex()); });
}

void StepsPanel::refresh(bool historiesChanged)
{
    if (!historiesChanged)
        return;
    const QList<DeviceTimeline> histories = readHistories(lanes());
    m_lines = stepLines(stepStatistics(histories), histories);
    if (m_lines.isEmpty()) {
        showEmpty(Icon::Waiting, tr("No step has been completed yet"),
            tr("As soon as a device has completed one, it stands here how long it took."));
        m_model.setItems({});
        return;
    }
    showLines();
    showContent();
}

void StepsPanel::showLines()
{
    QList<StepLine> sorted = m_lines;
    sortStepLines(sorted, m_sortKey, m_order);
    m_model.setItems(sorted);
    fitColumns();
    const auto slowest = std::ranges::find_if(m_lines, &StepLine::isSlowest);
    m_summary->setVisible(slowest != m_lines.end());
    if (slowest == m_lines.end())
        return;
    const QString name = stepText(slowest->statistics.key);
    m_summary->setText(slowest->share ? tr("The slowest step is %1: %2 % of the total.")
                                            .arg(name)
                                            .arg(std::lround(*slowest->share * 100))
                                      : tr("The slowest step is %1.").arg(name));
}

QString StepsPanel::summary() const
{
    return m_summary->isHidden() ? QString() : m_summary->text();
}

void StepsPanel::sortBy(int column, Qt::SortOrder order)
{
    m_sortKey = stepColumns(spanText).value(column).sortKey;
    m_order = order;
    showLines();
}

void StepsPanel::choose(const QModelIndex &index)
{
    const std::optional<StepLine> line = m_model.itemAt(index.row());
    if (!line)
        return;
    if (index.column() == StepColumn::Slowest)
        emit deviceChosen(line->statistics.slowest);
    else
        emit stepChosen(line->statistics.key);
}

void StepsPanel::copy()
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QList<StepLine> lines;
    for (const QModelIndex &row : std::as_const(rows))
        lines << m_model.items()[row.row()];
    QGuiApplication::clipboard()->setText(
        stepsAsText(lines.isEmpty() ? m_model.items() : lines, stepColumns(spanText)));
}

void StepsPanel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(Icon::Copy), tr("Copy as a table"), this, &StepsPanel::copy);
    menu->popup(event->globalPos());
}

void StepsPanel::resizeEvent(QResizeEvent *event)
{
    ComparePanel::resizeEvent(event);
    fitColumns();
}

// Numbers take what they need, names share the rest; what does not fit is scrolled to.
void StepsPanel::fitColumns()
{
    const TableHeader &header = m_table->header();
    const int room = m_table->viewport()->width();
    int rest = room;
    for (int column = StepColumn::Median; column < header.count(); ++column) {
        if (!header.isSectionHidden(column))
            rest -= fitColumn(column, column == StepColumn::Slowest ? mostDeviceWidth : room);
    }
    if (fitColumn(StepColumn::Step, mostStepWidth) < rest)
        m_table->header().resizeSection(StepColumn::Step, rest);
}

// As wide as its words; the arrow of an order needs room in one head only.
int StepsPanel::fitColumn(int column, int most)
{
    const QAbstractItemView &view = *m_table;
    TableHeader &header = m_table->header();
    const bool isSorted = header.isSortIndicatorShown() && header.sortIndicatorSection() == column;
    const QString title = m_model.headerData(column, Qt::Horizontal).toString();
    const int head = isSorted
        ? header.sectionSizeHint(column)
        : header.fontMetrics().horizontalAdvance(title) + 2 * Metrics::cellPadding + 1;
    const int width = std::min(std::max(view.sizeHintForColumn(column), head), most);
    header.resizeSection(column, width);
    return width;
}

} // namespace falconer
