// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/plan.h"
#include "services/time/utc.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

DistributionSet gatewayOs()
{
    return { .id = 7,
        .name = u"gateway-os"_s,
        .version = u"2.4.0"_s,
        .type = u"os_app"_s,
        .typeName = u"os + app"_s,
        .complete = true };
}

Target target(const QString &id, std::optional<qint64> type = {})
{
    Target result{ .controllerId = id, .name = u"Gateway "_s + id };
    result.targetTypeId = type;
    result.targetTypeName = type ? u"gateway"_s : QString();
    result.lastControllerRequestAt = QDateTime(QDate(2026, 11, 23), QTime(10, 0), inUtc);
    result.pollStatus = PollStatus{ .lastRequestAt = result.lastControllerRequestAt };
    return result;
}

PlanFacts factsFor(const QStringList &ids)
{
    PlanFacts facts{ .set = gatewayOs(), .selected = ids.size() };
    for (const QString &id : ids)
        facts.targets << target(id);
    for (Knowledge &part : facts.parts)
        part = { .state = Knowledge::State::Known, .targets = ids.size() };
    return facts;
}

Action running(const QString &id, const QString &set, qint64 setId, const QString &status)
{
    Action action{ .id = 1, .active = true, .status = status };
    action.controllerId = id;
    action.distributionSet = set;
    action.distributionSetId = setId;
    return action;
}

QString names(const QList<PlanTarget> &targets)
{
    QStringList ids;
    for (const PlanTarget &each : targets)
        ids << each.controllerId;
    return ids.join(u' ');
}

QStringList changes(const Plan &plan)
{
    QStringList lines;
    for (const PlanChange &change : plan.changes) {
        const QString from = change.from == PlanChange::From::Set
            ? u"%1 %2"_s.arg(change.former.name, change.former.version)
            : change.from == PlanChange::From::Nothing ? u"nothing"_s
                                                       : u"unknown"_s;
        lines << u"%1%2: %3"_s.arg(
            from, change.isDowngrade ? u" (down)"_s : QString(), names(change.targets));
    }
    return lines;
}

} // namespace

class tst_plan : public Test {
    Q_OBJECT

private slots:
    void groupsByWhatIsInstalled()
    {
        PlanFacts facts = factsFor({ u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s });
        facts.former = { { u"a"_s, { u"gateway-os"_s, u"2.2.9"_s } },
            { u"b"_s, { u"gateway-os"_s, u"2.3.1"_s } },
            { u"c"_s, { u"gateway-os"_s, u"2.3.1"_s } }, { u"d"_s, {} },
            { u"f"_s, { u"gateway-os"_s, u"2.10.0"_s } } };
        const Plan plan = makePlan(facts);
        QCOMPARE(plan.block, PlanBlock::None);
        QCOMPARE(names(plan.starting), u"a b c d e f"_s);
        QCOMPARE(changes(plan),
            (QStringList{ u"gateway-os 2.3.1: b c"_s, u"gateway-os 2.2.9: a"_s, u"nothing: d"_s,
                u"unknown: e"_s, u"gateway-os 2.10.0 (down): f"_s }));
        QCOMPARE(names(plan.downgrades), u"f"_s);
        QCOMPARE(plan.starting.first().name, u"Gateway a"_s);
    }

    void leavesAloneWhatHasItAssigned()
    {
        PlanFacts facts = factsFor({ u"a"_s, u"b"_s, u"c"_s });
        facts.assigned = { u"a"_s };
        facts.installed = { u"a"_s, u"b"_s };
        facts.running = { running(u"c"_s, u"gateway-os:2.4.0"_s, 7, u"running"_s) };
        const Plan plan = makePlan(facts);
        QCOMPARE(names(plan.alreadyThere), u"a c"_s);
        // Installed, but something else was assigned since: the server makes an action.
        QCOMPARE(names(plan.starting), u"b"_s);
        QCOMPARE(names(plan.reinstalling), u"b"_s);
        QVERIFY(plan.cancellations.isEmpty());
    }

    void tellsWhatGivesWay()
    {
        PlanFacts facts = factsFor({ u"a"_s, u"b"_s, u"c"_s, u"d"_s });
        facts.assigned = { u"d"_s };
        facts.running = { running(u"a"_s, u"camera-hotfix:1.0"_s, 3, u"running"_s),
            running(u"b"_s, u"gateway-os:2.3.1"_s, 6, u"retrieved"_s),
            running(u"c"_s, u"gateway-os:2.3.1"_s, 6, u"canceling"_s),
            running(u"d"_s, u"camera-hotfix:1.0"_s, 3, u"running"_s),
            running(u"elsewhere"_s, u"camera-hotfix:1.0"_s, 3, u"running"_s) };
        const Plan plan = makePlan(facts);
        QCOMPARE(plan.cancelledCount(), 2);
        QCOMPARE(plan.cancellations.at(0).distributionSet, u"camera-hotfix:1.0"_s);
        QCOMPARE(names(plan.cancellations.at(0).targets), u"a"_s);
        QCOMPARE(names(plan.cancellations.at(1).targets), u"b"_s);
    }

