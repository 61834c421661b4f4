// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/plangatherer.h"
#include "tests/support/scriptedfleet.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Bench {
    explicit Bench(const ServerFacts &facts = {})
        : client({ .server = fleet.server.url(), .retryDelays = {}, .useSystemProxy = false })
        , gatherer(client, facts)
    {
    }

    // Every third on 2.2.9, the others on 2.3.1; the first has the set, the second runs something.
    void fill(int count)
    {
        for (int i = 0; i < count; ++i) {
            fleet.rows.insert(u"berlin-gw-%1"_s.arg(i, 5, 10, QChar(u'0')),
                { .installed = i % 3 == 0 ? u"2.2.9"_s : u"2.3.1"_s, .type = 1 });
        }
        fleet.rows[u"berlin-gw-00000"_s] = { .installed = u"2.4.0"_s, .assigned = true, .type = 1 };
        fleet.rows[u"berlin-gw-00001"_s].running = u"camera-hotfix:1.0"_s;
    }
    void gather(const TargetSelection &selection)
    {
        gatherer.gather(ScriptedFleet::set(), selection);
        QTRY_VERIFY_WITH_TIMEOUT(gatherer.plan().isComplete(), 20'000);
    }
    const Plan &plan() const { return gatherer.plan(); }

    QStringList questions(const QByteArray &path) const
    {
        QStringList questions;
        for (const HeardRequest &request : fleet.server.heard()) {
            if (request.target.startsWith(QByteArray(path + '?')))
                questions << QUrl::fromPercentEncoding(request.target);
        }
        return questions;
    }
    bool askedForOneTarget() const
    {
        for (const HeardRequest &request : fleet.server.heard()) {
            if (request.target.startsWith("/rest/v1/targets/"))
                return true;
        }
        return false;
    }

    ScriptedFleet fleet;
    Client client;
    PlanGatherer gatherer;
};

QStringList changesOf(const Plan &plan)
{
    QStringList changes;
    for (const PlanChange &change : plan.changes)
        changes << u"%1 %2"_s.arg(change.former.version).arg(change.targets.size());
    return changes;
}

} // namespace

class tst_plangatherer : public Test {
    Q_OBJECT

private slots:
    void gathersForTwelve()
    {
        Bench bench;
        bench.fill(12);
        bench.gather({ .controllerIds = bench.fleet.rows.keys() });
        QCOMPARE(bench.plan().block, PlanBlock::None);
        QCOMPARE(bench.plan().starting.size(), 11);
        QCOMPARE(changesOf(bench.plan()), QStringList({ u"2.3.1 8"_s, u"2.2.9 3"_s }));
        QCOMPARE(bench.plan().alreadyThere.size(), 1);
        QCOMPARE(bench.plan().cancelledCount(), 1);
        QCOMPARE(bench.plan().cancellations.first().distributionSet, u"camera-hotfix:1.0"_s);
        // Set, targets, assigned, actions, types; versions and three questions about them.
        QVERIFY2(bench.fleet.server.heard().size() <= 10,
            qPrintable(QString::number(bench.fleet.server.heard().size())));
        QVERIFY(!bench.askedForOneTarget());
        QCOMPARE(bench.fleet.linesOf("GET"), bench.fleet.server.lines());
    }

