// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/recoverability.h"
#include "services/hawkbit/dialect.h"

#include <QList>
#include <QString>

namespace falconer {

// Whether a command can be given, and what to say of it: what it does, or why not.
struct CommandVerdict {
    bool allowed = false;
    QString sentence;

    bool operator==(const CommandVerdict &) const = default;
};

// known: the selected actions as far as they are at hand; fewer than picked: the server is asked
// first, so that only it can say that nothing is left to do.
CommandVerdict recoverVerdict(
    RecoveryKind kind, qint64 picked, const QList<Action> &known, const ServerFacts &facts);
CommandVerdict deleteVerdict(qint64 picked, const QList<Action> &known, const ServerFacts &facts);

} // namespace falconer
