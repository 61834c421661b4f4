// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/recoverability.h"

#include "services/http/path.h"

namespace falconer {

using namespace Qt::StringLiterals;

Recoverability recoverability(const Action &action, RecoveryKind kind)
{
    if (!action.active)
        return action.status == "scheduled"_L1 ? Recoverability::NotStarted
                                               : Recoverability::AlreadyEnded;
    if (!isAddressable(action.controllerId))
        return Recoverability::NotAddressable;
    const bool isCanceling = action.status == "canceling"_L1;
    switch (kind) {
    case RecoveryKind::Cancel:
        return isCanceling ? Recoverability::AlreadyCanceling : Recoverability::Allowed;
    case RecoveryKind::ForceQuit:
        return isCanceling ? Recoverability::Allowed : Recoverability::NotCanceling;
    case RecoveryKind::AssignAgain:
        return Recoverability::Allowed;
    case RecoveryKind::Force:
        // The server would take both and nothing would change for the device.
        if (isCanceling)
            return Recoverability::AlreadyCanceling;
        return action.forceType == "forced"_L1 ? Recoverability::AlreadyForced
                                               : Recoverability::Allowed;
    }
    Q_UNREACHABLE();
}

Recoverability bestRecoverability(const QList<Action> &actions, RecoveryKind kind)
{
    Recoverability best = Recoverability::AlreadyEnded;
    for (const Action &action : actions) {
        const Recoverability here = recoverability(action, kind);
        if (here == Recoverability::Allowed)
            return here;
        if (here != Recoverability::AlreadyEnded)
            best = here;
    }
    return best;
}

} // namespace falconer
