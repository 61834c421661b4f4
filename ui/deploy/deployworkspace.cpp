// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/deployworkspace.h"

#include "models/selectionbykey.h"
#include "services/live/feed.h"
#include "ui/compare/attentionpanel.h"
#include "ui/deploy/deploycontext.h"
#include "ui/deploy/detailspanel.h"
#include "ui/deploy/droprules.h"
#include "ui/deploy/fleettable.h"
#include "ui/deploy/selectionbar.h"
#include "ui/deploy/setspane.h"
#include "ui/deploy/targetspane.h"
#include "ui/plan/plansheet.h"
#include "ui/plan/recoverysheet.h"
#include "ui/shared/panecycle.h"
#include "ui/shared/searchfield.h"
#include "ui/timeline/sidetabs.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QLocale>
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
    , m_running(parts.client, parts.server.dialect)
    , m_search(new SearchField(targetSearch(), this))
{
    build();
    restoreState();
    wireSearch();
    wireSelection();
    wireDrags();
    wireCommands();
    updateCommands();
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
    m_timeline->setServerName(m_parts.sheets.profile);
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
        updateCommands();
    });
    connect(m_targets, &TargetsPane::currentChanged, this,
        [this] { m_details->showTarget(m_targets->currentTarget()); });
    connect(m_sets, &SetsPane::currentChanged, this, [this] {
        if (m_sets->table().hasFocus())
            m_details->showSet(m_sets->currentSet());
        updateCommands();
    });
    connect(m_targets, &TargetsPane::detailsRequested, this, [this] { showDetails(true); });
    connect(m_sets, &SetsPane::detailsRequested, this, [this] {
        m_details->showSet(m_sets->currentSet());
        showDetails(true);
    });
    connect(m_details, &DetailsPanel::closeRequested, this, [this] { showDetails(false); });
    connect(&m_watch, &LaneWatch::happened, this, &Workspace::lanesHadNews);
    connect(&m_timelineSource, &TimelineSource::shownActionsChanged, this,
        &DeployWorkspace::updateCommands);
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

void DeployWorkspace::wireDrags()
{
    const auto selectedTargets = [this] { return m_targets->picked().count; };
    m_targets->table().setRules({
        .payload = [this]() -> std::optional<DragPayload> {
            const PickedTargets picked = m_targets->picked();
            return picked.isEmpty() ? std::nullopt : std::optional<DragPayload>(picked);
        },
        .selectedTargets = selectedTargets,
        .verdict =
            [this](const DragPayload &payload, int row) {
                return assignVerdict(
                    std::get<DistributionSet>(payload), m_targets->pickedAt(row), m_parts.server);
            },
        .place = [this](int row) { return m_targets->placeOf(row); },
    });
    m_sets->table().setRules({
        .payload = [this]() -> std::optional<DragPayload> {
            const std::optional<DistributionSet> set = m_sets->currentSet();
            return set ? std::optional<DragPayload>(*set) : std::nullopt;
        },
        .selectedTargets = selectedTargets,
        .verdict =
            [this](const DragPayload &payload, int row) {
                const std::optional<DistributionSet> set = m_sets->setAt(row);
                return set ? assignVerdict(*set, std::get<PickedTargets>(payload), m_parts.server)
                           : dragVerdict(payload, m_parts.server);
            },
        .place = [this](int row) { return m_sets->placeOf(row); },
    });
    letDrag(m_targets->table(), m_sets->table());
    letDrag(m_sets->table(), m_targets->table());
    connect(&m_targets->table(), &FleetTable::dropped, this,
        [this](const DragPayload &payload, int row) {
            openPlan(std::get<DistributionSet>(payload), m_targets->pickedAt(row));
        });
    connect(
        &m_sets->table(), &FleetTable::dropped, this, [this](const DragPayload &payload, int row) {
            if (const std::optional<DistributionSet> set = m_sets->setAt(row))
                openPlan(*set, std::get<PickedTargets>(payload));
        });
}

void DeployWorkspace::letDrag(FleetTable &from, FleetTable &to)
{
    connect(&from, &FleetTable::dragStarted, &to, [this, &to](const DragPayload &payload) {
        to.showDrag(dragVerdict(payload, m_parts.server));
    });
    connect(&from, &FleetTable::dragEnded, &to, &FleetTable::endDrag);
}

