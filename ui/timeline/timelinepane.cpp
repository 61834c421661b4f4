// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepane.h"

#include "models/formerfailures.h"
#include "models/timelinesource.h"
#include "ui/compare/attentionpanel.h"
#include "ui/compare/failurespanel.h"
#include "ui/compare/stepspanel.h"
#include "ui/export/exportmenu.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptystate.h"
#include "ui/timeline/sidetabs.h"
#include "ui/timeline/statuspanel.h"
#include "ui/timeline/timelinehead.h"
#include "ui/timeline/timelinememory.h"
#include "ui/timeline/timelinesummary.h"
#include "ui/timeline/timelineview.h"

#include <QDir>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace falconer {

namespace {

constexpr int sideMs = 400;
constexpr int leastToTell = 10; // lanes: fewer are read before anybody could stop it

} // namespace

TimelinePane::TimelinePane(Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(std::move(clock))
    , m_head(new TimelineHead(this))
{
    addExport();
    createBody();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    wire();
    setLanes({});
}

// Its children hide while they are deleted.
TimelinePane::~TimelinePane()
{
    disconnect(&m_side->failures(), nullptr, this, nullptr);
}

void TimelinePane::addExport()
{
    m_banner = new Banner(this);
    m_banner->hide();
    m_export = new ExportMenu(
        [this] { return timelineInView(*m_view, m_clock(), m_serverName); }, m_head);
    m_head->addControl(m_export);
    const auto say = [this](const QString &sentence) {
        m_banner->showMessage(Tone::Success, sentence);
        m_banner->setDismissable(true);
    };
    connect(m_export, &ExportMenu::saved, this,
        [say](const QString &path) { say(tr("Saved as %1").arg(QDir::toNativeSeparators(path))); });
    connect(m_export, &ExportMenu::copied, this, [say] { say(tr("Copied as text")); });
    connect(m_export, &ExportMenu::failed, this, [this](const Error &error) {
        m_banner->showError(error);
        m_banner->setDismissable(true);
    });
}

void TimelinePane::createBody()
{
    m_view = new TimelineView(m_clock, this);
    m_side = new SideTabs(this);
    m_side->setInsight(m_view->insight());
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(true);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_side);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ 880, 400 });
    m_empty = new EmptyState(this);
    setEmptyHint(tr("Choose targets: their running or latest actions appear here, one lane each."));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
}

void TimelinePane::setEmptyHint(const QString &hint)
{
    m_empty->setContent(Icon::Deploy, tr("Nothing to watch yet"), hint);
}

void TimelinePane::rememberIn(QSettings &settings, const QString &key)
{
    new TimelineMemory(settings, key, *m_head, *m_side, this);
}

void TimelinePane::wire()
{
    connect(m_head, &TimelineHead::axisChanged, this, [this] { m_view->setAxis(m_head->axis()); });
    connect(m_head, &TimelineHead::arrangementChanged, this,
        [this] { m_view->setArrangement(m_head->arrangement()); });
    connect(m_head, &TimelineHead::retryWanted, this, &TimelinePane::retryWanted);
    connect(m_head, &TimelineHead::actionChosen, this, [this](qint64 action) {
        if (m_view->currentLane() >= 0)
            emit actionChosen(m_view->lane(m_view->currentLane()).key(), action);
    });
    connect(m_view, &TimelineView::currentLaneChanged, this, &TimelinePane::showCurrentLane);
    connect(m_view, &TimelineView::insightChanged, this, &TimelinePane::updateTrouble);
    m_view->setAxis(m_head->axis());
    wireSide();
}

void TimelinePane::wireSide()
{
    StatusPanel &statuses = m_side->statuses();
    connect(m_view, &TimelineView::entriesChosen, &statuses, [this](const QList<qint64> &entries) {
        m_side->open(SideTabs::Statuses);
        m_side->statuses().showEntries(entries);
    });
    connect(&statuses, &StatusPanel::entryChosen, m_view, &TimelineView::showEntry);
    connect(&statuses, &StatusPanel::hitsChanged, m_view, &TimelineView::setHits);
    m_sideSoon.setSingleShot(true);
    m_sideSoon.setInterval(sideMs);
    connect(&m_sideSoon, &QTimer::timeout, this, [this] {
        if (const LaneList *const lanes = m_view->lanes())
            m_side->setLanes(*lanes, m_clock());
    });
    connect(m_view, &TimelineView::insightChanged, this, [this] {
        if (!m_sideSoon.isActive())
            m_sideSoon.start();
    });
    connect(&m_side->steps(), &StepsPanel::stepChosen, m_view, &TimelineView::goToStep);
    connect(&m_side->steps(), &StepsPanel::deviceChosen, this, &TimelinePane::goToDevice);
    connect(&m_side->attention(), &AttentionPanel::deviceChosen, this, &TimelinePane::goToDevice);
    connect(&m_side->attention(), &AttentionPanel::recoverRequested, this,
        &TimelinePane::recoverRequested);
    connect(&m_side->failures(), &FailuresPanel::devicesChosen, this,
        [this](const QStringList &controllerIds) { goToDevice(controllerIds.value(0)); });
    connect(&m_side->failures(), &FailuresPanel::seen, this, &TimelinePane::askForFormer);
    connect(m_head, &TimelineHead::attentionWanted, m_side,
        [this] { m_side->open(SideTabs::Attention); });
    connect(m_head, &TimelineHead::failuresWanted, m_side,
        [this] { m_side->open(SideTabs::Failures); });
}

