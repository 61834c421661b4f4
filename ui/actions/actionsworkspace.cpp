// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionsworkspace.h"

#include "models/actionkind.h"
#include "services/live/feed.h"
#include "ui/actions/actionsbar.h"
#include "ui/actions/actionspane.h"
#include "ui/actions/actionverdicts.h"
#include "ui/actions/historysheet.h"
#include "ui/compare/attentionpanel.h"
#include "ui/plan/recoverysheet.h"
#include "ui/plan/recoverytext.h"
#include "ui/shared/panecycle.h"
#include "ui/shared/searchfield.h"
#include "ui/shared/tableview.h"
#include "ui/timeline/sidetabs.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView rowsKey("actions/rows");
constexpr QLatin1StringView timelineKey("actions/timeline");

SearchScope actionSearch(const Dialect &dialect)
{
    return { .fields = actionSearchFields(dialect),
        .name = ActionsWorkspace::tr("Search actions"),
        .placeholder = ActionsWorkspace::tr("Search actions: words, or RSQL"),
        .help = dialect.detailedActionStatus
            ? ActionsWorkspace::tr(
                "Words are looked for in target, distribution set and who created the action.\n"
                "RSQL passes through, for example laststatuscode==42;distributionset.version==2.*")
            : ActionsWorkspace::tr("Words are looked for in target and distribution set.\n"
                                   "RSQL passes through, for example "
                                   "laststatuscode==42;distributionset.version==2.*") };
}

} // namespace

ActionsWorkspace::ActionsWorkspace(const Parts &parts, const Clock &clock, QWidget *parent)
    : Workspace(parent)
    , m_parts(parts)
    , m_timelineSource(parts.client, parts.feed, parts.histories)
    , m_watch(m_timelineSource, clock)
    , m_found(parts.client)
    , m_search(new SearchField(actionSearch(parts.server.dialect), this))
{
    m_search->hide(); // until the top bar shows it
    build(clock);
    wireSearch();
    wireSelection();
    wireCommands();
    updateCommands();
}

ActionsWorkspace::~ActionsWorkspace() = default;

void ActionsWorkspace::build(const Clock &clock)
{
    m_rows = new QSplitter(Qt::Vertical, this);
    m_rows->setChildrenCollapsible(false);
    m_rows->setHandleWidth(1);
    m_actions = new ActionsPane(
        { m_parts.client, m_parts.feed, m_parts.server, m_parts.settings, clock }, m_rows);
    m_timeline = new TimelinePane(clock, m_rows);
    m_timeline->attach(m_timelineSource);
    if (m_parts.patterns)
        m_timelineSource.followPatterns(*m_parts.patterns);
    m_timeline->setServerName(m_parts.sheets.profile);
    m_timeline->rememberIn(m_parts.settings, u"actions/lanes"_s);
    m_timeline->setEmptyHint(tr("Choose actions: each appears here in a lane of its own."));
    setFocusProxy(&m_actions->table());
    m_rows->addWidget(m_actions);
    m_rows->addWidget(m_timeline);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_rows);
    if (!m_rows->restoreState(m_parts.settings.value(rowsKey).toByteArray()))
        m_rows->setSizes({ 420, 420 });
    m_timeline->restoreState(m_parts.settings.value(timelineKey).toByteArray());
}

int ActionsWorkspace::pendingChanges() const
{
    return m_actions->model().pendingChanges();
}

QWidget *ActionsWorkspace::searchField()
{
    return m_search;
}

void ActionsWorkspace::focusSearch()
{
    m_search->focusAndSelect();
}

void ActionsWorkspace::refresh()
{
    m_actions->refresh();
    m_parts.feed.refresh();
}

void ActionsWorkspace::showPendingChanges()
{
    m_actions->model().applyPending();
}

void ActionsWorkspace::saveState()
{
    m_parts.settings.setValue(rowsKey, m_rows->saveState());
    m_parts.settings.setValue(timelineKey, m_timeline->saveState());
}

const TimelineLane *ActionsWorkspace::laneInView() const
{
    return m_timeline->currentLane();
}

void ActionsWorkspace::wireSearch()
{
    connect(m_search, &SearchField::filterChanged, m_actions, &ActionsPane::setFilter);
    connect(m_actions, &ActionsPane::searchRequested, m_search, &SearchField::setText);
    connect(m_actions, &ActionsPane::filterProblem, m_search, &SearchField::setProblem);
    connect(m_actions, &ActionsPane::filterBusyChanged, m_search, &SearchField::setBusy);
    connect(m_actions, &ActionsPane::matchesChanged, m_search, &SearchField::setCount);
    connect(&m_actions->model(), &PagedModelBase::pendingChangesChanged, this,
        &Workspace::pendingChangesChanged);
}

