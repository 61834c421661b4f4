// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/recovery.h"
#include "ui/plan/consequenceline.h"

#include <QList>

namespace falconer {

inline constexpr RecoveryKind recoveryKinds[]
    = { RecoveryKind::Cancel, RecoveryKind::Force, RecoveryKind::ForceQuit };
// Where somebody looks after what is stuck.
inline constexpr RecoveryKind allRecoveryKinds[] = { RecoveryKind::Cancel, RecoveryKind::Force,
    RecoveryKind::ForceQuit, RecoveryKind::AssignAgain };

// Cancel, force and force-quit: what it will mean, and what came of it.
QString recoveryCommand(RecoveryKind kind);     // "Cancel...", on a button or in a menu
QString recoveryMeaning(RecoveryKind kind);     // of a command, for its tooltip
QString recoveryRefusal(Recoverability reason); // why a command can do nothing; empty: it can
QString recoveryTitle(RecoveryKind kind, qsizetype actions);
QString recoveryButtonText(RecoveryKind kind, qsizetype actions);
QString keepText(RecoveryKind kind, qsizetype actions); // of the button that does nothing
QList<ConsequenceLine> recoveryLines(RecoveryKind kind, const QList<Action> &actions);
QList<ConsequenceLine> recoveredLines(RecoveryKind kind, const QList<RecoveryItem> &items);

} // namespace falconer