void TimelinePane::askForFormer(bool wanted)
{
    if (!m_former)
        return;
    m_former->setPatterns(m_source->patterns());
    m_former->setWanted(wanted);
}

void TimelinePane::goToDevice(const QString &controllerId)
{
    for (int i = 0; i < m_view->laneCount(); ++i) {
        if (m_view->lane(i).controllerId == controllerId)
            return m_view->setCurrentLane(i);
    }
}

StatusPanel &TimelinePane::statuses() const
{
    return m_side->statuses();
}

void TimelinePane::attach(TimelineSource &source)
{
    m_source = &source;
    m_view->setLanes(source);
    connect(&source, &LaneList::changed, this, &TimelinePane::showLanes);
    connect(m_view, &TimelineView::visibleLanesChanged, &source,
        [this, &source] { source.setVisibleLanes(m_view->visibleLanes()); });
    connect(this, &TimelinePane::actionChosen, &source, &TimelineSource::chooseAction);
    connect(this, &TimelinePane::retryWanted, &source, &TimelineSource::retry);
    connect(m_head, &TimelineHead::readingWanted, &source, &TimelineSource::setReadsAll);
    connect(m_head, &TimelineHead::olderWanted, &source, &TimelineSource::setOlderShown);
    connect(&source, &QObject::destroyed, this, [this] {
        m_source = nullptr;
        m_former.reset();
    });
    m_former = std::make_unique<FormerFailures>(source.client(), source.histories(), source);
    connect(m_former.get(), &FormerFailures::changed, this,
        [this] { m_side->failures().setFormer(m_former->known()); });
    showLanes();
}

void TimelinePane::setLanes(const QList<TimelineLane> &lanes)
{
    m_fixed.setLanes(lanes);
    m_view->setLanes(m_fixed);
    showLanes();
}

void TimelinePane::showLanes()
{
    const bool hasLanes = m_view->laneCount() > 0;
    m_stack->setCurrentWidget(hasLanes ? m_splitter : static_cast<QWidget *>(m_empty));
    m_head->setUsable(hasLanes);
    m_export->setEnabled(hasLanes);
    if (m_view->lanes())
        m_head->setSummary(timelineSummary(*m_view->lanes(), m_source ? m_source->leftOut() : 0));
    updateTrouble();
    showCurrentLane();
}

void TimelinePane::showCurrentLane()
{
    const TimelineLane *const lane = currentLane();
    m_side->statuses().setLane(lane);
    if (m_source) {
        // A lane that is of one action has no choice.
        setActions(lane && !lane->actionId ? m_source->actionsOf(lane->key()) : QList<Action>());
        m_head->setOlderPossible(m_source->hasOlder());
    } else if (!lane) {
        setActions({});
    }
}

void TimelinePane::setActions(const QList<Action> &actions)
{
    const TimelineLane *const lane = currentLane();
    if (lane && lane->action)
        m_head->setActions(actions, actionInLane(*lane));
    else
        m_head->setActions({}, {});
}

QString TimelinePane::summary() const
{
    return m_head->summary();
}

void TimelinePane::updateTrouble()
{
    TimelineHead::Trouble trouble{ .needsPerson = m_view->insight().needsPerson() };
    for (int i = 0; i < m_view->laneCount(); ++i) {
        const TimelineLane &lane = m_view->lane(i);
        trouble.failed += lane.action && lane.timeline.outcome.kind == OutcomeKind::Error;
        trouble.unread += lane.error && lane.statuses.isEmpty();
    }
    const int toRead = m_source ? m_source->lanesToRead() : 0;
    if (toRead > leastToTell || (m_source && !m_source->readsAll()))
        trouble.toRead = toRead;
    trouble.lanes = m_view->laneCount();
    trouble.isStopped = m_source && !m_source->readsAll();
    m_head->setTrouble(trouble);
}

const TimelineLane *TimelinePane::currentLane() const
{
    const int current = m_view->currentLane();
    return current < 0 ? nullptr : &m_view->lane(current);
}

QByteArray TimelinePane::saveState() const
{
    return m_splitter->saveState();
}

void TimelinePane::restoreState(const QByteArray &state)
{
    m_splitter->restoreState(state);
}

} // namespace falconer
