// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scenario.h"

#include "models/actioncolumns.h"
#include "models/actionkind.h"
#include "models/distributionsetcolumns.h"
#include "models/softwaremodulecolumns.h"
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

// Every kind finds those actions, and no others, whose state says so.
void checkActions(Scenario &scenario, const Clock &clock)
{
    const Dialect &dialect = scenario.facts.dialect;
    const QString ofThisRun = "target."_L1 + scenario.fixture.ofThisRun();
    checkSorts(scenario, actionColumns(dialect, clock), listActions, ofThisRun);
    const auto all = scenario.server.ask(listActions({ .limit = 500, .filter = ofThisRun }));
    const auto total = [&](const QString &kind) -> qint64 {
        const auto page = scenario.server.ask(
            listActions({ .limit = 1, .filter = rsqlAnd({ ofThisRun, kind }) }));
        return page ? page->total : -1;
    };
    const QStringList kinds = actionKindFilters(dialect);
    const auto isFound = [&](ActionKind kind, const QStringList &states) {
        return all
            && total(kinds.at(int(kind)))
            == std::ranges::count_if(all->content, [&](const Action &action) {
                   return states.contains(action.status)
                       && (kind != ActionKind::Running || action.active);
               });
    };
    scenario.steps.check(isFound(ActionKind::Running, { u"running"_s, u"retrieved"_s }),
        u"the running actions are found"_s, seenOf(all));
    scenario.steps.check(
        isFound(ActionKind::Waiting, { u"wait_for_confirmation"_s, u"scheduled"_s })
            && isFound(ActionKind::Canceling, { u"canceling"_s })
            && isFound(ActionKind::Failed, { u"error"_s })
            && isFound(ActionKind::Canceled, { u"canceled"_s })
            && isFound(ActionKind::Finished, { u"finished"_s, u"downloaded"_s }),
        u"and those of every other kind"_s, seenOf(all));
    scenario.steps.check(all
            && total(endedActionsFilter(dialect))
                == std::ranges::count_if(all->content,
                    [](const Action &action) {
                        return !action.active && action.status != u"scheduled";
                    }),
        u"and what has ended"_s, seenOf(all));
    for (const QString &field : actionSearchFields(dialect))
        scenario.steps.check(total(field + "==*x*"_L1) >= 0, "words are sought in "_L1 + field);
    if (dialect.detailedActionStatus)
        scenario.steps.check(total(actionAgeFilter(ActionAge::OverMonth, clock())) == 0,
            u"none of them is a month old"_s);
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
    const QString ofThisRun = "name=="_L1 + scenario.fixture.run + "*"_L1;
    checkSorts(scenario, distributionSetColumns(), listDistributionSets, ofThisRun);
    checkSorts(scenario, softwareModuleColumns(), listSoftwareModules, ofThisRun);
    checkCounts(scenario);
    checkActions(scenario, clock);
    checkSets(scenario);
}

} // namespace falconer