void ActionsWorkspace::wireSelection()
{
    connect(m_actions, &ActionsPane::selectionChanged, this, [this] {
        showTimeline();
        updateCommands();
    });
    connect(m_actions, &ActionsPane::pickedRowsChanged, this, &ActionsWorkspace::updateCommands);
    connect(m_actions, &ActionsPane::activated, this, [this] { m_timeline->view().setFocus(); });
}

void ActionsWorkspace::wireCommands()
{
    auto *const remove = new QAction(tr("Delete history..."), &m_actions->table());
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_actions->table().addAction(remove);
    connect(remove, &QAction::triggered, this, &ActionsWorkspace::findForDeletion);
    new PaneCycle(
        { m_search, &m_actions->table(), &m_timeline->view(), &m_timeline->side() }, this);
    m_watch.setInsight(m_timeline->view().insight());
    connect(&m_watch, &LaneWatch::happened, this, &Workspace::lanesHadNews);
    m_timeline->side().attention().setServer(m_parts.server);
    connect(m_timeline, &TimelinePane::recoverRequested, this, &ActionsWorkspace::recoverLanes);
    connect(m_actions, &ActionsPane::recoverRequested, this, &ActionsWorkspace::findForRecovery);
    connect(m_actions, &ActionsPane::deleteRequested, this, &ActionsWorkspace::findForDeletion);
    connect(&m_found, &SelectedActions::failed, m_actions, &ActionsPane::showFailure);
    connect(&m_found, &SelectedActions::found, this,
        [this](const QList<Action> &actions, bool limited) { (this->*m_open)(actions, limited); });
}

void ActionsWorkspace::showTimeline()
{
    QList<TimelineSource::Wanted> wanted;
    for (const Action &action : m_actions->pickedAtHand())
        wanted << TimelineSource::Wanted{ action.controllerId,
            action.targetName.isEmpty() ? action.controllerId : action.targetName, {}, action.id };
    m_timelineSource.setTargets(wanted);
}

void ActionsWorkspace::updateCommands()
{
    const qint64 picked = m_actions->pickedCount();
    const QList<Action> atHand = m_actions->pickedAtHand();
    for (const RecoveryKind kind : recoveryKinds) {
        const CommandVerdict verdict = recoverVerdict(kind, picked, atHand, m_parts.server);
        m_actions->bar().setRecoverable(kind, verdict.allowed, verdict.sentence);
    }
    const CommandVerdict verdict = deleteVerdict(picked, atHand, m_parts.server);
    m_actions->bar().setDeletable(verdict.allowed, verdict.sentence);
}

void ActionsWorkspace::findForRecovery(RecoveryKind kind)
{
    m_wantedRecovery = kind;
    m_open = &ActionsWorkspace::openRecovery;
    m_found.find(m_actions->picked(), m_parts.server.dialect.runningActionsFilter());
}

void ActionsWorkspace::findForDeletion()
{
    if (!deleteVerdict(m_actions->pickedCount(), m_actions->pickedAtHand(), m_parts.server).allowed)
        return; // by the key
    m_open = &ActionsWorkspace::openDeletion;
    m_found.find(m_actions->picked(), endedActionsFilter(m_parts.server.dialect));
}

void ActionsWorkspace::openRecovery(const QList<Action> &actions, bool limited)
{
    if (actions.isEmpty())
        return m_actions->showNotice(tr("Nothing of what is selected runs any longer."));
    auto *const sheet
        = new RecoverySheet(m_parts.client, m_parts.sheets, m_wantedRecovery, actions, window());
    if (limited)
        sheet->sayActionLimit(SelectedActions::limit);
    connect(sheet, &RecoverySheet::recovered, this, &ActionsWorkspace::afterWrite);
    sheet->open();
}

void ActionsWorkspace::openDeletion(const QList<Action> &actions, bool limited)
{
    if (actions.isEmpty())
        return m_actions->showNotice(tr("Nothing of what is selected has ended."));
    auto *const sheet
        = new HistorySheet(m_parts.client, m_parts.sheets, actions, limited, window());
    connect(sheet, &HistorySheet::deleted, this, &ActionsWorkspace::afterDeletion);
    sheet->open();
}

// What the lanes show of these targets, not whatever else runs on them.
void ActionsWorkspace::recoverLanes(RecoveryKind kind, const QStringList &controllerIds)
{
    QList<Action> actions = m_timelineSource.shownActions();
    actions.removeIf([&controllerIds](const Action &action) {
        return !action.active || !controllerIds.contains(action.controllerId);
    });
    m_wantedRecovery = kind;
    openRecovery(actions, false);
}

// What we changed is shown at once, not at the next tick.
void ActionsWorkspace::afterWrite()
{
    m_actions->reload();
    m_timelineSource.reload();
    m_parts.feed.refresh();
}

void ActionsWorkspace::afterDeletion()
{
    m_actions->clearSelection(); // what is gone cannot be acted on
    afterWrite();
}

} // namespace falconer
