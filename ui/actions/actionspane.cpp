// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionspane.h"

#include "models/actioncolumns.h"
#include "services/hawkbit/rsql.h"
#include "services/live/feed.h"
#include "ui/actions/actionchoices.h"
#include "ui/actions/actionmenu.h"
#include "ui/actions/actionsbar.h"
#include "ui/actions/pickedactions.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/panehead.h"
#include "ui/shared/searchproblem.h"
#include "ui/shared/tableview.h"

#include <QHideEvent>
#include <QLocale>
#include <QMenu>
#include <QShowEvent>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int ageInterval = 1'000;     // ms between two looks at the relative times
constexpr int countsInterval = 10'000; // ms between two counts while news come in

Source<Action> actionSource(Client &client)
{
    return [&client](const ListQuery &query, std::function<void(Result<Page<Action>>)> done) {
        return client.send(listActions(query), std::move(done));
    };
}

} // namespace

ActionsPane::ActionsPane(const ActionsContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_counts(countSource(context.client, &listActions), actionKindFilters(context.server.dialect))
    , m_model(actionSource(context.client), actionColumns(context.server.dialect, context.clock),
          &actionKey)
    , m_selection(&m_model)
{
    build();
    wire();
}

ActionsPane::~ActionsPane() = default;

void ActionsPane::build()
{
    m_head = new PaneHead(tr("Actions"), this);
    m_choices = new ActionChoices(m_context.server.dialect, this);
    m_head->addControl(m_choices);
    m_banner = new Banner(this);
    m_table = new TableView(this);
    m_table->setAccessibleName(tr("Actions"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->emptyState().setAction(tr("Show all actions"));
    m_bar = new ActionsBar(this);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_banner);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_bar);
}

void ActionsPane::wire()
{
    connect(m_choices, &ActionChoices::kindChosen, this,
        [this] { m_model.setFilter(m_counts.filterOf(int(m_choices->kind()))); });
    connect(m_choices, &ActionChoices::filterChosen, this, &ActionsPane::applyFilter);
    connect(&m_counts, &KindCounts::changed, this, &ActionsPane::showCounts);
    connect(m_banner, &Banner::actionTriggered, this, &ActionsPane::reload);
    connect(&m_model, &PagedModelBase::failed, this, &ActionsPane::showFailure);
    connect(&m_model, &PagedModelBase::rowsLoaded, m_banner, &Banner::clear);
    connect(&m_model, &PagedModelBase::rowsLoaded, this, &ActionsPane::watchWindow);
    connect(&m_model, &PagedModelBase::windowChanged, this, &ActionsPane::watchWindow);
    connect(&m_model, &PagedModelBase::totalChanged, this, &ActionsPane::showTotal);
    connect(&m_model, &PagedModelBase::loadingChanged, this, &ActionsPane::filterBusyChanged);
    connect(&m_model, &QAbstractItemModel::dataChanged, &m_rowsSoon, qOverload<>(&QTimer::start));
    connect(&m_selection, &SelectionByKey::keysChanged, this, &ActionsPane::showSelection);
    connect(m_table, &QAbstractItemView::activated, this, &ActionsPane::activated);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ActionsPane::showMenu);
    connect(&m_table->emptyState(), &EmptyState::actionTriggered, this, &ActionsPane::showAll);
    connect(m_bar, &ActionsBar::recoverRequested, this, &ActionsPane::recoverRequested);
    connect(m_bar, &ActionsBar::deleteRequested, this, &ActionsPane::deleteRequested);
    m_ages.setInterval(ageInterval);
    connect(&m_ages, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    m_rowsSoon.setSingleShot(true);
    m_rowsSoon.setInterval(0);
    connect(&m_rowsSoon, &QTimer::timeout, this, &ActionsPane::pickedRowsChanged);
    m_countsSoon.setSingleShot(true);
    m_countsSoon.setInterval(countsInterval);
    connect(&m_countsSoon, &QTimer::timeout, &m_counts, &KindCounts::refresh);
}

// The view asks its model for rows as soon as it has one.
void ActionsPane::start()
{
    m_isStarted = true;
    m_table->setModel(&m_model);
    m_table->setSelectionModel(&m_selection);
    m_table->rememberIn(m_context.settings, u"actions/table"_s);
    m_table->setDefaultSort(u"started"_s, Qt::DescendingOrder);
    if (!m_model.isLoading())
        m_model.reload();
    m_counts.refresh();
    m_choices->findTypes(m_context.client);
}

// The feed, which pauses while another workspace is in sight, brings the rows up to date.
void ActionsPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (event->spontaneous()) // the window's doing
        return;
    m_ages.start();
    if (m_isStarted)
        m_counts.refresh();
    else
        start();
}

void ActionsPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous())
        return;
    m_ages.stop();
    m_countsSoon.stop();
    m_counts.stop();
}

void ActionsPane::setFilter(const QString &rsql)
{
    m_search = rsql;
    applyFilter();
    emit filterProblem({});
}

void ActionsPane::applyFilter()
{
    m_counts.setFilter(rsqlAnd({ m_search, m_choices->filter(m_context.clock()) }));
    m_model.setFilter(m_counts.filterOf(int(m_choices->kind())));
}

void ActionsPane::showAll()
{
    m_choices->chooseAll();
    applyFilter();
    emit searchRequested({});
}

void ActionsPane::refresh()
{
    applyFilter();
    reload();
}

void ActionsPane::reload()
{
    m_model.applyPending();
    m_model.reload();
    m_counts.refresh();
}

void ActionsPane::clearSelection()
{
    m_selection.clearAll();
}

qint64 ActionsPane::pickedCount() const
{
    return m_selection.count();
}

ActionSelection ActionsPane::picked() const
{
    return pickedActions(m_model, m_selection);
}

QList<Action> ActionsPane::pickedAtHand() const
{
    return falconer::pickedAtHand(m_model, m_selection);
}

void ActionsPane::showMenu(const QPoint &position)
{
    const QModelIndex index = m_table->indexAt(position);
    const std::optional<Action> action = m_model.itemAt(index.row());
    if (!action)
        return;
    auto *const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillActionMenu(*menu, *action, m_context.server.dialect,
        [this](const QString &rsql) { emit searchRequested(rsql); });
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

void ActionsPane::showCounts()
{
    m_choices->showCounts(m_counts);
    const std::optional<qint64> all = m_counts.count(int(ActionKind::All));
    m_head->setSummary(all ? QLocale().toString(*all) : QString());
    emit matchesChanged(all);
}

void ActionsPane::showTotal(qint64 total)
{
    EmptyState &empty = m_table->emptyState();
    empty.setVisible(total == 0);
    const bool isEverything = m_model.filter().isEmpty();
    if (isEverything)
        empty.setContent(Icon::Actions, tr("No action yet"),
            tr("Assign a distribution set to targets: every device gets an action."));
    else
        empty.setContent(Icon::Search, tr("No action matches"),
            tr("Change the search, the state, the age or the type, or show all."));
    empty.setAction(isEverything ? QString() : tr("Show all actions"));
    if (total == 0)
        m_banner->clear();
    showRows();
}

void ActionsPane::showSelection()
{
    m_bar->setCount(m_selection.count());
    emit selectionChanged();
}

void ActionsPane::showRows()
{
    if (!m_isStarted)
        return;
    const auto [first, last] = m_table->visibleRows();
    m_bar->setRows(first, last, m_model.total());
}

void ActionsPane::showFailure(const Error &error)
{
    if (error.kind == ErrorKind::Invalid && !m_search.isEmpty()) {
        emit filterProblem(searchProblem(m_search, error));
        return;
    }
    m_banner->showError(error);
    m_banner->setAction(tr("Try again"));
}

void ActionsPane::showNotice(const QString &sentence)
{
    m_banner->showMessage(Tone::Attention, sentence);
    m_banner->setDismissable(true);
}

void ActionsPane::watchWindow()
{
    showRows();
    const std::optional<ListQuery> query = m_model.windowQuery();
    if (!query || query == m_watched)
        return;
    m_watched = query;
    m_watch = m_context.feed.watch(
        listActions(*query), Priority::OnScreen,
        [this, query = *query](const Result<Page<Action>> &page) { takeNews(query, page); },
        Feed::First::InTurn);
}

void ActionsPane::takeNews(const ListQuery &query, const Result<Page<Action>> &page)
{
    if (!page)
        return;
    m_model.refreshRows(query, *page);
    if (isVisible() && !m_countsSoon.isActive()) // an answer may come late
        m_countsSoon.start();
}

} // namespace falconer
