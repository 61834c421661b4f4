// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionspane.h"

#include "models/actioncolumns.h"
#include "services/hawkbit/rsql.h"
#include "ui/actions/actionchoices.h"
#include "ui/actions/actionmenu.h"
#include "ui/actions/actionsbar.h"
#include "ui/actions/pickedactions.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/loadbanner.h"
#include "ui/shared/panehead.h"
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

} // namespace

ActionsPane::ActionsPane(const ActionsContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_counts(countSource(context.client, &listActions), actionKindFilters(context.server.dialect))
    , m_model(pageSource(context.client, &listActions),
          actionColumns(context.server.dialect, context.clock), &actionKey)
    , m_selection(&m_model)
    , m_watch(m_model, context.feed, &listActions, Priority::OnScreen)
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
    m_banner = new LoadBanner(m_model, {}, this);
    m_table = new TableView(this);
    m_table->setAccessibleName(tr("Actions"));
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->emptyState().follow(m_model,
        { Icon::Actions, tr("No action yet"),
            tr("Assign a distribution set to targets: every device gets an action.") },
        { Icon::Search, tr("No action matches"),
            tr("Change the search, the state, the age or the type, or show all."),
            tr("Show all actions"), [this] { showAll(); } });
    m_bar = new ActionsBar(this);

    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(&m_banner->banner());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_bar);
}

void ActionsPane::wire()
{
    connect(m_choices, &ActionChoices::kindChosen, this,
        [this] { m_model.setFilter(m_counts.filterOf(int(m_choices->kind()))); });
    connect(m_choices, &ActionChoices::filterChosen, this, &ActionsPane::applyFilter);
    connect(&m_counts, &KindCounts::changed, this, &ActionsPane::showCounts);
    connect(m_banner, &LoadBanner::retryRequested, this, &ActionsPane::reload);
    connect(m_banner, &LoadBanner::searchRefused, this, &ActionsPane::filterProblem);
    connect(&m_model, &PagedModelBase::loadingChanged, this, &ActionsPane::filterBusyChanged);
    connect(&m_model, &QAbstractItemModel::dataChanged, &m_rowsSoon, qOverload<>(&QTimer::start));
    connect(&m_selection, &SelectionByKey::keysChanged, this, &ActionsPane::selectionChanged);
    connect(m_table, &QAbstractItemView::activated, this, &ActionsPane::activated);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ActionsPane::showMenu);
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
    m_watch.setNews([this](const Page<Action> &) {
        if (isVisible() && !m_countsSoon.isActive()) // an answer may come late
            m_countsSoon.start();
    });
}

// The view asks its model for rows as soon as it has one.
void ActionsPane::start()
{
    m_table->begin(m_model, m_selection,
        { m_context.settings, u"actions/table"_s, u"started"_s, Qt::DescendingOrder });
    m_bar->follow(*m_table, m_model, m_selection);
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
    if (m_table->model())
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
    m_banner->setSearch(rsql);
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

void ActionsPane::showFailure(const Error &error)
{
    m_banner->showFailure(error);
}

void ActionsPane::showNotice(const QString &sentence)
{
    m_banner->showNotice(sentence);
}

} // namespace falconer
