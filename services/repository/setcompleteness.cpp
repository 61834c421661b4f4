// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setcompleteness.h"

#include <algorithm>
#include <tuple>

namespace falconer {

namespace {

QList<ModulePlace> placesOf(const QList<SoftwareModuleType> &types, bool isMandatory)
{
    QList<ModulePlace> places;
    for (const SoftwareModuleType &type : types)
        places << ModulePlace{ .type = type, .isMandatory = isMandatory };
    std::sort(places.begin(), places.end(), [](const ModulePlace &a, const ModulePlace &b) {
        return std::tie(a.type.name, a.type.id) < std::tie(b.type.name, b.type.id);
    });
    return places;
}

// The server's order changes from answer to answer.
QList<SoftwareModule> ordered(QList<SoftwareModule> modules)
{
    std::sort(modules.begin(), modules.end(), [](const SoftwareModule &a, const SoftwareModule &b) {
        return std::tie(a.name, a.version, a.id) < std::tie(b.name, b.version, b.id);
    });
    return modules;
}

} // namespace

QList<SoftwareModuleType> SetCompleteness::missing() const
{
    QList<SoftwareModuleType> types;
    for (const ModulePlace &place : places) {
        if (place.isMissing())
            types << place.type;
    }
    return types;
}

SetCompleteness setCompleteness(const DistributionSet &set,
    const std::optional<SetTypeRules> &rules, const QMap<qint64, QList<Artifact>> &artifacts)
{
    SetCompleteness answer{ .complete = set.complete, .areRulesKnown = rules.has_value() };
    if (rules)
        answer.places = placesOf(rules->mandatory, true) + placesOf(rules->optional, false);
    for (const SoftwareModule &module : ordered(set.modules)) {
        const auto place = std::find_if(answer.places.begin(), answer.places.end(),
            [&](const ModulePlace &each) { return each.type.key == module.type; });
        if (place != answer.places.end())
            place->modules << module;
        else
            answer.foreign << module;
        if (module.complete != false)
            continue;
        ShortModule shortOne{ .module = module };
        if (place != answer.places.end())
            shortOne.minArtifacts = place->type.minArtifacts;
        if (const auto known = artifacts.find(module.id); known != artifacts.end())
            shortOne.artifacts = known->size();
        answer.tooFewArtifacts << shortOne;
    }
    return answer;
}

} // namespace falconer
