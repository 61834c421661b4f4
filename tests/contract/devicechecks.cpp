// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/devicelife.h"

#include "services/hawkbit/targets.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

bool hasPhase(const Timeline &timeline, PhaseKind kind)
{
    return std::ranges::any_of(
        timeline.phases, [kind](const Phase &phase) { return phase.kind == kind; });
}

void checkTimeline(Steps &steps, const Timeline &timeline)
{
    steps.check(timeline.outcome.kind == OutcomeKind::Success && timeline.outcome.at.isValid(),
        u"its timeline ends with success"_s);
    steps.check(hasPhase(timeline, PhaseKind::Download) && hasPhase(timeline, PhaseKind::Install),
        u"it has a download and an installation"_s);
    const auto installation = std::ranges::find_if(
        timeline.steps, [](const Step &step) { return step.isInstallation; });
    steps.check(installation != timeline.steps.end() && installation->outcome == StepOutcome::Done
            && timeline.attempts.size() == 1 && timeline.attempts.first().installationCompleted,
        u"the installation was completed in one attempt"_s);
    const bool ended = std::ranges::all_of(
        timeline.steps, [](const Step &step) { return step.outcome == StepOutcome::Done; });
    const bool nested
        = std::ranges::any_of(timeline.steps, [](const Step &step) { return step.depth > 1; });
    steps.check(ended && nested && timeline.steps.size() > 5, u"its steps nest and are all done"_s,
        u"%1 steps"_s.arg(timeline.steps.size()));
    steps.check(!timeline.hasNote(NoteKind::Holes) && !timeline.hasNote(NoteKind::Duplicates),
        u"no report is missing and none came twice"_s);
}

// What the server says of a target after a device has installed on it.
void checkTarget(Scenario &scenario, const QString &id)
{
    Steps &steps = scenario.steps;
    const auto target = scenario.server.ask(getTarget(id));
    steps.check(target && target->updateStatus == "in_sync"_L1 && target->installedAt.isValid()
            && target->lastControllerRequestAt.isValid() && target->pollStatus
            && !target->pollStatus->overdue,
        u"the target is in sync and was seen"_s, seenOf(target));
    const auto installed = scenario.server.ask(getInstalledDistributionSet(id));
    steps.check(installed && *installed && (*installed)->id == scenario.fixture.set,
        u"the target tells what is installed"_s, seenOf(installed));
    const auto attributes = scenario.server.ask(getTargetAttributes(id));
    steps.check(attributes && *attributes == deviceAttributes(),
        u"and what the device told of itself"_s, seenOf(attributes));
}

void checkInstallation(Scenario &scenario, const ClientOptions &options)
{
    Steps &steps = scenario.steps;
    const QString id = scenario.fixture.target(1);
    const auto life = liveUntilEnd(scenario, options, id);
    if (!life)
        return;
    steps.check(life->action.status == "finished"_L1, u"a device installs what is assigned"_s,
        life->action.status);
    const bool newestFirst
        = std::ranges::adjacent_find(life->statuses,
              [](const ActionStatus &a, const ActionStatus &b) { return a.id <= b.id; })
        == life->statuses.end();
    steps.check(newestFirst, u"a history comes newest first, each entry once"_s);
    checkTimeline(steps, life->timeline);
    checkTarget(scenario, id);
}

} // namespace

void checkDevices(Scenario &scenario, const ClientOptions &options)
{
    const auto problem = scenario.fixture.allowTargetTokens();
    if (scenario.steps.check(!problem, u"devices may sign in with their token"_s,
            problem ? describe(*problem) : QString()))
        checkInstallation(scenario, options);
}

} // namespace falconer
