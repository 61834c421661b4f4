// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepane.h"

#include "models/timelinesource.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/panehead.h"
#include "ui/shared/segmentedbutton.h"
#include "ui/timeline/statuspanel.h"
#include "ui/timeline/timelineview.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

TimelinePane::TimelinePane(Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(std::move(clock))
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    createHead();
    layout->addWidget(m_head);
    createBody();
    layout->addWidget(m_stack, 1);
    setLanes({});
}

void TimelinePane::createHead()
{
    m_head = new PaneHead(tr("Install timeline"), this);
    m_axis = new SegmentedButton(m_head);
    m_axis->setAccessibleName(tr("Where the time axis begins"));
    m_axis->addSegment(tr("clock"), tr("Local time"));
    m_axis->addSegment(tr("from assignment"), tr("Every lane begins when its set was assigned"));
    m_axis->addSegment(
        tr("from install start"), tr("Every lane begins when its device began to work"));
    m_axis->setCurrentIndex(int(TimeAxis::FromInstallStart));
    m_attention = new QLabel(m_head);
    connect(m_attention, &QLabel::linkActivated, this, &TimelinePane::retryWanted);
    m_actions = new QComboBox(m_head);
    m_actions->setAccessibleName(tr("Action of the chosen device"));
    m_actions->setToolTip(tr("Older actions of the chosen device"));
    m_actions->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_head->addBesideTitle(m_axis);
    m_head->addControl(m_attention);
    m_head->addControl(m_actions);
    connect(m_axis, &SegmentedButton::currentChanged, this,
        [this](int index) { m_view->setAxis(TimeAxis(index)); });
    connect(m_actions, &QComboBox::activated, this, [this](int index) {
        const int lane = m_view->currentLane();
        if (lane >= 0)
            emit actionChosen(m_view->lane(lane).key(), m_actions->itemData(index).toLongLong());
    });
}

void TimelinePane::createBody()
{
    m_view = new TimelineView(m_clock, this);
    m_statuses = new StatusPanel(this);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(true);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_statuses);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ 900, 380 });
    m_empty = new EmptyState(this);
    m_empty->setContent(Icon::Deploy, tr("Nothing to watch yet"),
        tr("Choose targets: their running or latest actions appear here, one lane each."));
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    connect(m_view, &TimelineView::currentLaneChanged, this, &TimelinePane::showCurrentLane);
    connect(m_view, &TimelineView::entriesChosen, m_statuses, &StatusPanel::showEntries);
    connect(m_view, &TimelineView::visibleLanesChanged, this, [this] {
        const auto [first, last] = m_view->visibleLanes();
        emit visibleLanesChanged(first, last);
    });
    connect(m_statuses, &StatusPanel::entryChosen, m_view, &TimelineView::showEntry);
}

void TimelinePane::attach(TimelineSource &source)
{
    m_source = &source;
    m_view->setLanes(source);
    connect(&source, &LaneList::changed, this, &TimelinePane::showLanes);
    connect(this, &TimelinePane::visibleLanesChanged, &source, &TimelineSource::setVisibleLanes);
    connect(this, &TimelinePane::actionChosen, &source, &TimelineSource::chooseAction);
    connect(this, &TimelinePane::retryWanted, &source, &TimelineSource::retry);
    connect(&source, &QObject::destroyed, this, [this] { m_source = nullptr; });
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
    m_axis->setEnabled(hasLanes);
    updateSummary();
    updateAttention();
    showCurrentLane();
}

void TimelinePane::showCurrentLane()
{
    const int current = m_view->currentLane();
    const TimelineLane *const lane = current < 0 ? nullptr : &m_view->lane(current);
    m_statuses->setLane(lane);
    if (m_source)
        setActions(lane ? m_source->actionsOf(lane->key()) : QList<Action>());
    else if (!lane)
        setActions({});
}

void TimelinePane::setActions(const QList<Action> &actions)
{
    const int current = m_view->currentLane();
    m_actions->setVisible(actions.size() > 1 && current >= 0);
    if (!m_actions->isVisibleTo(m_head) || m_actions->view()->isVisible())
        return; // a list that is open must not change under the pointer
    m_actions->clear();
    const std::optional<Action> &shown = m_view->lane(current).action;
    for (const Action &action : actions) {
        const QString set = shown && action.id == shown->id && action.distributionSet.isEmpty()
            ? shown->distributionSet
            : action.distributionSet;
        QStringList words{ set.isEmpty() ? tr("action %1").arg(action.id)
                                         : QString(set).replace(u':', u' '),
            QLocale().toString(action.createdAt.toLocalTime(), u"d MMM HH:mm"_s),
            action.active ? tr("running") : action.status };
        m_actions->addItem(words.join(u", "_s), action.id);
        if (shown && action.id == shown->id)
            m_actions->setCurrentIndex(m_actions->count() - 1);
    }
}

void TimelinePane::updateSummary()
{
    QSet<QString> sets;
    for (int i = 0; i < m_view->laneCount(); ++i) {
        const TimelineLane &lane = m_view->lane(i);
        if (lane.action && !lane.action->distributionSet.isEmpty())
            sets << lane.action->distributionSet;
    }
    const int count = m_view->laneCount();
    const int leftOut = m_source ? m_source->leftOut() : 0;
    QStringList words;
    if (sets.size() == 1)
        words << QString(*sets.begin()).replace(u':', u' ');
    else if (sets.size() > 1)
        words << tr("%n set(s)", nullptr, int(sets.size()));
    if (count > 0)
        words << tr("%n device(s)", nullptr, count);
    if (leftOut > 0)
        words << tr("the first %1 of %2 selected").arg(count).arg(count + leftOut);
    m_head->setSummary(words.join(u", "_s));
}

QString TimelinePane::summary() const
{
    return m_head->summary();
}

void TimelinePane::updateAttention()
{
    const QDateTime now = m_clock();
    int failed = 0, silent = 0, unread = 0;
    for (int i = 0; i < m_view->laneCount(); ++i) {
        const TimelineLane &lane = m_view->lane(i);
        failed += lane.action && lane.timeline.outcome.kind == OutcomeKind::Error;
        silent += lane.action && isSilent(lane.timeline, now);
        unread += lane.error && lane.statuses.isEmpty();
    }
    const auto coloured = [this](const QString &text, Tone tone) {
        return u"<span style='color:%1'>%2</span>"_s.arg(
            toneColour(palette(), tone).name(), text.toHtmlEscaped());
    };
    QStringList words;
    if (failed > 0)
        words << coloured(tr("%n failed", nullptr, failed), Tone::Failure);
    if (silent > 0)
        words << coloured(tr("%n silent", nullptr, silent), Tone::Attention);
    if (unread > 0)
        words << coloured(tr("%n could not be read", nullptr, unread), Tone::Attention)
                + u" <a href='retry'>"_s + tr("try again") + u"</a>"_s;
    m_attention->setText(words.join(u", "_s));
}

// The colours lie in the text.
void TimelinePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_attention)
        updateAttention();
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