    void leavesOutWhatDoesNotTakeTheType()
    {
        PlanFacts facts = factsFor({ u"a"_s });
        facts.targets << target(u"b"_s, 1) << target(u"c"_s, 2) << target(u"d"_s, 3);
        facts.accepted = { { 1, { { .key = u"os"_s, .name = u"OS only"_s } } },
            { 2, { { .key = u"os_app"_s, .name = u"os + app"_s } } } };
        const Plan plan = makePlan(facts);
        QCOMPARE(names(plan.starting), u"a c d"_s);
        QCOMPARE(plan.refusedCount(), 1);
        QCOMPARE(plan.refusals.first().accepted, QStringList{ u"OS only"_s });
        QCOMPARE(names(plan.refusals.first().targets), u"b"_s);
        QCOMPARE(plan.controllerIds(), (QStringList{ u"a"_s, u"c"_s, u"d"_s }));
    }

    void namesTheSilent()
    {
        PlanFacts facts = factsFor({ u"a"_s, u"b"_s, u"c"_s });
        const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), inUtc);
        facts.targets[0].pollStatus = PollStatus{ noon.addSecs(-600), noon.addSecs(-300), true };
        facts.targets[1].pollStatus = PollStatus{ noon.addSecs(-9000), noon.addSecs(-8700), true };
        facts.targets[2].pollStatus = std::nullopt;
        facts.targets[2].lastControllerRequestAt = {};
        const Plan plan = makePlan(facts);
        QCOMPARE(names(plan.overdue), u"a b"_s);
        QCOMPARE(plan.overdueSince, noon.addSecs(-8700));
        QCOMPARE(names(plan.neverPolled), u"c"_s);
    }

    void countsUnknownTargetsUntilTheyAreKnownToBeAbsent()
    {
        PlanFacts facts = factsFor({});
        facts.selected = 2;
        facts.unresolvedIds = { u"a"_s, u"gone"_s };
        QCOMPARE(names(makePlan(facts).starting), u"a gone"_s);
        facts.absentIds = { u"gone"_s };
        QCOMPARE(names(makePlan(facts).starting), u"a"_s);
        QCOMPARE(makePlan(facts).absent, QStringList{ u"gone"_s });
    }

    void blocksWhatCannotBe_data()
    {
        QTest::addColumn<PlanFacts>("facts");
        QTest::addColumn<PlanBlock>("block");
        const auto row = [](const char *name, PlanBlock block, auto change) {
            PlanFacts facts = factsFor({ u"a"_s });
            change(facts);
            QTest::newRow(name) << facts << block;
        };
        row("nothing is wrong", PlanBlock::None, [](PlanFacts &) {});
        row("incomplete", PlanBlock::SetIncomplete, [](PlanFacts &f) { f.set.complete = false; });
        row("invalid", PlanBlock::SetInvalid, [](PlanFacts &f) { f.set.valid = false; });
        row("deleted", PlanBlock::SetDeleted, [](PlanFacts &f) { f.set.deleted = true; });
        row("gone", PlanBlock::SetDeleted, [](PlanFacts &f) { f.setGone = true; });
        row("no right", PlanBlock::NotPermitted, [](PlanFacts &f) { f.mayAssign = false; });
        row("too many", PlanBlock::TooMany, [](PlanFacts &f) { f.selected = 50'001; });
        row("all have it", PlanBlock::NoTargets, [](PlanFacts &f) { f.assigned = { u"a"_s }; });
        row("still counting", PlanBlock::StillCounting, [](PlanFacts &f) {
            f.byFilter = true;
            f.part(PlanPart::Targets) = {};
        });
        row("unreachable", PlanBlock::Unreachable, [](PlanFacts &f) {
            f.byFilter = true;
            f.part(PlanPart::Targets).state = Knowledge::State::Failed;
        });
        // Known rows are known: only a filter has to be walked first.
        row("rows while gathering", PlanBlock::None,
            [](PlanFacts &f) { f.part(PlanPart::Actions) = {}; });
    }

    void blocksWhatCannotBe()
    {
        QFETCH(PlanFacts, facts);
        QTEST(makePlan(facts).block, "block");
    }

    void saysWhatIsNotKnownYet()
    {
        PlanFacts facts = factsFor({ u"a"_s });
        QVERIFY(makePlan(facts).isComplete());
        facts.part(PlanPart::Actions) = { .state = Knowledge::State::Failed };
        QVERIFY(makePlan(facts).isComplete());
        facts.part(PlanPart::Installed) = {};
        const Plan plan = makePlan(facts);
        QVERIFY(!plan.isComplete());
        QCOMPARE(plan.part(PlanPart::Actions).state, Knowledge::State::Failed);
        QVERIFY(plan.part(PlanPart::Set).isKnown());
    }
};

FALCONER_TEST(tst_plan)
#include "tst_plan.moc"
