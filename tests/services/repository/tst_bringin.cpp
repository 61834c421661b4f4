// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/bringinfacts.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

BringInModule module(const QString &name, const QString &version, const QStringList &paths)
{
    return { .name = name, .version = version, .type = u"os"_s, .paths = paths };
}

SoftwareModule known(
    qint64 id, const QString &name, const QString &version, const QString &type = u"os"_s)
{
    return { .id = id, .name = name, .version = version, .type = type };
}

QString textOf(const QList<BringInStep> &steps)
{
    QStringList texts;
    for (const BringInStep &step : steps) {
        switch (step.kind) {
        case BringInStep::Kind::CreateModule:
            texts << u"module %1"_s.arg(step.module);
            break;
        case BringInStep::Kind::CreateSet:
            texts << u"set"_s;
            break;
        case BringInStep::Kind::QueueFile:
            texts << u"file %1.%2"_s.arg(step.module).arg(step.file);
            break;
        }
    }
    return texts.join(u", "_s);
}

SetTypeRules rules(const QString &key, const QStringList &mandatory, const QStringList &optional)
{
    SetTypeRules rules{ .type = { .key = key } };
    for (const QString &type : mandatory)
        rules.mandatory << SoftwareModuleType{ .key = type };
    for (const QString &type : optional)
        rules.optional << SoftwareModuleType{ .key = type };
    return rules;
}

} // namespace

class tst_bringin : public Test {
    Q_OBJECT

    using Kind = BringInFault::Kind;

    static std::optional<BringInFault> fault(Kind kind, int module = -1)
    {
        return BringInFault{ kind, module };
    }

private slots:
    void whatCanBeRefusedComesFirst()
    {
        BringIn plan{ .modules = { module(u"a"_s, u"1"_s, { u"/a"_s, u"/b"_s }),
                          module(u"b"_s, u"1"_s, { u"/c"_s }) } };
        QCOMPARE(textOf(stepsOf(plan)), u"module 0, module 1, file 0.0, file 0.1, file 1.0"_s);
        plan.set = BringInSet{};
        plan.modules[0].existingId = 7; // is there
        QCOMPARE(textOf(stepsOf(plan)), u"module 1, set, file 0.0, file 0.1, file 1.0"_s);
        QVERIFY(stepsOf({}).isEmpty());
    }

    void faultsAreFound()
    {
        const BringInModule good = module(u"a"_s, u"1"_s, { u"/x/a"_s });
        QVERIFY(!faultOf({ .modules = { good } }, {}));
        QCOMPARE(faultOf({}, {}), fault(Kind::NothingToDo));
        BringInModule bad = good;
        bad.name.clear();
        QCOMPARE(faultOf({ .modules = { good, bad } }, {}), fault(Kind::ModuleName, 1));
        bad = good;
        bad.version.clear();
        QCOMPARE(faultOf({ .modules = { bad } }, {}), fault(Kind::ModuleVersion, 0));
        bad = good;
        bad.type.clear();
        QCOMPARE(faultOf({ .modules = { bad } }, {}), fault(Kind::ModuleType, 0));
        bad.existingId = 3; // what is there has one
        QVERIFY(!faultOf({ .modules = { bad } }, {}));
        QCOMPARE(faultOf({ .modules = { good, good } }, {}), fault(Kind::SameModule, 1));
        BringInModule other = good;
        other.type = u"application"_s; // another module to hawkBit
        QVERIFY(!faultOf({ .modules = { good, other } }, {}));
        QCOMPARE(faultOf({ .modules = { module(u"a"_s, u"1"_s, { u"/x/a"_s, u"/y/a"_s }) } }, {}),
            fault(Kind::SameFile, 0));
    }

    void faultsOfTheSetAreFound()
    {
        BringIn plan{ .modules = { module(u"a"_s, u"1"_s, { u"/a"_s }) },
            .set = BringInSet{ .name = u"s"_s, .version = u"1"_s, .type = u"os"_s } };
        QVERIFY(!faultOf(plan, {}));
        plan.set->type.clear();
        QCOMPARE(faultOf(plan, {}), fault(Kind::SetType));
        plan.set->version.clear();
        QCOMPARE(faultOf(plan, {}), fault(Kind::SetVersion));
        plan.set->name.clear();
        QCOMPARE(faultOf(plan, {}), fault(Kind::SetName));
    }

