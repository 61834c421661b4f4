// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/repository.h"

#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/distributionsettags.h"
#include "tests/contract/fixturerequests.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

NewDistributionSet newSet(
    const Repository &repository, const QString &version, const QList<qint64> &modules = {})
{
    return { .name = repository.name("set"),
        .version = version,
        .type = repository.setType.key,
        .description = {},
        .requiredMigrationStep = false,
        .modules = modules };
}

void checkUsedSetType(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    const auto removed = scenario.server.ask(
        removeMandatoryModuleType(repository.setType.id, repository.moduleType.id));
    scenario.steps.check(isRefused(removed, ErrorKind::Forbidden, 403, "entityReadOnly"_L1),
        u"what a used set type demands cannot change"_s, seenOf(removed));
    const auto described = scenario.server.ask(
        updateDistributionSetType(repository.setType.id, { .description = u"Used"_s }));
    scenario.steps.check(described && described->description == "Used"_L1, u"its description can"_s,
        seenOf(described));
}

void checkLocked(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    Conversation &server = scenario.server;
    const auto upload = server.ask(uploadArtifact(repository.first.id, u"late.bin"_s, "late"));
    scenario.steps.check(isRefused(upload, ErrorKind::Locked, 423, "locked"_L1),
        u"a locked module takes no artifact (423)"_s, seenOf(upload));
    const auto removed = server.ask(deleteArtifact(repository.first.id, repository.artifact));
    scenario.steps.check(isRefused(removed, ErrorKind::Locked, 423, "locked"_L1),
        u"and loses none"_s, seenOf(removed));
    const auto taken = server.ask(unassignSoftwareModule(repository.set.id, repository.first.id));
    scenario.steps.check(isRefused(taken, ErrorKind::Locked, 423, "locked"_L1),
        u"a locked set keeps its modules"_s, seenOf(taken));
    const auto described = server.ask(
        updateDistributionSet(repository.set.id, { .description = u"Still editable"_s }));
    scenario.steps.check(described && described->description == "Still editable"_L1,
        u"but takes a description"_s, seenOf(described));
}

} // namespace

bool checkComposing(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    Conversation &server = scenario.server;
    const auto made = server.ask(createDistributionSets({ newSet(repository, u"1.0"_s) }));
    if (!scenario.steps.check(made && made->size() == 1 && !made->first().complete,
            u"a set without modules is incomplete"_s, seenOf(made)))
        return false;
    const qint64 id = made->first().id;
    const auto wrong = server.ask(assignSoftwareModules(id, { scenario.fixture.appModule }));
    scenario.steps.check(
        isRefused(wrong, ErrorKind::Invalid, 400, "distributionset.modules.unsupported"_L1),
        u"a module of a type that is not its is refused"_s, seenOf(wrong));
    const auto added = server.ask(assignSoftwareModules(id, { repository.first.id }));
    const auto set = server.ask(getDistributionSet(id));
    if (!scenario.steps.check(added && set && set->complete && set->modules.size() == 1
                && set->modules.first().id == repository.first.id,
            u"with the module that it demands it is complete"_s, seenOf(added)))
        return false;
    repository.set = *set;
    const auto again = server.ask(createDistributionSets({ newSet(repository, u"1.0"_s) }));
    scenario.steps.check(isRefused(again, ErrorKind::Conflict, 409, "repo.entityAlreadyExists"_L1),
        u"its version is taken"_s, seenOf(again));
    const auto clone = server.ask(
        createDistributionSets({ newSet(repository, u"1.1"_s, { repository.second.id }) }));
    if (!scenario.steps.check(
            clone && clone->first().complete && clone->first().modules.size() == 1,
            u"it is cloned as a new version"_s, seenOf(clone)))
        return false;
    repository.nextSet = clone->first().id;
    checkUsedSetType(repository);
    return true;
}

void checkSetTags(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    Conversation &server = scenario.server;
    const auto made = server.ask(createDistributionSetTags(
        { { .name = scenario.fixture.run, .description = {}, .colour = u"#e01b24"_s } }));
    if (!scenario.steps.check(made && made->size() == 1, u"a set tag is made"_s, seenOf(made)))
        return;
    const qint64 tag = made->first().id;
    const auto tagged = server.ask(assignDistributionSetTag(tag, repository.set.id));
    const auto sets = server.ask(listSetsOfTag(tag, {}));
    const ListQuery ofSet{ .filter
        = "distributionset.id=="_L1 + QString::number(repository.set.id) };
    const auto tags = server.ask(listDistributionSetTags(ofSet));
    scenario.steps.check(
        tagged && sets && sets->total == 1 && sets->content.first().id == repository.set.id,
        u"a set gets it"_s, seenOf(sets));
    scenario.steps.check(tags && tags->total == 1 && tags->content.first() == made->first(),
        u"the tags of a set are found"_s, seenOf(tags));
    const auto untagged = server.ask(unassignDistributionSetTag(tag, repository.set.id));
    const auto none = server.ask(listSetsOfTag(tag, {}));
    scenario.steps.check(untagged && none && none->total == 0, u"and loses it"_s, seenOf(none));
    const auto deleted = server.ask(deleteDistributionSetTag(tag));
    scenario.steps.check(deleted.has_value(), u"the tag goes"_s, seenOf(deleted));
}

void checkLocks(Repository &repository)
{
    Scenario &scenario = repository.scenario;
    Conversation &server = scenario.server;
    const qint64 id = repository.set.id;
    const auto locked = server.ask(updateDistributionSet(id, { .locked = true }));
    const auto module = server.ask(getSoftwareModule(repository.first.id));
    scenario.steps.check(locked && locked->locked && module && module->locked,
        u"locking a set locks its modules"_s, seenOf(locked));
    checkLocked(repository);
    const auto unlocked = server.ask(updateDistributionSet(id, { .locked = false }));
    const auto still = server.ask(getSoftwareModule(repository.first.id));
    scenario.steps.check(unlocked && !unlocked->locked && still && still->locked,
        u"unlocking it does not unlock them"_s, seenOf(unlocked));
    const auto free = server.ask(updateSoftwareModule(repository.first.id, { .locked = false }));
    const auto late = server.ask(uploadArtifact(repository.first.id, u"late.bin"_s, "late"));
    scenario.steps.check(
        free && !free->locked && late, u"an unlocked module takes artifacts"_s, seenOf(late));
}

} // namespace falconer
