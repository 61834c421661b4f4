// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/assigner.h"
#include "services/deployment/recovery.h"
#include "ui/plan/plantext.h"

namespace falconer {

// What an assignment is doing: "Sending request 2 of 3".
QString progressText(const AssignmentOutcome &outcome);
// What really happened, a line each; also those that the plan left out.
QList<ConsequenceLine> outcomeLines(
    const Plan &plan, const AssignmentOrder &order, const AssignmentOutcome &outcome);
// The same as plain text, with all names, for the clipboard.
QString plainText(const QString &title, const QList<ConsequenceLine> &lines);
// What undoing means, before it is done.
ConsequenceLine undoLine(qsizetype actions);

// Cancel, force and force-quit: what it will mean, and what came of it.
QString recoveryTitle(RecoveryKind kind, qsizetype actions);
QString recoveryButtonText(RecoveryKind kind, qsizetype actions);
QString keepText(RecoveryKind kind, qsizetype actions); // of the button that does nothing
QList<ConsequenceLine> recoveryLines(RecoveryKind kind, const QList<Action> &actions);
QList<ConsequenceLine> recoveredLines(RecoveryKind kind, const QList<RecoveryItem> &items);

} // namespace falconer