    void theTypeOfTheSetMustTakeThem()
    {
        const QList<SetTypeRules> types{ rules(u"one"_s, { u"os"_s }, {}) };
        const BringInModule os = module(u"a"_s, u"1"_s, { u"/a"_s });
        BringIn plan{ .modules = { os },
            .set = BringInSet{ .name = u"s"_s, .version = u"1"_s, .type = u"one"_s } };
        QVERIFY(!faultOf(plan, types));
        plan.modules << module(u"b"_s, u"1"_s, { u"/b"_s });
        QCOMPARE(faultOf(plan, types), fault(Kind::SetNoRoom, 1));
        plan.modules = { os };
        plan.set->otherTypes = { u"os"_s };
        QCOMPARE(faultOf(plan, types), fault(Kind::SetNoRoom, 0));
        plan.set->otherTypes.clear();
        plan.modules[0].type = u"application"_s;
        QCOMPARE(faultOf(plan, types), fault(Kind::SetForeign, 0));
        plan.set->type = u"unknown"_s; // the server judges
        QVERIFY(!faultOf(plan, types));
        // Two need a type that takes two.
        QList<SetTypeRules> wide = types;
        wide[0].mandatory[0].maxAssignments = 2;
        const QList<BringInModule> two{ os, os };
        QCOMPARE(fittingSetType(types, two), QString());
        QCOMPARE(fittingSetType(wide, two), u"one"_s);
    }

    // Where none can, no choice of a type helps: it is said why.
    void whyNoTypeTakesThem()
    {
        const QList<SetTypeRules> types{ rules(u"one"_s, { u"os"_s }, {}),
            rules(u"two"_s, {}, { u"application"_s }) };
        const BringInModule os = module(u"a"_s, u"1"_s, { u"/a"_s });
        BringInModule other = module(u"b"_s, u"1"_s, { u"/b"_s });
        BringIn plan{ .modules = { os, other },
            .set = BringInSet{ .name = u"s"_s, .version = u"1"_s } };
        QCOMPARE(faultOf(plan, types), fault(Kind::SetTypeNoRoom, 1));
        plan.modules[1].type = u"application"_s;
        QCOMPARE(faultOf(plan, types), fault(Kind::SetTypeNone));
        plan.modules[1].type = u"bundle"_s;
        QCOMPARE(faultOf(plan, types), fault(Kind::SetTypeNoPlace, 1));
        plan.modules = { os };
        QCOMPARE(faultOf(plan, types), fault(Kind::SetType)); // there is one to be chosen
        QVERIFY(!fitFaultOf(plan, types));
    }

    // What fits does not change with what is typed later.
    void aFitIsKnownBeforeAllIsTyped()
    {
        const QList<SetTypeRules> types{ rules(u"one"_s, { u"os"_s }, {}) };
        BringIn plan{ .modules
            = { module(u"a"_s, {}, { u"/a"_s }), module(u"b"_s, {}, { u"/b"_s }) },
            .set = BringInSet{ .type = u"one"_s } };
        QCOMPARE(faultOf(plan, types), fault(Kind::ModuleVersion, 0));
        QCOMPARE(fitFaultOf(plan, types), fault(Kind::SetNoRoom, 1));
        plan.modules[1].type.clear(); // still to be chosen
        QVERIFY(!fitFaultOf(plan, types));
        plan.set.reset();
        QVERIFY(!fitFaultOf(plan, types));
    }

