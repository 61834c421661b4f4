// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"
#include "ui/plan/consequenceline.h"

#include <QList>

namespace falconer {

struct Error;

// The deletion of histories: what goes and what stays, and what came of it.
QString historyTitle(qsizetype actions);
QList<ConsequenceLine> historyLines(const QList<Action> &actions);
// The one for what was not looked at.
ConsequenceLine historyLimitLine(qint64 actions);
// error: why it ended early, if it did.
QList<ConsequenceLine> deletedLines(
    qsizetype asked, qsizetype deleted, const std::optional<Error> &error);

} // namespace falconer
