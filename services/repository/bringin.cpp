// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/bringin.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <set>
#include <tuple>

namespace falconer {

namespace {

using Fault = BringInFault;

// What tells a module from the others of a plan.
using Identity = std::tuple<qint64, QString, QString, QString>;

Identity identityOf(const BringInModule &module)
{
    if (module.existingId != 0)
        return { module.existingId, {}, {}, {} };
    return { 0, module.name, module.version, module.type };
}

bool hasSameFile(const BringInModule &module)
{
    QSet<QString> names;
    for (const QString &path : module.paths)
        names << QFileInfo(path).fileName();
    return names.size() < module.paths.size();
}

std::optional<Fault::Kind> faultOf(const BringInModule &module)
{
    if (module.existingId == 0) {
        if (module.name.isEmpty())
            return Fault::Kind::ModuleName;
        if (module.version.isEmpty())
            return Fault::Kind::ModuleVersion;
        if (module.type.isEmpty())
            return Fault::Kind::ModuleType;
    }
    if (hasSameFile(module))
        return Fault::Kind::SameFile;
    return {};
}

std::optional<Fault> faultOf(const BringInSet &set)
{
    if (set.name.isEmpty())
        return Fault{ Fault::Kind::SetName };
    if (set.version.isEmpty())
        return Fault{ Fault::Kind::SetVersion };
    return {};
}

} // namespace

QList<BringInStep> stepsOf(const BringIn &plan)
{
    using Kind = BringInStep::Kind;
    QList<BringInStep> steps;
    for (int i = 0; i < plan.modules.size(); ++i) {
        if (plan.modules[i].existingId == 0)
            steps << BringInStep{ Kind::CreateModule, i };
    }
    if (plan.set)
        steps << BringInStep{ Kind::CreateSet };
    for (int i = 0; i < plan.modules.size(); ++i) {
        for (int file = 0; file < plan.modules[i].paths.size(); ++file)
            steps << BringInStep{ Kind::QueueFile, i, file };
    }
    return steps;
}

std::optional<BringInFault> faultOf(const BringIn &plan, const QList<SetTypeRules> &types)
{
    if (plan.modules.isEmpty())
        return Fault{};
    std::set<Identity> before;
    for (int i = 0; i < plan.modules.size(); ++i) {
        const BringInModule &module = plan.modules[i];
        if (const auto kind = faultOf(module))
            return Fault{ *kind, i };
        if (!before.insert(identityOf(module)).second)
            return Fault{ Fault::Kind::SameModule, i };
    }
    if (!plan.set)
        return {};
    if (const auto fault = faultOf(*plan.set))
        return fault;
    const auto fit = fitFaultOf(plan, types);
    return !fit && plan.set->type.isEmpty() ? Fault{ Fault::Kind::SetType } : fit;
}

BringInSet nextVersionOf(
    const DistributionSet &former, const QString &version, const QList<BringInModule> &brought)
{
    BringInSet next{ .name = former.name,
        .version = version,
        .type = former.type,
        .description = former.description,
        .requiredMigrationStep = former.requiredMigrationStep };
    for (const SoftwareModule &module : former.modules) {
        const bool isExchanged = std::ranges::any_of(brought, [&](const BringInModule &one) {
            return one.existingId == module.id
                || (one.name == module.name && one.type == module.type);
        });
        if (isExchanged)
            continue;
        next.otherModules << module.id;
        next.otherTypes << module.type;
    }
    return next;
}

} // namespace falconer
