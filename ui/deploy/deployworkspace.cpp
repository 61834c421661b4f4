// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/deployworkspace.h"

#include "models/selectionbykey.h"
#include "services/live/feed.h"
#include "ui/compare/attentionpanel.h"
#include "ui/deploy/deploycommands.h"
#include "ui/deploy/deploycontext.h"
#include "ui/deploy/detailspanel.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/setspane.h"
#include "ui/deploy/targetspane.h"
#include "ui/shared/panecycle.h"
#include "ui/shared/searchfield.h"
#include "ui/timeline/sidetabs.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView columnsKey("deploy/columns");
constexpr QLatin1StringView rowsKey("deploy/rows");
constexpr QLatin1StringView detailsKey("deploy/details");

SearchScope targetSearch()
{
    return { .fields = { u"controllerid"_s, u"name"_s },
        .name = DeployWorkspace::tr("Search targets"),
        .placeholder = DeployWorkspace::tr("Search targets: words, or RSQL"),
        .help = DeployWorkspace::tr(
            "Words are looked for in name and controller id.\n"
            "RSQL passes through, for example updatestatus==error;attribute.site==berlin") };
}

QSplitter *makeSplitter(Qt::Orientation orientation, QWidget *parent)
{
    auto *const splitter = new QSplitter(orientation, parent);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    return splitter;
}

} // namespace

DeployWorkspace::DeployWorkspace(const Parts &parts, QWidget *parent)
    : Workspace(parent)
    , m_parts(parts)
    , m_timelineSource(parts.client, parts.feed, parts.histories)
    , m_watch(m_timelineSource, &QDateTime::currentDateTimeUtc)
    , m_search(new SearchField(targetSearch(), this))
{
    build();
    restoreState();
    wireSearch();
    wireSelection();
    wireDrags();
    wireCommands();
    m_commands->update();
}

DeployWorkspace::~DeployWorkspace() = default;

void DeployWorkspace::build()
{
    const DeployContext context{ m_parts.client, m_parts.feed, m_parts.server, m_parts.settings };
    m_columns = makeSplitter(Qt::Horizontal, this);
    m_rows = makeSplitter(Qt::Vertical, this);
    m_targets = new TargetsPane(context, m_columns);
    m_sets = new SetsPane(context, m_columns);
    m_details = new DetailsPanel(m_parts.client, m_columns);
    m_timeline = new TimelinePane(&QDateTime::currentDateTimeUtc, m_rows);
    m_timeline->attach(m_timelineSource);
    if (m_parts.patterns)
        m_timelineSource.followPatterns(*m_parts.patterns);
    m_timeline->setServerName(m_parts.sheets.profile);
    m_timeline->rememberIn(m_parts.settings, u"deploy/lanes"_s);
    m_columns->addWidget(m_targets);
    m_columns->addWidget(m_sets);
    m_columns->addWidget(m_details);
    m_columns->setStretchFactor(0, 3);
    m_columns->setStretchFactor(1, 2);
    m_columns->setStretchFactor(2, 1);
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_timeline);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_rows);
    m_commands = new DeployCommands(
        { m_parts.client, m_parts.server, m_parts.sheets, *m_targets, *m_sets, m_timelineSource },
        this);
}

int DeployWorkspace::pendingChanges() const
{
    return m_targets->model().pendingChanges();
}

QWidget *DeployWorkspace::searchField()
{
    return m_search;
}

void DeployWorkspace::focusSearch()
{
    m_search->focusAndSelect();
}

void DeployWorkspace::refresh()
{
    m_targets->reload();
    m_sets->reload();
    m_parts.feed.refresh();
}

void DeployWorkspace::showPendingChanges()
{
    m_targets->model().applyPending();
}

void DeployWorkspace::saveState()
{
    m_parts.settings.setValue(columnsKey, m_columns->saveState());
    m_parts.settings.setValue(rowsKey, m_rows->saveState());
    m_parts.settings.setValue(detailsKey, m_details->isVisibleTo(this));
}

const TimelineLane *DeployWorkspace::laneInView() const
{
    return m_timeline->currentLane();
}

void DeployWorkspace::restoreState()
{
    if (!m_columns->restoreState(m_parts.settings.value(columnsKey).toByteArray()))
        m_columns->setSizes({ 800, 530, 320 });
    if (!m_rows->restoreState(m_parts.settings.value(rowsKey).toByteArray()))
        m_rows->setSizes({ 420, 420 });
    m_details->setVisible(m_parts.settings.value(detailsKey, false).toBool());
}

