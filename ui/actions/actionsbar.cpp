// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionsbar.h"

#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

ActionsBar::ActionsBar(QWidget *parent)
    : RecoveryBar(parent)
{
    const QString nothing = tr("Select actions first.");
    addRecovery(nothing);
    m_delete = addCommand(u"delete"_s, tr("Delete history..."), nothing);
    connect(m_delete, &QPushButton::clicked, this, &ActionsBar::deleteRequested);
}

void ActionsBar::setDeletable(bool enabled, const QString &toolTip)
{
    enable(*m_delete, enabled, toolTip);
}

} // namespace falconer
