// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/recoverability.h"
#include "ui/shared/commandbar.h"

namespace falconer {

// What can be done with the selected targets.
class SelectionBar final : public CommandBar {
    Q_OBJECT

public:
    explicit SelectionBar(QWidget *parent = nullptr);

    // toolTip: what it will do, or why it cannot.
    void setAssignable(bool enabled, const QString &toolTip);
    void setRecoverable(RecoveryKind kind, bool enabled, const QString &toolTip);

signals:
    void assignRequested();
    void recoverRequested(falconer::RecoveryKind kind);

private:
    QPushButton *m_assign;
    QPushButton *m_recover[3]; // by RecoveryKind
};

} // namespace falconer