    void gathersForFiveThousand()
    {
        Bench bench;
        bench.fill(5'000);
        bench.gather({ .controllerIds = bench.fleet.rows.keys() });
        QCOMPARE(bench.plan().starting.size(), 4'999);
        QCOMPARE(changesOf(bench.plan()), QStringList({ u"2.3.1 3333"_s, u"2.2.9 1666"_s }));
        QCOMPARE(bench.plan().cancelledCount(), 1);
        QCOMPARE(bench.plan().part(PlanPart::Actions).targets, 5'000);
        QVERIFY2(bench.fleet.server.heard().size() <= 150,
            qPrintable(QString::number(bench.fleet.server.heard().size())));
        QVERIFY(!bench.askedForOneTarget());
    }

    // "Select all" stays a query: the filter itself is asked with, not the ids of its matches.
    void gathersForEverythingThatMatches()
    {
        Bench bench;
        bench.fill(12);
        bench.gather({ .filter = u"name==berlin*"_s });
        QCOMPARE(bench.plan().selected, 12);
        QCOMPARE(bench.plan().starting.size(), 11);
        QCOMPARE(changesOf(bench.plan()), QStringList({ u"2.3.1 8"_s, u"2.2.9 3"_s }));
        QCOMPARE(bench.plan().cancelledCount(), 1);
        for (const QString &question : bench.questions("/rest/v1/targets")) {
            QVERIFY2(question.contains(u"name==berlin*"_s), qPrintable(question));
            QVERIFY2(!question.contains(u"controllerid"_s), qPrintable(question));
        }
    }

    void anEmptyFilterIsEveryTarget()
    {
        Bench bench;
        bench.fill(3);
        bench.gather({ .filter = QString() });
        QCOMPARE(bench.plan().selected, 3);
        QCOMPARE(bench.plan().controllerIds().size(), 2);
    }

    void looksCloselyAtFiveThousandOnly()
    {
        Bench bench;
        bench.fill(6'000);
        bench.gather({ .filter = QString() });
        QCOMPARE(bench.plan().selected, 6'000);
        QCOMPARE(bench.plan().starting.size(), 5'999);
        QCOMPARE(bench.plan().part(PlanPart::Targets).targets, 6'000);
        for (const PlanPart part : { PlanPart::Assigned, PlanPart::Installed, PlanPart::Actions })
            QCOMPARE(bench.plan().part(part).targets, 5'000);
    }

    void doesNotReadAMillion()
    {
        Bench bench;
        bench.fill(3);
        bench.fleet.before = [](const HeardRequest &request) {
            const bool isOfAll = request.target.startsWith("/rest/v1/targets?")
                && !request.target.contains("controllerid");
            return isOfAll ? std::optional(httpAnswer(200,
                       R"({"content":[{"controllerId":"a","name":"a","updateStatus":"unknown"}],)"
                       R"("size":1,"total":1000000})"))
                           : std::nullopt;
        };
        bench.gather({ .filter = QString() });
        QCOMPARE(bench.plan().block, PlanBlock::TooMany);
        QCOMPARE(bench.plan().selected, 1'000'000);
        QVERIFY(bench.fleet.server.heard().size() <= 10);
    }

    void aFailedPartLeavesTheOthers_data()
    {
        QTest::addColumn<PlanPart>("part");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("word"); // of the query
        QTest::newRow("set") << PlanPart::Set << QByteArray("/rest/v1/distributionsets/7")
                             << QByteArray();
        QTest::newRow("actions") << PlanPart::Actions << QByteArray("/rest/v1/actions")
                                 << QByteArray();
        QTest::newRow("assigned") << PlanPart::Assigned << QByteArray("/rest/v1/targets")
                                  << QByteArray("assignedds");
        QTest::newRow("installed")
            << PlanPart::Installed << QByteArray("/rest/v1/targets") << QByteArray("installedds");
        QTest::newRow("types") << PlanPart::Compatibility << QByteArray("/rest/v1/targettypes")
                               << QByteArray();
    }

    void aFailedPartLeavesTheOthers()
    {
        QFETCH(PlanPart, part);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, word);
        Bench bench;
        bench.fill(5);
        bench.fleet.before = [&](const HeardRequest &request) {
            return request.target.startsWith(path) && request.target.contains(word)
                ? std::optional(httpAnswer(500))
                : std::nullopt;
        };
        bench.gather({ .controllerIds = bench.fleet.rows.keys() });
        for (int i = 0; i < planPartCount; ++i) {
            QCOMPARE(bench.plan().parts[i].state,
                i == int(part) ? Knowledge::State::Failed : Knowledge::State::Known);
        }
        QCOMPARE(bench.plan().part(part).error.kind, ErrorKind::Server);
        QCOMPARE(bench.plan().block, PlanBlock::None);
        QVERIFY(bench.plan().starting.size() >= 4);
    }

    void aFilterThatCannotBeReadBlocks()
    {
        Bench bench;
        bench.fleet.before = [](const HeardRequest &request) {
            return request.target.startsWith("/rest/v1/targets") ? std::optional(httpAnswer(500))
                                                                 : std::nullopt;
        };
        bench.gather({ .filter = QString() });
        QCOMPARE(bench.plan().block, PlanBlock::Unreachable);
        QVERIFY(bench.plan().starting.isEmpty());
    }

    void tellsIdsThatTheServerDoesNotKnow()
    {
        Bench bench;
        bench.fill(3);
        QStringList ids{ u"gone"_s };
        for (auto it = bench.fleet.rows.keyBegin(); it != bench.fleet.rows.keyEnd(); ++it)
            ids << *it;
        bench.gather({ .controllerIds = ids });
        QCOMPARE(bench.plan().absent, { u"gone"_s });
        QVERIFY(!bench.plan().controllerIds().contains(u"gone"_s));
    }

    void speaksTheOlderDialect()
    {
        Bench bench({ .dialect = { .detailedActionStatus = false } });
        bench.fill(3);
        bench.gather({ .controllerIds = bench.fleet.rows.keys() });
        const QStringList questions = bench.questions("/rest/v1/actions");
        QCOMPARE(questions.size(), 1);
        QVERIFY(questions.first().contains(u"status==pending"_s));
        QVERIFY(!questions.first().contains(u"active"_s));
        QCOMPARE(bench.plan().cancelledCount(), 1);
    }

    void aNewPlanDropsTheFormer()
    {
        Bench bench;
        bench.fill(12);
        bench.gatherer.gather(ScriptedFleet::set(), { .filter = QString() });
        bench.gather({ .controllerIds = { u"berlin-gw-00002"_s } });
        QCOMPARE(bench.plan().controllerIds(), { u"berlin-gw-00002"_s });
        QCOMPARE(bench.plan().selected, 1);
        QSignalSpy changed(&bench.gatherer, &PlanGatherer::changed);
        bench.gatherer.gather(ScriptedFleet::set(), { .filter = QString() });
        bench.gatherer.stop();
        QVERIFY(!changed.wait(200));
    }
};

FALCONER_TEST(tst_plangatherer)
#include "tst_plangatherer.moc"
