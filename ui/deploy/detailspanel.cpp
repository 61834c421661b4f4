// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/detailspanel.h"

#include "ui/deploy/setdetails.h"
#include "ui/deploy/targetdetails.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/icons.h"

#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace falconer {

DetailsPanel::DetailsPanel(Client &client, QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_targetDetails(new TargetDetails(client, this))
    , m_setDetails(new SetDetails(client, this))
{
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_empty->setContent(Icon::Information, tr("Nothing chosen"),
        tr("Choose a target or a distribution set to read its details."));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_targetDetails);
    m_stack->addWidget(m_setDetails);
    for (const DetailsPage *const page :
        { static_cast<DetailsPage *>(m_targetDetails), static_cast<DetailsPage *>(m_setDetails) }) {
        connect(page, &DetailsPage::closeRequested, this, &DetailsPanel::closeRequested);
        connect(page, &DetailsPage::compareRequested, this, &DetailsPanel::compareRequested);
    }
}

void DetailsPanel::setComparable(const DropVerdict &verdict)
{
    m_targetDetails->setComparable(verdict);
    m_setDetails->setComparable(verdict);
}

void DetailsPanel::showTarget(const std::optional<Target> &target)
{
    m_target = target;
    m_set.reset();
    apply();
}

void DetailsPanel::showSet(const std::optional<DistributionSet> &set)
{
    m_set = set;
    m_target.reset();
    apply();
}

void DetailsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    apply();
}

void DetailsPanel::apply()
{
    if (!isVisible())
        return;
    if (m_target)
        m_targetDetails->showTarget(*m_target);
    if (m_set)
        m_setDetails->showSet(*m_set);
    m_stack->setCurrentWidget(m_target ? static_cast<QWidget *>(m_targetDetails)
            : m_set                    ? static_cast<QWidget *>(m_setDetails)
                                       : m_empty);
}

} // namespace falconer
