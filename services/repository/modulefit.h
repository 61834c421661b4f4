// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/settyperules.h"

#include "services/hawkbit/distributionsets.h"

#include <optional>

namespace falconer {

// Whether modules may be put into a set, and which of them stands against it.
struct ModuleFit {
    enum class Verdict {
        Fits,
        SetDeleted,
        SetInvalid,
        SetLocked,
        ModuleDeleted,
        AlreadyIn,
        ForeignType, // the set's type has no place for this one's
        NoRoom,      // more than the type's maxAssignments: the server would throw another one out
    };
    Verdict verdict = Verdict::Fits;
    SoftwareModule module;   // the one that does not fit
    SoftwareModuleType type; // its type, for NoRoom

    bool operator==(const ModuleFit &) const = default;
};

// rules: nothing while they are not known; then the server decides about types.
ModuleFit moduleFit(const DistributionSet &set, const std::optional<SetTypeRules> &rules,
    const QList<SoftwareModule> &modules);

} // namespace falconer
