// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/deploy/selectionbar.h"

#include <QPushButton>

namespace falconer {

using namespace Qt::StringLiterals;

SelectionBar::SelectionBar(QWidget *parent)
    : CommandBar(parent)
{
    m_assign
        = addCommand(u"assign"_s, tr("Assign..."), tr("Select targets and a distribution set."));
    connect(m_assign, &QPushButton::clicked, this, &SelectionBar::assignRequested);
    const auto add = [this](RecoveryKind kind, const QString &name, const QString &text) {
        QPushButton *const button = addCommand(name, text, tr("Select targets first."));
        m_recover[int(kind)] = button;
        connect(button, &QPushButton::clicked, this, [this, kind] { emit recoverRequested(kind); });
    };
    add(RecoveryKind::Cancel, u"cancel"_s, tr("Cancel..."));
    add(RecoveryKind::Force, u"force"_s, tr("Force..."));
    add(RecoveryKind::ForceQuit, u"forceQuit"_s, tr("Force-quit..."));
}

void SelectionBar::setAssignable(bool enabled, const QString &toolTip)
{
    enable(*m_assign, enabled, toolTip);
}

void SelectionBar::setRecoverable(RecoveryKind kind, bool enabled, const QString &toolTip)
{
    enable(*m_recover[int(kind)], enabled, toolTip);
}

} // namespace falconer
