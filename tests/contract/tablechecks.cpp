// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scenario.h"

#include "models/distributionsetcolumns.h"
#include "models/targetcolumns.h"
#include "models/targetkind.h"
#include "models/targetsets.h"
#include "services/hawkbit/rsql.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

template <typename T, typename List>
void checkSorts(
    Scenario &scenario, const QList<Column<T>> &columns, List list, const QString &filter)
{
    for (const Column<T> &column : columns) {
        if (column.sortKey.isEmpty())
            continue;
        const auto page = scenario.server.ask(
            list({ .sort = { column.sortKey, Qt::DescendingOrder }, .filter = filter }));
        scenario.steps.check(page && page->content.size() == page->total,
            "sorted by the column "_L1 + column.id, seenOf(page));
    }
}

void checkCounts(Scenario &scenario)
{
    const QString filter = scenario.fixture.ofThisRun();
    const auto targets = scenario.server.ask(listTargets({ .filter = filter }));
    const auto isCounted = [&](TargetKind kind, const QString &status) {
        const auto page = scenario.server.ask(listTargets(
            { .limit = 1, .filter = rsqlAnd({ filter, targetKindFilters().at(int(kind)) }) }));
        return page && targets
            && page->total == std::ranges::count(targets->content, status, &Target::updateStatus);
    };
    scenario.steps.check(
        isCounted(TargetKind::Error, u"error"_s), u"the failed targets are counted"_s);
    scenario.steps.check(
        isCounted(TargetKind::Pending, u"pending"_s), u"the pending ones are counted"_s);
    const auto overdue = scenario.server.ask(listTargets({ .limit = 1,
        .filter = rsqlAnd({ filter, targetKindFilters().at(int(TargetKind::Overdue)) }) }));
    scenario.steps.check(overdue && overdue->total == 0, u"and none is overdue"_s, seenOf(overdue));
}

// What the table deduces from actions must be what the server says of each target.
void checkSets(Scenario &scenario)
{
    Conversation &server = scenario.server;
    const auto targets = server.ask(listTargets({ .filter = scenario.fixture.ofThisRun() }));
    if (!scenario.steps.check(targets.has_value(), u"the targets on screen"_s, seenOf(targets)))
        return;
    TargetSets sets(server.client());
    const qint64 sent = server.client().sentCount();
    sets.want(targets->content);
    const bool known = waitUntil([&] {
        return std::ranges::all_of(
            targets->content, [&](const Target &target) { return sets.names(target).has_value(); });
    });
    scenario.steps.check(known && server.client().sentCount() - sent <= 3,
        u"the sets of all targets on screen are found by a few requests"_s,
        QString::number(server.client().sentCount() - sent));
    for (const Target &target : targets->content) {
        const auto installed = server.ask(getInstalledDistributionSet(target.controllerId));
        const TargetSetNames names = sets.names(target).value_or(TargetSetNames());
        const std::optional<qint64> told
            = installed && *installed ? std::optional((*installed)->id) : std::nullopt;
        scenario.steps.check(installed && names.installedId == told,
            "installed on "_L1 + scenario.fixture.shortName(target.controllerId),
            seenOf(installed));
        const auto assigned = server.ask(getAssignedDistributionSet(target.controllerId));
        const bool same = assigned
            && (!names.assignedId || (*assigned && (*assigned)->id == *names.assignedId));
        scenario.steps.check(same,
            "on its way to "_L1 + scenario.fixture.shortName(target.controllerId),
            seenOf(assigned));
    }
}

} // namespace

void checkTables(Scenario &scenario)
{
    static const Clock clock = [] { return QDateTime::currentDateTimeUtc(); };
    const TargetSets sets(scenario.server.client());
    checkSorts(scenario, targetColumns(sets, clock), listTargets, scenario.fixture.ofThisRun());
    checkSorts(scenario, distributionSetColumns(), listDistributionSets,
        "name=="_L1 + scenario.fixture.run + "*"_L1);
    checkCounts(scenario);
    checkSets(scenario);
}

} // namespace falconer
