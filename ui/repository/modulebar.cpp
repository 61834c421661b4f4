// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/repository/modulebar.h"

#include <QMenu>
#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

ModuleBar::ModuleBar(QWidget *parent)
    : CommandBar(parent)
{
    const QString nothing = tr("Select a software module first.");
    m_buttons = { addCommand(u"edit"_s, tr("Edit..."), nothing),
        addCommand(u"lock"_s, tr("Lock"), nothing),
        addCommand(u"delete"_s, tr("Delete..."), nothing),
        addCommand(u"upload"_s, tr("Upload files..."), nothing) };
    for (int i = 0; i < m_buttons.size(); ++i) {
        connect(m_buttons.at(i), &QPushButton::clicked, this,
            [this, i] { emit requested(ModuleCommand(i)); });
    }
}

void ModuleBar::setVerdict(ModuleCommand command, const DropVerdict &verdict)
{
    enable(*m_buttons.at(int(command)), verdict.allowed, verdict.sentence);
}

void ModuleBar::setUnlocks(bool unlocks)
{
    m_buttons.at(int(ModuleCommand::Lock))->setText(unlocks ? tr("Unlock") : tr("Lock"));
}

void ModuleBar::fillMenu(QMenu &menu)
{
    for (QPushButton *const button : std::as_const(m_buttons)) {
        QAction *const action = menu.addAction(button->text(), button, &QPushButton::click);
        action->setEnabled(button->isEnabled());
        action->setToolTip(button->toolTip());
    }
}

} // namespace falconer
