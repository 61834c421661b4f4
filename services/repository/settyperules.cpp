// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/settyperules.h"

#include <algorithm>

namespace falconer {

namespace {

const SoftwareModuleType *findIn(const QList<SoftwareModuleType> &types, const QString &key)
{
    const auto it = std::find_if(types.begin(), types.end(),
        [&](const SoftwareModuleType &type) { return type.key == key; });
    return it == types.end() ? nullptr : &*it;
}

} // namespace

const SoftwareModuleType *SetTypeRules::find(const QString &key) const
{
    const SoftwareModuleType *const demanded = findIn(mandatory, key);
    return demanded ? demanded : findIn(optional, key);
}

bool SetTypeRules::isMandatory(const QString &key) const
{
    return findIn(mandatory, key) != nullptr;
}

} // namespace falconer
