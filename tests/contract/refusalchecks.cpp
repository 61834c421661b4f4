// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scenario.h"

#include "services/hawkbit/actions.h"
#include "services/hawkbit/assignment.h"

namespace falconer {

using namespace Qt::StringLiterals;

// What an assignment is refused for, whole.
void checkRefusals(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    Conversation &server = scenario.server;
    const Fixture &fixture = scenario.fixture;
    const QString bystander = fixture.target(6);
    const auto assign = [&](qint64 set, const QStringList &ids) {
        return server.ask(assignDistributionSet(set, ids, {}));
    };
    const auto incompatible = assign(fixture.appSet, { bystander, fixture.typedTarget });
    steps.check(isRefused(incompatible, ErrorKind::Invalid, 400, "target.type.incompatible"_L1),
        u"a set that the target's type does not take is refused"_s, seenOf(incompatible));
    const auto incomplete = assign(fixture.incompleteSet, { bystander });
    steps.check(isRefused(incomplete, ErrorKind::Invalid, 400, "distributionset.incomplete"_L1),
        u"an incomplete set is refused"_s, seenOf(incomplete));
    const auto noSuchSet = assign(999'999'999, { bystander });
    steps.check(isRefused(noSuchSet, ErrorKind::NotFound, 404, "repo.entityNotFound"_L1),
        u"a set that does not exist is refused"_s, seenOf(noSuchSet));
    AssignmentOptions options{ .weight = 1001 };
    const auto heavy = server.ask(assignDistributionSet(fixture.set, { bystander }, options));
    steps.check(isRefused(heavy, ErrorKind::Invalid, 400), u"a weight over 1000 is refused"_s,
        seenOf(heavy));
    options = { .maintenanceWindow = MaintenanceWindow{
                    .schedule = u"nonsense"_s, .duration = u"01:00:00"_s, .timezone = u"Z"_s } };
    const auto window = server.ask(assignDistributionSet(fixture.set, { bystander }, options));
    steps.check(isRefused(window, ErrorKind::Invalid, 400, "maintenanceScheduleInvalid"_L1),
        u"a maintenance window that is none is refused"_s, seenOf(window));
    const auto actions = server.ask(listTargetActions(bystander, {}));
    steps.check(actions && actions->total == 0, u"nothing of what was refused has happened"_s,
        seenOf(actions));
}

} // namespace falconer
