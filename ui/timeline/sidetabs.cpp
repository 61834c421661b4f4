// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/sidetabs.h"

#include "ui/compare/attentionpanel.h"
#include "ui/compare/failurespanel.h"
#include "ui/compare/progresspanel.h"
#include "ui/compare/stepspanel.h"
#include "ui/shared/segmentedbutton.h"
#include "ui/timeline/statuspanel.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace falconer {

SideTabs::SideTabs(QWidget *parent)
    : QWidget(parent)
    , m_tabs(new SegmentedButton(this))
    , m_stack(new QStackedWidget(this))
    , m_statuses(new StatusPanel(m_stack))
    , m_steps(new StepsPanel(m_stack))
    , m_progress(new ProgressPanel(m_stack))
    , m_attention(new AttentionPanel(m_stack))
    , m_failures(new FailuresPanel(m_stack))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    createTabs();
    auto *const row = new QHBoxLayout;
    row->setContentsMargins(6, 4, 6, 2);
    row->addWidget(m_tabs);
    row->addStretch(1);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_statuses);
}

// In the order of Tab.
void SideTabs::createTabs()
{
    m_tabs->setAccessibleName(tr("What is told beside the lanes"));
    m_tabs->addSegment(tr("Statuses"), tr("All that the current lane reported"));
    m_tabs->addSegment(tr("Steps"), tr("How long each step took on these devices"));
    m_tabs->addSegment(tr("Progress"), tr("How far they are, and when they will be done"));
    m_tabs->addSegment(tr("Attention"), tr("What waits for a person, by reason"));
    m_tabs->addSegment(tr("Failures"), tr("How devices failed, by cause"));
    for (QWidget *const panel : { static_cast<QWidget *>(m_statuses),
             static_cast<QWidget *>(m_steps), static_cast<QWidget *>(m_progress),
             static_cast<QWidget *>(m_attention), static_cast<QWidget *>(m_failures) })
        m_stack->addWidget(panel);
    connect(m_tabs, &SegmentedButton::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_stack, &QStackedWidget::currentChanged, this,
        [this] { setFocusProxy(m_stack->currentWidget()); });
    connect(m_stack, &QStackedWidget::currentChanged, this, &SideTabs::opened);
}

SideTabs::Tab SideTabs::current() const
{
    return Tab(m_stack->currentIndex());
}

void SideTabs::open(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void SideTabs::setInsight(const LaneInsight &insight)
{
    m_progress->setInsight(insight);
    m_attention->setInsight(insight);
}

void SideTabs::setLanes(const LaneList &lanes, const QDateTime &now)
{
    m_steps->setLanes(lanes, now);
    m_progress->setLanes(lanes, now);
    m_attention->setLanes(lanes, now);
    m_failures->setLanes(lanes, now);
}

} // namespace falconer
