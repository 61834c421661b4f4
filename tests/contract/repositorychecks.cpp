// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/repository.h"

#include "services/hawkbit/actions.h"
#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/assignment.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// A target of the fixture that no other part leaves with an open action of its own.
QString user(const Repository &repository)
{
    return repository.scenario.fixture.target(12);
}

void checkInvalidation(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    Conversation &server = scenario.server;
    const qint64 id = repository.set.id;
    const auto invalidated = server.ask(invalidateDistributionSet(id, ActionCancelation::Soft));
    const auto set = server.ask(getDistributionSet(id));
    scenario.steps.check(
        invalidated && set && !set->valid, u"a set is invalidated"_s, seenOf(invalidated));
    const auto statistics = server.ask(getDistributionSetStatistics(id));
    scenario.steps.check(statistics && statistics->actions.value(u"CANCELING"_s) == 1
            && !statistics->actions.contains(u"RUNNING"_s),
        u"its actions are asked to cancel"_s, seenOf(statistics));
    const auto changed = server.ask(updateDistributionSet(id, { .description = u"x"_s }));
    scenario.steps.check(isRefused(changed, ErrorKind::Invalid, 400, "distributionset.invalid"_L1),
        u"and nothing of it can be changed any more"_s, seenOf(changed));
    const auto module = server.ask(deleteSoftwareModule(repository.first.id));
    scenario.steps.check(isRefused(module, ErrorKind::Locked, 423, "locked"_L1),
        u"nor can a module of it be deleted, since it stays locked"_s, seenOf(module));
    const auto forced = server.ask(invalidateDistributionSet(id, ActionCancelation::Force));
    const auto after = server.ask(getDistributionSetStatistics(id));
    scenario.steps.check(forced && after && after->actions.value(u"CANCELED"_s) == 1,
        u"invalidating it again by force ends them"_s, seenOf(after));
}

template <typename T> bool isHidden(const Result<Page<T>> &list, const Result<T> &read)
{
    return list && list->total == 0 && read && read->deleted;
}

void checkDeletedSet(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    Conversation &server = scenario.server;
    const DistributionSet &set = repository.set;
    const auto deleted = server.ask(deleteDistributionSet(set.id));
    const QString version = "name=="_L1 + set.name + ";version=="_L1 + set.version;
    scenario.steps.check(deleted
            && isHidden(server.ask(listDistributionSets({ .filter = version })),
                server.ask(getDistributionSet(set.id))),
        u"a set that was assigned is only hidden"_s, seenOf(deleted));
    const auto again = server.ask(createDistributionSets({ { .name = set.name,
        .version = set.version,
        .type = set.type,
        .description = {},
        .requiredMigrationStep = false,
        .modules = {} } }));
    scenario.steps.check(isRefused(again, ErrorKind::Conflict, 409, "repo.entityAlreadyExists"_L1),
        u"and its name and version stay taken (409)"_s, seenOf(again));
}

void checkDeletedModule(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    Conversation &server = scenario.server;
    const SoftwareModule &module = repository.second;
    const auto deleted = server.ask(deleteSoftwareModule(module.id));
    const QString version = "name=="_L1 + module.name + ";version=="_L1 + module.version;
    scenario.steps.check(deleted
            && isHidden(server.ask(listSoftwareModules({ .filter = version })),
                server.ask(getSoftwareModule(module.id))),
        u"a module that is in a set is only hidden"_s, seenOf(deleted));
    const auto again = server.ask(createSoftwareModules(
        { { .name = module.name, .version = module.version, .type = module.type } }));
    scenario.steps.check(isRefused(again, ErrorKind::Conflict, 409, "repo.entityAlreadyExists"_L1),
        u"and its name and version stay taken, too"_s, seenOf(again));
}

void checkDeletedTypes(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    Conversation &server = scenario.server;
    const QString &key = repository.moduleType.key;
    const auto setType = server.ask(deleteDistributionSetType(repository.setType.id));
    const auto moduleType = server.ask(deleteSoftwareModuleType(repository.moduleType.id));
    const auto listed = server.ask(listSoftwareModuleTypes({ .filter = "key=="_L1 + key }));
    scenario.steps.check(setType && moduleType && listed && listed->total == 0,
        u"used types are hidden"_s, seenOf(listed));
    const auto again = server.ask(
        createSoftwareModuleTypes({ { .key = key, .name = repository.name("other") } }));
    scenario.steps.check(isRefused(again, ErrorKind::Conflict, 409, "repo.entityAlreadyExists"_L1),
        u"and their keys stay taken"_s, seenOf(again));
}

} // namespace

void checkUse(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    Conversation &server = scenario.server;
    const qint64 id = repository.set.id;
    const auto before = server.ask(getDistributionSetStatistics(id));
    scenario.steps.check(before && before->actions.value(u"total"_s) == 0
            && before->rollouts.value(u"total"_s) == 0 && before->autoAssignments == 0,
        u"nothing uses a new set"_s, seenOf(before));
    const auto assigned = server.ask(assignDistributionSet(id, { user(repository) }, {}));
    const auto after = server.ask(getDistributionSetStatistics(id));
    scenario.steps.check(assigned && assigned->assigned == 1 && after
            && after->actions.value(u"RUNNING"_s) == 1 && after->actions.value(u"total"_s) == 1,
        u"its statistics count the action of an assignment"_s, seenOf(assigned));
    const auto set = server.ask(getDistributionSet(id));
    scenario.steps.check(set && set->locked, u"and the assignment has locked it"_s, seenOf(set));
    checkInvalidation(repository);
}

void checkDeletions(Repository &repository)
{
    checkDeletedSet(repository);
    checkDeletedModule(repository);
    checkDeletedTypes(repository);
    Scenario &scenario = repository.scenario;
    scenario.server.ask(updateSoftwareModule(repository.first.id, { .locked = false }));
    const auto artifact
        = scenario.server.ask(deleteArtifact(repository.first.id, repository.artifact));
    scenario.steps.check(artifact.has_value(), u"an artifact is deleted"_s, seenOf(artifact));
    const auto set = scenario.server.ask(deleteDistributionSet(repository.nextSet));
    const auto module = scenario.server.ask(deleteSoftwareModule(repository.first.id));
    const auto gone = scenario.server.ask(getDistributionSet(repository.nextSet));
    scenario.steps.check(set && module && isRefused(gone, ErrorKind::NotFound, 404),
        u"a set that was never assigned is gone"_s, seenOf(gone));
}

void checkRepository(Scenario &scenario, const ClientOptions &options)
{
    Repository repository{ .scenario = scenario, .options = options };
    if (!checkTypes(repository) || !checkWrittenModules(repository))
        return;
    checkArtifacts(repository);
    checkDownload(repository);
    checkUploads(repository);
    if (!checkComposing(repository))
        return;
    checkMetadata(repository);
    checkSetTags(repository);
    checkLocks(repository);
    checkUse(repository);
    checkDeletions(repository);
}

} // namespace falconer
