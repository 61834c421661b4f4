// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/softwaretitles.h"

namespace falconer {

QString titleOf(const DistributionSet &set)
{
    return set.name + u' ' + set.version;
}

QString titleOf(const SoftwareModule &module)
{
    return module.name + u' ' + module.version;
}

QStringList deletedModules(const DistributionSet &set)
{
    QStringList titles
        = titlesWhere(set.modules, [](const SoftwareModule &module) { return module.deleted; });
    titles.sort();
    return titles;
}

QString typeText(const DistributionSet &set)
{
    return set.typeName.isEmpty() ? set.type : set.typeName;
}

QString typeText(const SoftwareModule &module)
{
    return module.typeName.isEmpty() ? module.type : module.typeName;
}

} // namespace falconer
