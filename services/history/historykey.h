// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"

#include <QString>

namespace falconer {

// Whose history. The ids of a server that was installed anew begin at 1 again: there the moment of
// the assignment tells old from new.
struct HistoryKey {
    QString controllerId;
    qint64 actionId = 0;
    qint64 createdAt = 0; // ms since the epoch; 0: not known, such a history is not kept

    bool operator==(const HistoryKey &) const = default;
};

inline HistoryKey historyKey(const Action &action)
{
    return { .controllerId = action.controllerId,
        .actionId = action.id,
        .createdAt = action.createdAt.isValid() ? action.createdAt.toMSecsSinceEpoch() : 0 };
}

} // namespace falconer
