// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"

#include <QStringList>

#include <functional>

namespace falconer {

// "gateway-os 2.4.0".
QString titleOf(const DistributionSet &set);
QString titleOf(const SoftwareModule &module);

// Of those that belong; of: what in an item has the title.
template <typename T, typename Belongs, typename Of = std::identity>
QStringList titlesWhere(const QList<T> &items, Belongs belongs, Of of = {})
{
    QStringList titles;
    for (const T &item : items) {
        if (belongs(item))
            titles << titleOf(std::invoke(of, item));
    }
    return titles;
}

// Of its modules that are deleted: it counts as complete, but devices find no files there.
QStringList deletedModules(const DistributionSet &set);

// What people call its type: the name, else the key.
QString typeText(const DistributionSet &set);
QString typeText(const SoftwareModule &module);

} // namespace falconer
