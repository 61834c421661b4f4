// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/recoverability.h"
#include "ui/shared/commandbar.h"

namespace falconer {

// A command bar that can cancel, force and force-quit what is selected.
class RecoveryBar : public CommandBar {
    Q_OBJECT

public:
    // toolTip: what it will do, or why it cannot.
    void setRecoverable(RecoveryKind kind, bool enabled, const QString &toolTip);

signals:
    void recoverRequested(falconer::RecoveryKind kind);

protected:
    using CommandBar::CommandBar;

    void addRecovery(const QString &toolTip); // after the commands added before

private:
    QPushButton *m_recover[3]{}; // by RecoveryKind
};

} // namespace falconer
