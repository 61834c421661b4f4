// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/devicelife.h"

#include "services/hawkbit/assignment.h"
#include "services/hawkbit/targets.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

bool hasMark(const Timeline &timeline, MarkKind kind)
{
    return std::ranges::any_of(
        timeline.marks, [kind](const Mark &mark) { return mark.kind == kind; });
}

bool assign(Scenario &scenario, const QString &id, const QString &type)
{
    const auto assigned = scenario.server.ask(assignDistributionSet(
        scenario.fixture.set, { id }, { .type = type, .confirmationRequired = false }));
    scenario.actions[id] = assigned ? assigned->actionIds.value(0) : 0;
    return scenario.steps.check(
        assigned && assigned->assigned == 1, "a set is assigned: "_L1 + type, seenOf(assigned));
}

void checkConfirmedCancel(Scenario &scenario, const ClientOptions &options)
{
    Steps &steps = scenario.steps;
    const QString id = scenario.fixture.target(3);
    const auto asked = scenario.server.ask(cancelAction(id, scenario.actions.value(id)));
    steps.check(asked.has_value(), u"a cancel is asked for"_s, seenOf(asked));
    const auto life = liveUntilEnd(scenario, options, id);
    steps.check(life && life->action.status == "canceled"_L1 && !life->timeline.outcome.forced
            && hasMark(life->timeline, MarkKind::CancelRequested),
        u"a device confirms a cancel"_s);
    const auto installed = scenario.server.ask(getInstalledDistributionSet(id));
    steps.check(installed && !*installed, u"and has installed nothing"_s, seenOf(installed));
}

// A device that refuses the cancel goes on and installs.
void checkRefusedCancel(Scenario &scenario, const ClientOptions &options)
{
    const QString id = scenario.fixture.target(11);
    if (!assign(scenario, id, u"forced"_s))
        return;
    const auto asked = scenario.server.ask(cancelAction(id, scenario.actions.value(id)));
    scenario.steps.check(
        asked.has_value(), u"a cancel is asked of a stubborn device"_s, seenOf(asked));
    const auto life = liveUntilEnd(scenario, options, id, Temper::RefusesCancel);
    scenario.steps.check(life && life->action.status == "finished"_L1
            && !life->timeline.cancelRequested && hasMark(life->timeline, MarkKind::CancelRejected),
        u"it refuses and installs all the same"_s);
}

void checkFailure(Scenario &scenario, const ClientOptions &options)
{
    const QString id = scenario.fixture.target(5);
    if (!assign(scenario, id, u"forced"_s))
        return;
    const auto life = liveUntilEnd(scenario, options, id, Temper::Fails);
    scenario.steps.check(life && life->timeline.outcome.kind == OutcomeKind::Error
            && !life->timeline.outcome.cause.isEmpty(),
        u"a failure tells its cause"_s);
    const auto target = scenario.server.ask(getTarget(id));
    scenario.steps.check(target && target->updateStatus == "error"_L1,
        u"and the target is in error"_s, seenOf(target));
}

// Now and then such a device fails, by chance and the action's id.
void checkBatches(Scenario &scenario, const ClientOptions &options)
{
    const QString id = scenario.fixture.target(7);
    if (!assign(scenario, id, u"soft"_s))
        return;
    const auto life = liveUntilEnd(scenario, options, id, Temper::Batches);
    const bool hasLog = life && std::ranges::any_of(life->timeline.marks, [](const Mark &mark) {
        return mark.kind == MarkKind::Log && mark.lines > 1;
    });
    scenario.steps.check(hasLog, u"a client that reports in batches tells its log"_s);
}

void checkDownloadOnly(Scenario &scenario, const ClientOptions &options)
{
    const QString id = scenario.fixture.target(8);
    if (!assign(scenario, id, u"downloadonly"_s))
        return;
    const auto life = liveUntilEnd(scenario, options, id);
    scenario.steps.check(life && life->timeline.outcome.kind == OutcomeKind::Downloaded
            && life->timeline.hasNote(NoteKind::DownloadOnly)
            && std::ranges::none_of(life->timeline.phases,
                [](const Phase &phase) { return phase.kind == PhaseKind::Install; }),
        u"download-only ends with the download"_s);
    const auto installed = scenario.server.ask(getInstalledDistributionSet(id));
    scenario.steps.check(installed && !*installed, u"and installs nothing"_s, seenOf(installed));
}

} // namespace

void checkDeviceEnds(Scenario &scenario, const ClientOptions &options)
{
    checkConfirmedCancel(scenario, options);
    checkRefusedCancel(scenario, options);
    checkFailure(scenario, options);
    checkBatches(scenario, options);
    checkDownloadOnly(scenario, options);
}

} // namespace falconer