    void theNextVersionKeepsTheOtherModules()
    {
        const DistributionSet former{ .id = 1,
            .name = u"gateway"_s,
            .version = u"1.0"_s,
            .description = u"for gateways"_s,
            .type = u"os_app"_s,
            .requiredMigrationStep = true,
            .modules = { known(1, u"os"_s, u"1.0"_s), known(2, u"app"_s, u"3.0"_s),
                known(3, u"os"_s, u"1.0"_s, u"application"_s) } };
        const BringInSet next
            = nextVersionOf(former, u"1.1"_s, { module(u"os"_s, u"1.1"_s, { u"/os"_s }) });
        QCOMPARE(next.otherModules, QList<qint64>({ 2, 3 }));
        QCOMPARE(next.otherTypes, QStringList({ u"os"_s, u"application"_s }));
        QCOMPARE(next.name, u"gateway"_s);
        QCOMPARE(next.version, u"1.1"_s);
        QCOMPARE(next.type, u"os_app"_s);
        QCOMPARE(next.description, u"for gateways"_s);
        QVERIFY(next.requiredMigrationStep);
        // Into one that it has: not twice.
        BringInModule existing = module(u"app"_s, u"3.0"_s, { u"/app"_s });
        existing.existingId = 2;
        QCOMPARE(nextVersionOf(former, u"2"_s, { existing }).otherModules, QList<qint64>({ 1, 3 }));
    }

    void theNextVersionIsCalledAsItWasUsed()
    {
        const QList<BringInModule> brought{ module(u"os"_s, u"2.5"_s, { u"/os"_s }) };
        DistributionSet former{ .version = u"2.4"_s, .modules = { known(1, u"os"_s, u"2.4"_s) } };
        QCOMPARE(nextSetVersion(former, brought), u"2.5"_s); // it was called like its module
        former.version = u"7"_s;
        QCOMPARE(nextSetVersion(former, brought), u"8"_s);
    }

    void formerSetsAreTheNewestOfTheirNames()
    {
        const auto set = [](qint64 id, const QString &name, const QString &moduleName) {
            return DistributionSet{ .id = id,
                .name = name,
                .version = QString::number(id),
                .modules = { known(id * 10, moduleName, u"1"_s) } };
        };
        BringInFacts facts{ .sets = { set(4, u"gone"_s, u"os"_s), set(3, u"a"_s, u"os"_s),
                                set(2, u"b"_s, u"other"_s), set(1, u"a"_s, u"os"_s) } };
        facts.sets[0].deleted = true;
        const QList<DistributionSet> former
            = formerSets(facts, { module(u"os"_s, u"2"_s, { u"/os"_s }) });
        QCOMPARE(former.size(), 1);
        QCOMPARE(former[0].id, 3);
        QVERIFY(formerSets(facts, { module(u"new"_s, u"2"_s, {}) }).isEmpty());
        BringInModule existing = module(u"os"_s, u"2"_s, {});
        existing.existingId = 9;
        QVERIFY(formerSets(facts, { existing }).isEmpty()); // nothing new
        const QList<DistributionSet> two
            = formerSets(facts, { module(u"other"_s, u"2"_s, {}), module(u"os"_s, u"2"_s, {}) });
        QCOMPARE(two.size(), 2);
        QCOMPARE(two[0].name, u"b"_s); // of the first module first
    }

    void modulesThatAreThereAreFound()
    {
        BringInFacts facts{ .modules = { known(1, u"a"_s, u"1"_s), known(2, u"a"_s, u"2"_s) } };
        facts.modules[1].deleted = true;
        QCOMPARE(findModule(facts, u"a"_s, u"1"_s, u"os"_s)->id, 1);
        QCOMPARE(findModule(facts, u"a"_s, u"1"_s, {})->id, 1);
        QVERIFY(findModule(facts, u"a"_s, u"1"_s, u"application"_s) == nullptr);
        QVERIFY(findModule(facts, u"a"_s, u"2"_s, u"os"_s) == nullptr); // only hidden
    }

    void setTypesFit()
    {
        const QList<SetTypeRules> types{ rules(u"os_app"_s, { u"os"_s }, { u"application"_s }),
            rules(u"both"_s, { u"os"_s, u"application"_s }, {}),
            rules(u"app"_s, { u"application"_s }, {}) };
        const BringInModule os = module(u"a"_s, u"1"_s, {});
        BringInModule app = os;
        app.type = u"application"_s;
        QCOMPARE(fittingSetType(types, { os }), u"os_app"_s);
        QCOMPARE(fittingSetType(types, { app }), u"app"_s);
        QCOMPARE(fittingSetType({ types[1] }, { os }), u"both"_s); // incomplete, but has a place
        QCOMPARE(fittingSetType({ types[2] }, { os }), QString());
    }
};

FALCONER_TEST(tst_bringin)
#include "tst_bringin.moc"
