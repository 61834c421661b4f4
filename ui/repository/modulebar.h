// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/commandbar.h"
#include "ui/shared/dropverdict.h"

#include <QList>

class QMenu;

namespace falconer {

// What can be done with the selected software modules.
enum class ModuleCommand { Edit, Lock, Delete, Upload };

// The commands below the table of modules; also fills the menu of a row with the same.
class ModuleBar final : public CommandBar {
    Q_OBJECT

public:
    explicit ModuleBar(QWidget *parent = nullptr);

    // What it will do, or why it cannot.
    void setVerdict(ModuleCommand command, const DropVerdict &verdict);
    // The lock command unlocks what is locked.
    void setUnlocks(bool unlocks);
    void fillMenu(QMenu &menu);

signals:
    void requested(falconer::ModuleCommand command);

private:
    QList<QPushButton *> m_buttons; // by ModuleCommand
};

} // namespace falconer
