// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"

namespace falconer {

// AssignAgain: a force-quit, cancelled before if need be, and then the same set with the same
// options.
enum class RecoveryKind { Cancel, Force, ForceQuit, AssignAgain };

// Whether the server would accept it, or why not.
enum class Recoverability {
    Allowed,
    AlreadyEnded,
    NotStarted,       // scheduled by a rollout whose group has not begun
    AlreadyCanceling, // a cancel was asked for; only force-quit is left
    NotCanceling,     // force-quit ends only what is being cancelled
    AlreadyForced,
    NotAddressable, // no request can name its target (hawkbit-api 1.1)
};

Recoverability recoverability(const Action &action, RecoveryKind kind);
// Allowed when it is for one of them; else what stands in the way of the last that is not over.
Recoverability bestRecoverability(const QList<Action> &actions, RecoveryKind kind);

} // namespace falconer