void DeployWorkspace::wireSearch()
{
    connect(m_search, &SearchField::filterChanged, m_targets, &TargetsPane::setFilter);
    connect(m_targets, &TargetsPane::filterProblem, m_search, &SearchField::setProblem);
    connect(m_targets, &TargetsPane::filterBusyChanged, m_search, &SearchField::setBusy);
    connect(m_targets, &TargetsPane::matchesChanged, m_search, &SearchField::setCount);
    connect(&m_targets->model(), &PagedModelBase::pendingChangesChanged, this,
        &Workspace::pendingChangesChanged);
}

void DeployWorkspace::wireSelection()
{
    connect(m_targets, &TargetsPane::selectionChanged, this, [this] {
        showTimeline();
        m_commands->update();
    });
    connect(m_targets, &TargetsPane::statusesChanged, &m_timelineSource, &TimelineSource::lookFor);
    connect(m_targets, &TargetsPane::currentChanged, this,
        [this] { m_details->showTarget(m_targets->currentTarget()); });
    connect(m_sets, &SetsPane::currentChanged, this, [this] {
        if (m_sets->table().hasFocus())
            m_details->showSet(m_sets->currentSet());
        m_commands->update();
    });
    connect(m_targets, &TargetsPane::detailsRequested, this, [this] { showDetails(true); });
    connect(m_sets, &SetsPane::detailsRequested, this, [this] {
        m_details->showSet(m_sets->currentSet());
        showDetails(true);
    });
    connect(m_details, &DetailsPanel::closeRequested, this, [this] { showDetails(false); });
    connect(m_details, &DetailsPanel::compareRequested, m_commands, &DeployCommands::compare);
    connect(m_commands, &DeployCommands::comparable, m_details, &DetailsPanel::setComparable);
    m_watch.setInsight(m_timeline->view().insight());
    connect(&m_watch, &LaneWatch::happened, this, &Workspace::lanesHadNews);
    connect(&m_timelineSource, &TimelineSource::shownActionsChanged, m_commands,
        &DeployCommands::update);
}

void DeployWorkspace::showTimeline()
{
    const TargetSelection selection = m_targets->picked().selection;
    QList<TimelineSource::Wanted> wanted;
    // Of everything that matches, the lanes of the first rows.
    const QList<Target> known = selection.filter
        ? m_targets->model().loadedItems(0, TimelineSource::mostLanes - 1)
        : selection.targets;
    for (const Target &target : known)
        wanted << TimelineSource::Wanted{ target.controllerId, target.name, target.pollStatus, {} };
    for (const QString &id : selection.controllerIds)
        wanted << TimelineSource::Wanted{ id, id, {}, {} };
    m_timelineSource.setTargets(wanted);
}

void DeployWorkspace::wireCommands()
{
    auto *const details = new QAction(tr("Details"), this);
    details->setShortcut(Qt::CTRL | Qt::Key_I);
    addAction(details);
    connect(details, &QAction::triggered, this, [this] { showDetails(!m_details->isVisible()); });
    new PaneCycle({ m_search, &m_targets->table(), &m_sets->table(), m_details, &m_timeline->view(),
                      &m_timeline->side() },
        this);
    connect(m_commands, &DeployCommands::written, this, &DeployWorkspace::afterWrite);
    connect(m_commands, &DeployCommands::targetsWanted, m_search, &SearchField::setText);
    connect(m_timeline, &TimelinePane::recoverRequested, m_commands,
        [this](RecoveryKind kind, const QStringList &controllerIds) {
            m_commands->recover(kind, { .controllerIds = controllerIds });
        });
    m_timeline->side().attention().setServer(m_parts.server);
    giveMenu(m_targets->table(), &DeployCommands::fillTargetsMenu);
    giveMenu(m_sets->table(), &DeployCommands::fillSetsMenu);
}

void DeployWorkspace::giveMenu(QWidget &table, void (DeployCommands::*fill)(QMenu &menu))
{
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&table, &QWidget::customContextMenuRequested, this,
        [this, &table, fill](const QPoint &place) {
            auto *const menu = new QMenu(&table);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            menu->setToolTipsVisible(true); // why something is disabled
            (m_commands->*fill)(*menu);
            if (menu->isEmpty())
                return menu->deleteLater();
            const auto *const area = qobject_cast<QAbstractScrollArea *>(&table);
            menu->popup(area->viewport()->mapToGlobal(place));
        });
}

// What we changed is shown at once, not at the next tick.
void DeployWorkspace::afterWrite()
{
    m_targets->reload();
    m_timelineSource.reload();
    m_parts.feed.refresh();
}

void DeployWorkspace::showDetails(bool show)
{
    m_details->setVisible(show);
}

} // namespace falconer
