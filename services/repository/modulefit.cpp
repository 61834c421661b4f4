// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/modulefit.h"

#include <algorithm>

namespace falconer {

namespace {

using Verdict = ModuleFit::Verdict;

Verdict verdictOfSet(const DistributionSet &set)
{
    if (set.deleted)
        return Verdict::SetDeleted;
    if (!set.valid)
        return Verdict::SetInvalid;
    return set.locked ? Verdict::SetLocked : Verdict::Fits;
}

ModuleFit fitOf(const QList<SoftwareModule> &there, const std::optional<SetTypeRules> &rules,
    const SoftwareModule &module)
{
    if (module.deleted)
        return { Verdict::ModuleDeleted, module, {} };
    if (std::any_of(there.begin(), there.end(),
            [&](const SoftwareModule &other) { return other.id == module.id; }))
        return { Verdict::AlreadyIn, module, {} };
    if (!rules)
        return {};
    const SoftwareModuleType *const type = rules->find(module.type);
    if (!type)
        return { Verdict::ForeignType, module, {} };
    const auto sameType = std::count_if(there.begin(), there.end(),
        [&](const SoftwareModule &other) { return other.type == module.type; });
    return sameType >= type->maxAssignments ? ModuleFit{ Verdict::NoRoom, module, *type }
                                            : ModuleFit{};
}

} // namespace

ModuleFit moduleFit(const DistributionSet &set, const std::optional<SetTypeRules> &rules,
    const QList<SoftwareModule> &modules)
{
    if (const Verdict verdict = verdictOfSet(set); verdict != Verdict::Fits)
        return { verdict, modules.value(0), {} };
    QList<SoftwareModule> there = set.modules;
    for (const SoftwareModule &module : modules) {
        if (ModuleFit fit = fitOf(there, rules, module); fit.verdict != Verdict::Fits)
            return fit;
        there << module;
    }
    return {};
}

} // namespace falconer
