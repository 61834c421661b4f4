// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/actionsbar.h"

#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

ActionsBar::ActionsBar(QWidget *parent)
    : CommandBar(parent)
{
    const QString nothing = tr("Select actions first.");
    const auto add = [&](RecoveryKind kind, const QString &name, const QString &text) {
        QPushButton *const button = addCommand(name, text, nothing);
        m_recover[int(kind)] = button;
        connect(button, &QPushButton::clicked, this, [this, kind] { emit recoverRequested(kind); });
    };
    add(RecoveryKind::Cancel, u"cancel"_s, tr("Cancel..."));
    add(RecoveryKind::Force, u"force"_s, tr("Force..."));
    add(RecoveryKind::ForceQuit, u"forceQuit"_s, tr("Force-quit..."));
    m_delete = addCommand(u"delete"_s, tr("Delete history..."), nothing);
    connect(m_delete, &QPushButton::clicked, this, &ActionsBar::deleteRequested);
}

void ActionsBar::setRecoverable(RecoveryKind kind, bool enabled, const QString &toolTip)
{
    enable(*m_recover[int(kind)], enabled, toolTip);
}

void ActionsBar::setDeletable(bool enabled, const QString &toolTip)
{
    enable(*m_delete, enabled, toolTip);
}

} // namespace falconer
