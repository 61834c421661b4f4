// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scenario.h"

#include "services/hawkbit/rsql.h"
#include "services/hawkbit/targets.h"
#include "tests/contract/fixturerequests.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const QList<Target> &targets)
{
    QStringList ids;
    for (const Target &target : targets)
        ids << target.controllerId;
    return ids;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

void checkPages(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const QString filter = scenario.fixture.ofThisRun();
    const QStringList all = sorted(scenario.fixture.allTargets());
    const auto list
        = [&](const ListQuery &query) { return scenario.server.ask(listTargets(query)); };
    const auto page = list({ .limit = 5, .filter = filter });
    steps.check(page && page->content.size() == 5 && page->total == all.size(),
        u"a page of targets knows how many there are"_s, seenOf(page));
    const auto beyond = list({ .offset = 1000, .limit = 5, .filter = filter });
    steps.check(beyond && beyond->content.isEmpty() && beyond->total == all.size(),
        u"a page beyond the end is empty and knows the total"_s, seenOf(beyond));
    const auto up = list({ .sort = { u"controllerid"_s, Qt::AscendingOrder }, .filter = filter });
    steps.check(up && idsOf(up->content) == all, u"sorted by controller id, upwards"_s,
        up ? idsOf(up->content).join(u' ') : seenOf(up));
    const auto down
        = list({ .sort = { u"controllerid"_s, Qt::DescendingOrder }, .filter = filter });
    steps.check(down
            && std::equal(all.rbegin(), all.rend(), down->content.begin(), down->content.end(),
                [](const QString &id, const Target &target) { return target.controllerId == id; }),
        u"sorted by controller id, downwards"_s, seenOf(down));
}

// A third of the targets share a name: only the id behind it keeps the pages apart.
void checkWalk(Scenario &scenario, Qt::SortOrder order, const QString &what)
{
    const auto rows = scenario.server.walk<Target>(listTargets,
        { .limit = 4, .sort = { u"name"_s, order }, .filter = scenario.fixture.ofThisRun() });
    if (!scenario.steps.check(rows.has_value(), what, seenOf(rows)))
        return;
    scenario.steps.check(
        sorted(idsOf(*rows)) == sorted(scenario.fixture.allTargets()), what + ": each row once"_L1);
    const auto inOrder = [order](const Target &a, const Target &b) {
        return order == Qt::AscendingOrder ? a.name < b.name : b.name < a.name;
    };
    scenario.steps.check(
        std::is_sorted(rows->begin(), rows->end(), inOrder), what + ": in order"_L1);
}

void checkFilters(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const Fixture &fixture = scenario.fixture;
    const auto idsFor = [&](const QString &filter) {
        const auto page = scenario.server.ask(listTargets({ .filter = filter }));
        return page ? sorted(idsOf(page->content)) : QStringList(seenOf(page));
    };
    const QStringList fields{ u"controllerid"_s, u"name"_s };
    const QStringList pumps = idsFor(plainWordsToRsql(fixture.run + " pUMp"_L1, fields));
    steps.check(pumps
            == sorted({ fixture.target(2), fixture.target(5), fixture.target(8), fixture.target(11),
                fixture.typedTarget }),
        u"words are found in several fields, whatever their case"_s, pumps.join(u' '));
    const QStringList odd = idsFor(plainWordsToRsql('"'_L1 + fixture.oddTarget + '"'_L1, fields));
    steps.check(odd == QStringList(fixture.oddTarget),
        u"an id with + # ? & and an umlaut is found by its text"_s, odd.join(u' '));
    const QStringList some = sorted({ fixture.target(3), fixture.oddTarget });
    const QStringList found = idsFor(rsqlIn(u"controllerid"_s, some).join(u','));
    steps.check(found == some, u"targets are found by a list of ids"_s, found.join(u' '));
    const QStringList fresh = idsFor(rsqlAnd({ fixture.ofThisRun(), u"updatestatus==unknown"_s }));
    steps.check(fresh == sorted(fixture.allTargets()), u"new targets are unknown"_s);
    steps.check(idsFor(rsqlAnd({ fixture.ofThisRun(), "tag=="_L1 + fixture.run }))
            == QStringList(fixture.oddTarget),
        u"targets are found by a tag"_s);
}

// As many ids as one address holds, of those that grow most by being encoded.
void checkLongFilters(Scenario &scenario)
{
    QStringList ids{ scenario.fixture.oddTarget };
    for (int number = 0; number < 400; ++number)
        ids << scenario.fixture.unknownTarget + u"-ü&?-"_s + QString::number(number);
    const QStringList parts = rsqlIn(u"controllerid"_s, ids);
    QStringList found;
    QString problem;
    for (const QString &part : parts) {
        const auto page = scenario.server.ask(listTargets({ .filter = part }));
        if (page)
            found << idsOf(page->content);
        else
            problem = seenOf(page);
    }
    scenario.steps.check(parts.size() > 1 && problem.isEmpty() && found == ids.mid(0, 1),
        u"filters as long as an address may be are taken"_s, problem + found.join(u' '));
}

void checkBadQueries(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const auto list
        = [&](const ListQuery &query) { return scenario.server.ask(listTargets(query)); };
    const auto grammar = list({ .filter = u"name=="_s });
    steps.check(isRefused(grammar, ErrorKind::Invalid, 400, "rest.param.rsqlParamSyntax"_L1),
        u"a filter that is no RSQL is refused with its code"_s, seenOf(grammar));
    const auto field = list({ .filter = u"colour==red"_s });
    steps.check(isRefused(field, ErrorKind::Invalid, 400, "rest.param.rsqlInvalidField"_L1),
        u"a filter by an unknown field is refused with its code"_s, seenOf(field));
    const auto sort = list({ .sort = { u"colour"_s } });
    steps.check(isRefused(sort, ErrorKind::Invalid, 400, "rest.param.invalidField"_L1),
        u"a sort by an unknown field is refused with its code"_s, seenOf(sort));
}

void checkConditional(Scenario &scenario)
{
    Steps &steps = scenario.steps;
    const auto request = listTargets({ .filter = scenario.fixture.ofThisRun() });
    const auto fresh = [&](const QByteArray &etag) {
        return scenario.server.await<Client::Fresh<Page<Target>>>([&](auto done) {
            return scenario.server.client().sendIfChanged(request, etag, std::move(done));
        });
    };
    const auto first = fresh({});
    if (!steps.check(first && first->value && !first->etag.isEmpty(),
            u"a list comes with its ETag"_s, seenOf(first)))
        return;
    const auto second = fresh(first->etag);
    steps.check(
        second && !second->value, u"what has not changed is not sent again"_s, seenOf(second));
    const auto written = scenario.server.ask(
        describeTarget(scenario.fixture.target(12), u"another description"_s));
    const auto third = fresh(first->etag);
    steps.check(
        written && third && third->value, u"what has changed is sent again"_s, seenOf(third));
}

} // namespace

void checkTargets(Scenario &scenario)
{
    checkPages(scenario);
    checkWalk(scenario, Qt::AscendingOrder, u"all pages by name, upwards"_s);
    checkWalk(scenario, Qt::DescendingOrder, u"all pages by name, downwards"_s);
    checkFilters(scenario);
    checkLongFilters(scenario);
    checkBadQueries(scenario);
    checkConditional(scenario);
}

} // namespace falconer
