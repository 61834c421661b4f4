// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/selectionbar.h"

#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

SelectionBar::SelectionBar(QWidget *parent)
    : RecoveryBar(parent)
{
    m_assign
        = addCommand(u"assign"_s, tr("Assign..."), tr("Select targets and a distribution set."));
    connect(m_assign, &QPushButton::clicked, this, &SelectionBar::assignRequested);
    addRecovery(tr("Select targets first."));
}

void SelectionBar::setAssignable(bool enabled, const QString &toolTip)
{
    enable(*m_assign, enabled, toolTip);
}

} // namespace falconer
