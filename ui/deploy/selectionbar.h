// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plan/recoverybar.h"

namespace falconer {

// What can be done with the selected targets.
class SelectionBar final : public RecoveryBar {
    Q_OBJECT

public:
    explicit SelectionBar(QWidget *parent = nullptr);

    // toolTip: what it will do, or why it cannot.
    void setAssignable(bool enabled, const QString &toolTip);

signals:
    void assignRequested();

private:
    QPushButton *m_assign;
};

} // namespace falconer
