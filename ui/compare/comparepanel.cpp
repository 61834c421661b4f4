// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/comparepanel.h"

#include "ui/shared/emptystate.h"

#include <QLabel>
#include <QShowEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

ComparePanel::ComparePanel(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_unread(new QLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_stack->addWidget(m_empty);
    m_unread->setProperty("look", u"secondary"_s);
    m_unread->setContentsMargins(Metrics::cellPadding, 2, Metrics::cellPadding, 3);
    m_unread->setWordWrap(true);
    m_unread->hide();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_unread);
}

void ComparePanel::setContent(QWidget *content)
{
    m_content = content;
    m_stack->addWidget(content);
}

void ComparePanel::showContent()
{
    m_stack->setCurrentWidget(m_content);
}

void ComparePanel::showEmpty(Icon icon, const QString &sentence, const QString &nextStep)
{
    m_empty->setContent(icon, sentence, nextStep);
    m_stack->setCurrentWidget(m_empty);
}

void ComparePanel::setLanes(const QList<TimelineLane> &lanes, const QDateTime &now)
{
    m_own.setLanes(lanes);
    setLanes(m_own, now);
}

void ComparePanel::setLanes(const LaneList &lanes, const QDateTime &now)
{
    m_lanes = &lanes;
    m_now = now;
    m_isStale = true;
    refreshIfSeen();
}

const LaneList &ComparePanel::lanes() const
{
    return m_lanes ? *m_lanes : m_own;
}

ComparePanel::Trace ComparePanel::traceOf(const TimelineLane &lane)
{
    const Timeline &timeline = lane.timeline;
    Trace trace{ .key = lane.key(),
        .entries = lane.statuses.size(),
        .parts = timeline.phases.size() + timeline.steps.size() + timeline.marks.size() };
    if (lane.action) {
        trace.action = lane.action->id;
        trace.active = lane.action->active;
        trace.status = lane.action->status;
    }
    if (!lane.statuses.isEmpty()) // whichever way they lie
        trace.newest = std::max(lane.statuses.first().id, lane.statuses.last().id);
    return trace;
}

void ComparePanel::refreshSoon()
{
    m_isStale = true;
    m_mustLookAgain = true;
    refreshIfSeen();
}

void ComparePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshIfSeen();
}

void ComparePanel::refreshIfSeen()
{
    if (!m_isStale || !isVisible())
        return;
    m_isStale = false;
    updateUnread();
    QList<Trace> traces;
    for (int i = 0; i < lanes().count(); ++i)
        traces << traceOf(lanes().lane(i));
    const bool hasNews = std::exchange(m_mustLookAgain, false) || traces != m_traces;
    m_traces = traces;
    if (!m_shared)
        lookForItself(hasNews);
    refresh(hasNews);
}

void ComparePanel::lookForItself(bool historiesChanged)
{
    if (historiesChanged)
        m_ownInsight.learn(lanes(), LaneAlignment::InstallStart);
    m_ownInsight.look(lanes(), now());
}

void ComparePanel::updateUnread()
{
    int unread = 0;
    for (int i = 0; i < lanes().count(); ++i) {
        const TimelineLane &lane = lanes().lane(i);
        unread += lane.statuses.isEmpty() && (lane.isLoading || lane.error || lane.action);
    }
    m_unread->setVisible(unread > 0);
    m_unread->setText(tr("%n device(s) not read yet, and not counted here.", nullptr, unread));
}

} // namespace falconer
