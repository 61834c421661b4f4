// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsettypes.h"
#include "services/hawkbit/softwaremoduletypes.h"

namespace falconer {

// What a type of distribution sets demands and allows.
struct SetTypeRules {
    DistributionSetType type;
    QList<SoftwareModuleType> mandatory;
    QList<SoftwareModuleType> optional;

    // The module type of this key; nullptr: sets of this type take no such modules.
    const SoftwareModuleType *find(const QString &key) const;
    bool isMandatory(const QString &key) const;

    bool operator==(const SetTypeRules &) const = default;
};

} // namespace falconer
