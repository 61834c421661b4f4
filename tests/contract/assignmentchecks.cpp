// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scenario.h"

#include "services/deployment/assigner.h"
#include "services/hawkbit/actions.h"
#include "services/hawkbit/distributionsets.h"
#include "services/hawkbit/rsql.h"
#include "services/hawkbit/targets.h"
#include "tests/contract/fixturerequests.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// No confirmation, whatever the tenant's own setting is.
AssignmentOptions withoutConfirmation(const QString &type)
{
    return { .type = type, .confirmationRequired = false };
}

// To three targets and one that does not exist.
void checkFirst(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const Fixture &fixture = scenario.fixture;
    const QStringList known = fixture.targets(1, 3);
    Assigner assigner(scenario.server.client(), scenario.facts.dialect);
    assigner.start({ .set = fixture.distributionSet(),
        .controllerIds = known + QStringList(fixture.unknownTarget),
        .options = withoutConfirmation(u"forced"_s) });
    steps.check(waitUntil([&] { return !assigner.isRunning(); }), u"an assignment ends"_s);
    const AssignmentOutcome &outcome = assigner.outcome();
    steps.check(outcome.chunks.size() == 1 && !outcome.hasFailures() && outcome.assigned() == 3
            && outcome.alreadyAssigned == 0,
        u"three targets are assigned by one request"_s,
        outcome.chunks.isEmpty() ? QString() : describe(outcome.chunks.first().error));
    const QStringList assigned = outcome.actionIds.keys();
    steps.check(QSet<QString>(assigned.begin(), assigned.end())
            == QSet<QString>(known.begin(), known.end()),
        u"the answer names the action of each target"_s, assigned.join(u' '));
    steps.check(
        outcome.notTakenCount == 1 && outcome.notTaken == QStringList(fixture.unknownTarget),
        u"the id that the server dropped silently is found out"_s, outcome.notTaken.join(u' '));
    scenario.actions = outcome.actionIds;
}

void checkAgain(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const auto again = scenario.server.ask(assignDistributionSet(
        scenario.fixture.set, scenario.fixture.targets(1, 3), withoutConfirmation(u"forced"_s)));
    steps.check(again && again->assigned == 0 && again->alreadyAssigned == 3 && again->total == 3
            && again->actionIds.isEmpty(),
        u"assigned again, they are there already and nothing is made"_s, seenOf(again));
    for (const QString &id : scenario.fixture.targets(1, 3)) {
        const auto actions = scenario.server.ask(listTargetActions(id, {}));
        steps.check(actions && actions->total == 1
                && actions->content.first().id == scenario.actions.value(id)
                && actions->content.first().active
                && actions->content.first().forceType == "forced"_L1,
            "one running action: "_L1 + scenario.fixture.shortName(id), seenOf(actions));
    }
    const auto set = scenario.server.ask(getDistributionSet(scenario.fixture.set));
    steps.check(set && set->locked, u"what was assigned is locked"_s, seenOf(set));
    const auto assigned
        = scenario.server.ask(getAssignedDistributionSet(scenario.fixture.target(1)));
    steps.check(assigned && *assigned && (*assigned)->id == scenario.fixture.set,
        u"a target tells what is assigned"_s, seenOf(assigned));
    const auto target = scenario.server.ask(getTarget(scenario.fixture.target(1)));
    steps.check(
        target && target->updateStatus == "pending"_L1, u"and is pending"_s, seenOf(target));
}

void checkLists(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const Fixture &fixture = scenario.fixture;
    const QString ours = "target.controllerid=="_L1 + rsqlValue(fixture.run + u'*');
    const QString running = rsqlAnd({ scenario.facts.dialect.runningActionsFilter(), ours });
    const auto actions = scenario.server.ask(listActions({ .filter = running }));
    if (steps.check(
            actions && actions->total == 3, u"the running actions are found"_s, seenOf(actions))) {
        const Action &action = actions->content.first();
        steps.check(fixture.targets(1, 3).contains(action.controllerId)
                && action.distributionSet == fixture.run + "-gateway:2.4.0"_L1
                && action.distributionSetId == fixture.set,
            u"with the names of target and set"_s, action.distributionSet);
    }
    const auto raw = scenario.server.ask(readRaw({ u"actions"_s }, { { u"q"_s, running } }));
    const QJsonValue first = raw ? (*raw)["content"_L1][0] : QJsonValue();
    steps.check(raw
            && first["active"_L1].isUndefined() != scenario.facts.dialect.detailedActionStatus
            && first["detailStatus"_L1].isUndefined()
                == scenario.facts.dialect.detailedActionStatus,
        u"the actions speak the dialect that was probed"_s, scenario.facts.dialect.name());
    const QString id = fixture.target(1);
    const auto statuses
        = scenario.server.ask(listActionStatuses(id, scenario.actions.value(id), {}));
    steps.check(statuses && statuses->total == 1 && statuses->content.first().type == "running"_L1
            && statuses->content.first().messages.value(0).contains(scenario.facts.user.username)
            && statuses->content.first().reportedAt.isValid(),
        u"a history begins with who assigned"_s, seenOf(statuses));
}

} // namespace

void checkAssignment(Scenario &scenario)
{
    checkFirst(scenario);
    checkAgain(scenario);
    checkLists(scenario);
    const QString softly = scenario.fixture.target(4);
    const auto soft = scenario.server.ask(
        assignDistributionSet(scenario.fixture.set, { softly }, withoutConfirmation(u"soft"_s)));
    scenario.steps.check(soft && soft->assigned == 1 && soft->controllerIds == QStringList(softly),
        u"a fourth target gets it softly"_s, seenOf(soft));
    scenario.actions[softly] = soft ? soft->actionIds.value(0) : 0;
}

} // namespace falconer
