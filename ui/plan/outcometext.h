// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/assigner.h"
#include "services/deployment/plan.h"
#include "ui/plan/consequenceline.h"

#include <QList>

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

} // namespace falconer
