// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/assigner.h"
#include "tests/bench/benches.h"
#include "tests/bench/measure.h"
#include "tests/bench/served.h"
#include "tests/bench/stage.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QStringList firstControllerIds(Stage &stage, int count)
{
    QStringList ids;
    while (ids.size() < count) {
        bool arrived = false;
        const Call call = stage.client().send(
            listTargets({ .offset = ids.size(), .limit = 500, .filter = u"name==*-gw-*"_s }),
            [&](const Result<Page<Target>> &page) {
                if (!page)
                    qFatal("cannot list targets");
                for (const Target &target : page->content)
                    ids << target.controllerId;
                arrived = true;
            });
        untilMs("a page of targets", [&] { return arrived; });
    }
    return ids.mid(0, count);
}

// One that gateways take.
DistributionSet gatewaySet(Stage &stage)
{
    DistributionSet found;
    const Call call = stage.client().send(
        listDistributionSets({ .limit = 100 }), [&](const Result<Page<DistributionSet>> &page) {
            if (!page)
                qFatal("cannot list sets");
            for (const DistributionSet &set : page->content) {
                if (set.name == u"gateway-os" && set.complete && set.valid)
                    found = set;
            }
        });
    untilMs("a set", [&] { return found.id != 0; });
    return found;
}

} // namespace

void benchAssign()
{
    const ServedFleet fleet(40'000); // of which more than half are gateways
    Stage stage(fleet.url());
    const QStringList ids = firstControllerIds(stage, 12'000);
    const DistributionSet set = gatewaySet(stage);
    Assigner assigner(stage.client(), stage.facts().dialect);
    bool isOver = false;
    QObject::connect(&assigner, &Assigner::finished, &assigner, [&] { isOver = true; });
    const double start = nowMs();
    assigner.start({ set, ids, {} });
    untilMs("the assignment", [&] { return isOver; });
    const AssignmentOutcome &outcome = assigner.outcome();
    reportText(u"apply to 12,000 targets"_s,
        u"%1 ms, %2 requests, %3 assigned, %4 already, %5 refused (aim 3 requests)"_s
            .arg(nowMs() - start, 0, 'f', 0)
            .arg(outcome.chunks.size())
            .arg(outcome.assigned())
            .arg(outcome.alreadyAssigned)
            .arg(outcome.hasFailures() ? u"some"_s : u"none"_s));
}

} // namespace falconer
