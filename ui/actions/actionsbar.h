// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/recoverybar.h"

namespace falconer {

// What can be done with the selected actions.
class ActionsBar final : public RecoveryBar {
    Q_OBJECT

public:
    explicit ActionsBar(QWidget *parent = nullptr);

    // toolTip: what it will do, or why it cannot.
    void setDeletable(bool enabled, const QString &toolTip);

signals:
    void deleteRequested();

private:
    QPushButton *m_delete;
};

} // namespace falconer