void DeployWorkspace::wireCommands()
{
    auto *const assign = new QAction(tr("Assign..."), this);
    assign->setShortcut(Qt::CTRL | Qt::Key_Return);
    addAction(assign);
    connect(assign, &QAction::triggered, this, &DeployWorkspace::assignSelection);
    auto *const details = new QAction(tr("Details"), this);
    details->setShortcut(Qt::CTRL | Qt::Key_I);
    addAction(details);
    connect(details, &QAction::triggered, this, [this] { showDetails(!m_details->isVisible()); });
    new PaneCycle({ m_search, &m_targets->table(), &m_sets->table(), m_details, &m_timeline->view(),
                      &m_timeline->side() },
        this);
    connect(m_targets, &TargetsPane::assignRequested, this, &DeployWorkspace::assignSelection);
    connect(m_targets, &TargetsPane::recoverRequested, this,
        [this](RecoveryKind kind) { findRunning(kind, m_targets->picked().selection); });
    connect(m_timeline, &TimelinePane::recoverRequested, this,
        [this](RecoveryKind kind, const QStringList &controllerIds) {
            findRunning(kind, { .controllerIds = controllerIds });
        });
    m_timeline->side().attention().setServer(m_parts.server);
    connect(&m_running, &RunningActions::found, this, &DeployWorkspace::openRecovery);
    connect(&m_running, &RunningActions::failed, m_targets, &TargetsPane::showFailure);
}

void DeployWorkspace::updateCommands()
{
    const PickedTargets picked = m_targets->picked();
    const std::optional<DistributionSet> set = m_sets->currentSet();
    const DropVerdict verdict = set ? assignVerdict(*set, picked, m_parts.server)
                                    : DropVerdict{ false, tr("Select a distribution set too.") };
    m_targets->bar().setAssignable(verdict.allowed, verdict.sentence);
    const ReadTargets read{ m_timelineSource.shownActions(), m_timelineSource.readLanes() };
    for (const RecoveryKind kind :
        { RecoveryKind::Cancel, RecoveryKind::Force, RecoveryKind::ForceQuit }) {
        const DropVerdict recover = recoverVerdict(kind, picked, read, m_parts.server);
        m_targets->bar().setRecoverable(kind, recover.allowed, recover.sentence);
    }
}

void DeployWorkspace::assignSelection()
{
    const std::optional<DistributionSet> set = m_sets->currentSet();
    const PickedTargets picked = m_targets->picked();
    if (set && assignVerdict(*set, picked, m_parts.server).allowed)
        openPlan(*set, picked);
}

void DeployWorkspace::openPlan(const DistributionSet &set, const PickedTargets &picked)
{
    auto *const sheet
        = new PlanSheet(m_parts.client, m_parts.server, m_parts.journal, m_parts.sheets, window());
    connect(sheet, &PlanSheet::assigned, this, &DeployWorkspace::afterWrite);
    connect(sheet, &PlanSheet::undone, this, &DeployWorkspace::afterWrite);
    sheet->plan(set, picked.selection);
    sheet->open();
}

void DeployWorkspace::findRunning(RecoveryKind kind, const TargetSelection &selection)
{
    m_wantedRecovery = kind;
    m_running.find(selection);
}

void DeployWorkspace::openRecovery(const QList<Action> &actions, bool limited)
{
    if (actions.isEmpty()) {
        m_targets->showNotice(limited
                ? tr("Nothing runs on the first %1 of the selected targets; select fewer to look "
                     "at the others.")
                      .arg(QLocale().toString(RunningActions::limit))
                : tr("Nothing runs on the selected targets."));
        return;
    }
    auto *const sheet = new RecoverySheet(
        m_parts.client, m_parts.journal, m_parts.sheets, m_wantedRecovery, actions, window());
    if (limited)
        sheet->sayLimit(RunningActions::limit);
    connect(sheet, &RecoverySheet::recovered, this, &DeployWorkspace::afterWrite);
    sheet->open();
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
