// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scenario.h"

#include "services/deployment/plangatherer.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const QList<PlanTarget> &targets)
{
    QStringList ids;
    for (const PlanTarget &target : targets)
        ids << target.controllerId;
    ids.sort();
    return ids;
}

QString summary(const Plan &plan)
{
    QStringList failures;
    for (const Knowledge &part : plan.parts) {
        if (part.state == Knowledge::State::Failed)
            failures << describe(part.error);
    }
    return u"block %1, starting: %2; there: %3; %4"_s.arg(int(plan.block))
        .arg(idsOf(plan.starting).join(u' '), idsOf(plan.alreadyThere).join(u' '),
            failures.join(u' '));
}

Plan planFor(Scenario &scenario, qint64 setId, const TargetSelection &selection)
{
    Conversation &server = scenario.server;
    const qint64 sent = server.client().sentCount();
    PlanGatherer gatherer(server.client(), scenario.facts);
    const auto set = server.ask(getDistributionSet(setId));
    gatherer.gather(set.value_or(DistributionSet()), selection);
    const bool isWhole = waitUntil([&] { return gatherer.plan().isComplete(); });
    Plan plan = gatherer.plan();
    const bool isKnown = std::all_of(std::begin(plan.parts), std::end(plan.parts),
        [](const Knowledge &part) { return part.isKnown(); });
    scenario.steps.check(isWhole && isKnown, u"every fact of a plan is gathered"_s, summary(plan));
    scenario.steps.check(server.client().sentCount() - sent <= 12,
        u"by a few requests, not one a target"_s,
        QString::number(server.client().sentCount() - sent));
    return plan;
}

} // namespace

void checkPlanBefore(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const Fixture &fixture = scenario.fixture;
    const QStringList plain = fixture.targets(1, 3);
    const TargetSelection some{ .controllerIds
        = plain + QStringList{ fixture.typedTarget, fixture.unknownTarget } };

    const Plan plan = planFor(scenario, fixture.set, some);
    steps.check(plan.block == PlanBlock::None && plan.refusals.isEmpty()
            && idsOf(plan.starting) == plain + QStringList(fixture.typedTarget),
        u"a plan names the targets that would start"_s, summary(plan));
    steps.check(plan.absent == QStringList(fixture.unknownTarget),
        u"and the ids that the server does not know"_s, plan.absent.join(u' '));
    steps.check(plan.neverPolled.size() == 4 && plan.changes.size() == 1
            && plan.changes.first().from == PlanChange::From::Nothing,
        u"and that nothing is installed and none was ever seen"_s, summary(plan));

    const Plan app = planFor(scenario, fixture.appSet, some);
    steps.check(idsOf(app.starting) == plain && app.refusals.size() == 1
            && app.refusals.first().targetType == fixture.run
            && idsOf(app.refusals.first().targets) == QStringList(fixture.typedTarget),
        u"a target whose type does not take the set stands apart"_s, summary(app));

    const Plan incomplete = planFor(scenario, fixture.incompleteSet, some);
    steps.check(
        incomplete.block == PlanBlock::SetIncomplete && incomplete.missingModuleTypes.size() == 1,
        u"an incomplete set says what it lacks"_s, incomplete.missingModuleTypes.join(u' '));

    const Plan byFilter
        = planFor(scenario, fixture.set, { .filter = scenario.fixture.ofThisRun() });
    steps.check(byFilter.selected == fixture.allTargets().size()
            && byFilter.starting.size() == fixture.allTargets().size(),
        u"a plan for whatever a filter matches"_s, summary(byFilter));
}

void checkPlanAfter(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const Fixture &fixture = scenario.fixture;
    const Plan again = planFor(scenario, fixture.set, { .controllerIds = fixture.targets(1, 5) });
    steps.check(idsOf(again.alreadyThere) == fixture.targets(1, 4)
            && idsOf(again.starting) == QStringList(fixture.target(5)),
        u"what has the set assigned would not start again"_s, summary(again));
    const Plan next
        = planFor(scenario, fixture.nextSet, { .controllerIds = fixture.targets(1, 5) });
    steps.check(next.starting.size() == 5 && next.cancellations.size() == 1
            && next.cancellations.first().distributionSet == fixture.run + "-gateway:2.4.0"_L1
            && idsOf(next.cancellations.first().targets) == fixture.targets(1, 4),
        u"and what runs would give way to another set"_s, summary(next));
}

} // namespace falconer
