// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/repository.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

qint64 applicationType(Scenario &scenario)
{
    const auto types
        = scenario.server.ask(listSoftwareModuleTypes({ .filter = u"key==application"_s }));
    const bool isThere = types && types->content.size() == 1;
    scenario.steps.check(isThere && types->content.first().maxAssignments > 1,
        u"a module type is found by its key"_s, seenOf(types));
    return isThere ? types->content.first().id : 0;
}

bool makeModuleType(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    const QString name = repository.name("image");
    const NewSoftwareModuleType wanted{
        .key = name, .name = name, .description = u"One image"_s, .colour = u"#3584e4"_s
    };
    const auto made = scenario.server.ask(createSoftwareModuleTypes({ wanted }));
    if (!scenario.steps.check(made && made->size() == 1 && made->first().key == name
                && made->first().maxAssignments == 1 && made->first().colour == "#3584e4"_L1,
            u"a module type is made"_s, seenOf(made)))
        return false;
    repository.moduleType = made->first();
    const auto again = scenario.server.ask(createSoftwareModuleTypes({ wanted }));
    scenario.steps.check(isRefused(again, ErrorKind::Conflict, 409, "repo.entityAlreadyExists"_L1),
        u"but not twice"_s, seenOf(again));
    const auto changed = scenario.server.ask(updateSoftwareModuleType(
        repository.moduleType.id, { .description = u"Changed"_s, .colour = {} }));
    scenario.steps.check(changed && changed->description == "Changed"_L1
            && changed->colour == "#3584e4"_L1 && changed->name == name,
        u"its description changes, the rest stays"_s, seenOf(changed));
    return true;
}

bool makeSetType(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    const QString name = repository.name("product");
    const auto made = scenario.server.ask(createDistributionSetTypes({ { .key = name,
        .name = name,
        .description = {},
        .colour = u"#26a269"_s,
        .mandatoryModuleTypes = { repository.moduleType.id },
        .optionalModuleTypes = {} } }));
    if (!scenario.steps.check(made && made->size() == 1 && made->first().key == name,
            u"a set type is made"_s, seenOf(made)))
        return false;
    repository.setType = made->first();
    return true;
}

void checkModuleTypesOfSetType(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    Conversation &server = scenario.server;
    const qint64 id = repository.setType.id;
    const auto mandatory = server.ask(listMandatoryModuleTypes(id));
    scenario.steps.check(
        mandatory && mandatory->size() == 1 && mandatory->first().id == repository.moduleType.id,
        u"it says what it demands"_s, seenOf(mandatory));
    const qint64 application = applicationType(scenario);
    const auto added = server.ask(addOptionalModuleType(id, application));
    const auto optional = server.ask(listOptionalModuleTypes(id));
    scenario.steps.check(
        added && optional && optional->size() == 1 && optional->first().key == "application"_L1,
        u"what it may hold besides is added"_s, seenOf(optional));
    const auto removed = server.ask(removeOptionalModuleType(id, application));
    const auto none = server.ask(listOptionalModuleTypes(id));
    scenario.steps.check(removed && none && none->isEmpty(),
        u"and taken away while no set is there"_s, seenOf(none));
}

} // namespace

bool checkTypes(Repository &repository)
{
    if (!makeModuleType(repository) || !makeSetType(repository))
        return false;
    checkModuleTypesOfSetType(repository);
    const auto listed = repository.scenario.server.ask(
        listDistributionSetTypes({ .filter = "key=="_L1 + repository.setType.key }));
    return repository.scenario.steps.check(
        listed && listed->total == 1 && listed->content.first() == repository.setType,
        u"the set type is listed as it was made"_s, seenOf(listed));
}

} // namespace falconer
