// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/recoverability.h"
#include "ui/shared/commandbar.h"

namespace falconer {

// What can be done with the selected actions.
class ActionsBar final : public CommandBar {
    Q_OBJECT

public:
    explicit ActionsBar(QWidget *parent = nullptr);

    // toolTip: what it will do, or why it cannot.
    void setRecoverable(RecoveryKind kind, bool enabled, const QString &toolTip);
    void setDeletable(bool enabled, const QString &toolTip);

signals:
    void recoverRequested(falconer::RecoveryKind kind);
    void deleteRequested();

private:
    QPushButton *m_recover[3]; // by RecoveryKind
    QPushButton *m_delete;
};

} // namespace falconer
