// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/bringin.h"

#include <QHash>

#include <algorithm>

namespace falconer {

namespace {

using Fault = BringInFault;

bool takesAll(const SetTypeRules &rules, const QList<BringInModule> &brought)
{
    QHash<QString, int> counts;
    return std::ranges::all_of(brought, [&](const BringInModule &one) {
        if (one.type.isEmpty())
            return true; // still to be chosen
        const SoftwareModuleType *const place = rules.find(one.type);
        return place != nullptr && ++counts[one.type] <= place->maxAssignments;
    });
}

bool isComplete(const SetTypeRules &rules, const QList<BringInModule> &brought)
{
    return std::ranges::all_of(rules.mandatory, [&](const SoftwareModuleType &type) {
        return std::ranges::any_of(
            brought, [&](const BringInModule &one) { return one.type == type.key; });
    });
}

// What the type of the set says to the modules.
std::optional<Fault> fitOf(const BringIn &plan, const SetTypeRules &rules)
{
    QHash<QString, int> counts;
    for (const QString &type : plan.set->otherTypes)
        ++counts[type];
    for (int i = 0; i < plan.modules.size(); ++i) {
        const QString &type = plan.modules[i].type;
        if (type.isEmpty())
            continue; // still to be chosen
        const SoftwareModuleType *const place = rules.find(type);
        if (place == nullptr)
            return Fault{ Fault::Kind::SetForeign, i };
        if (++counts[type] > place->maxAssignments)
            return Fault{ Fault::Kind::SetNoRoom, i };
    }
    return {};
}

// The most of one type of modules that a set of any type takes; 0: none takes any.
qint64 mostOf(const QString &type, const QList<SetTypeRules> &types)
{
    qint64 most = 0;
    for (const SetTypeRules &rules : types) {
        if (const SoftwareModuleType *const place = rules.find(type))
            most = std::max(most, place->maxAssignments);
    }
    return most;
}

// Why there is no type to choose; nothing: there is, or none is known.
std::optional<Fault> noTypeFault(
    const QList<BringInModule> &modules, const QList<SetTypeRules> &types)
{
    if (types.isEmpty() || !fittingSetType(types, modules).isEmpty())
        return {};
    QHash<QString, int> counts;
    for (int i = 0; i < modules.size(); ++i) {
        const QString &type = modules[i].type;
        if (type.isEmpty())
            continue;
        const qint64 most = mostOf(type, types);
        if (most == 0)
            return Fault{ Fault::Kind::SetTypeNoPlace, i };
        if (++counts[type] > most)
            return Fault{ Fault::Kind::SetTypeNoRoom, i };
    }
    return Fault{ Fault::Kind::SetTypeNone };
}

} // namespace

std::optional<BringInFault> fitFaultOf(const BringIn &plan, const QList<SetTypeRules> &types)
{
    if (!plan.set)
        return {};
    if (plan.set->type.isEmpty())
        return noTypeFault(plan.modules, types);
    const auto rules = std::ranges::find_if(
        types, [&](const SetTypeRules &one) { return one.type.key == plan.set->type; });
    return rules == types.end() ? std::nullopt : fitOf(plan, *rules);
}

QString fittingSetType(const QList<SetTypeRules> &types, const QList<BringInModule> &brought)
{
    QString taking;
    for (const SetTypeRules &rules : types) {
        if (!takesAll(rules, brought))
            continue;
        if (isComplete(rules, brought))
            return rules.type.key;
        if (taking.isEmpty())
            taking = rules.type.key;
    }
    return taking;
}

} // namespace falconer
