// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plan/recoverybar.h"

#include "ui/plan/recoverytext.h"

#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

void RecoveryBar::addRecovery(const QString &toolTip)
{
    const auto add = [&](RecoveryKind kind, const QString &name) {
        QPushButton *const button = addCommand(name, recoveryCommand(kind), toolTip);
        m_recover[int(kind)] = button;
        connect(button, &QPushButton::clicked, this, [this, kind] { emit recoverRequested(kind); });
    };
    add(RecoveryKind::Cancel, u"cancel"_s);
    add(RecoveryKind::Force, u"force"_s);
    add(RecoveryKind::ForceQuit, u"forceQuit"_s);
}

void RecoveryBar::setRecoverable(RecoveryKind kind, bool enabled, const QString &toolTip)
{
    enable(*m_recover[int(kind)], enabled, toolTip);
}

} // namespace falconer
