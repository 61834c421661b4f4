// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composition/setbar.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

SetBar::SetBar(QWidget *parent)
    : CommandBar(parent)
{
    newAction(SetCommand::Edit, u"edit"_s, tr("Edit..."));
    newAction(SetCommand::Clone, u"clone"_s, tr("New version..."));
    newAction(SetCommand::Compare, u"compare"_s, tr("Compare..."));
    newAction(SetCommand::Lock, u"lock"_s, tr("Lock"));
    newAction(SetCommand::Unlock, u"unlock"_s, tr("Unlock..."));
    newAction(SetCommand::Invalidate, u"invalidate"_s, tr("Invalidate..."));
    newAction(SetCommand::Delete, u"delete"_s, tr("Delete..."));
    for (const SetCommand command : { SetCommand::Edit, SetCommand::Clone, SetCommand::Compare }) {
        const QAction *const action = m_actions[command];
        QPushButton *const button = addCommand(action->objectName(), action->text(), {});
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_buttons[command] = button;
    }
    auto *const menu = new QMenu(this);
    menu->setToolTipsVisible(true); // why something is disabled
    for (const SetCommand command :
        { SetCommand::Lock, SetCommand::Unlock, SetCommand::Invalidate, SetCommand::Delete })
        menu->addAction(m_actions[command]);
    QPushButton *const more = addCommand(u"more"_s, tr("More"), {});
    enable(*more, true, tr("Lock, unlock, invalidate, delete"));
    more->setMenu(menu);
    more->setProperty("look", u"menu"_s);
}

QAction *SetBar::newAction(SetCommand command, const QString &name, const QString &text)
{
    auto *const action = new QAction(text, this);
    action->setObjectName(name);
    m_actions[command] = action;
    connect(action, &QAction::triggered, this, [this, command] { emit requested(command); });
    return action;
}

void SetBar::setVerdict(SetCommand command, const DropVerdict &verdict)
{
    if (QAction *const action = m_actions.value(command)) {
        action->setEnabled(verdict.allowed);
        action->setToolTip(verdict.sentence);
    }
    if (QPushButton *const button = m_buttons.value(command))
        enable(*button, verdict.allowed, verdict.sentence);
}

void SetBar::fillMenu(QMenu &menu)
{
    for (QAction *const action : std::as_const(m_actions)) {
        if (action == m_actions[SetCommand::Lock] || action == m_actions[SetCommand::Invalidate])
            menu.addSeparator();
        menu.addAction(action);
    }
}

} // namespace falconer
