// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/composition/setverdicts.h"
#include "ui/shared/commandbar.h"

#include <QMap>

class QAction;
class QMenu;

namespace falconer {

// The commands below the table of sets, the rare and dangerous ones behind "More"; also fills the
// menu of a row with all of them.
class SetBar final : public CommandBar {
    Q_OBJECT

public:
    explicit SetBar(QWidget *parent = nullptr);

    // What it will do, or why it cannot.
    void setVerdict(SetCommand command, const DropVerdict &verdict);
    void fillMenu(QMenu &menu);

signals:
    void requested(falconer::SetCommand command);

private:
    QAction *newAction(SetCommand command, const QString &name, const QString &text);

    QMap<SetCommand, QAction *> m_actions;
    QMap<SetCommand, QPushButton *> m_buttons;
};

} // namespace falconer
