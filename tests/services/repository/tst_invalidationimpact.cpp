// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/invalidationimpact.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_invalidationimpact : public Test {
    Q_OBJECT

private slots:
    void countsWhatIsNotOver()
    {
        const DistributionSetStatistics statistics{
            .actions = { { u"RUNNING"_s, 3 }, { u"CANCELING"_s, 2 }, { u"FINISHED"_s, 40 },
                { u"ERROR"_s, 5 }, { u"CANCELED"_s, 6 }, { u"total"_s, 56 } },
            .rollouts
            = { { u"RUNNING"_s, 1 }, { u"PAUSED"_s, 2 }, { u"FINISHED"_s, 9 }, { u"total"_s, 12 } },
            .autoAssignments = 4,
        };
        const InvalidationImpact impact = invalidationImpact(statistics, std::nullopt);
        QCOMPARE(impact.runningActions, 5);
        QCOMPARE(impact.canceling, 2);
        QCOMPARE(impact.rollouts, 3);
        QCOMPARE(impact.autoAssignments, 4);
        // The list of actions knows better.
        QCOMPARE(invalidationImpact(statistics, 4).runningActions, 4);
    }

    void leavesOpenWhatIsNotKnown()
    {
        QCOMPARE(invalidationImpact(std::nullopt, 7), InvalidationImpact{ .runningActions = 7 });
        QCOMPARE(invalidationImpact(std::nullopt, std::nullopt), InvalidationImpact());
    }

    void asksTheServer()
    {
        SimulatedClient stage;
        const qint64 set = stage.bench.gatewayOs();
        stage.bench.assign(set);
        stage.bench.manage("POST", "targetfilters",
            QJsonObject{ { u"name"_s, u"all"_s }, { u"query"_s, u"controllerid==*"_s } });
        const qint64 filter = stage.read("targetfilters")[u"content"_s][0][u"id"_s].toInteger();
        stage.bench.manage("POST", "targetfilters/" + QByteArray::number(filter) + "/autoAssignDS",
            QJsonObject{ { u"id"_s, set } });
        InvalidationGatherer gatherer;
        std::optional<InvalidationImpact> impact;
        gatherer.start(
            stage.client, {}, set, [&](const InvalidationImpact &answer) { impact = answer; });
        QTRY_VERIFY(impact);
        QCOMPARE(*impact,
            (InvalidationImpact{
                .runningActions = 1, .canceling = 0, .rollouts = 0, .autoAssignments = 1 }));
        QCOMPARE(stage.client.sentCount(), 2);
    }

    // Before 0.3.0M9 there are no statistics.
    void livesWithoutStatistics()
    {
        ScriptedServer server([](const HeardRequest &request) {
            return request.target.contains("/statistics")
                ? httpAnswer(404)
                : httpAnswer(200, R"({"content":[],"total":12})");
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        InvalidationGatherer gatherer;
        std::optional<InvalidationImpact> impact;
        gatherer.start(client, { .detailedActionStatus = false }, 7,
            [&](const InvalidationImpact &answer) { impact = answer; });
        QTRY_VERIFY(impact);
        QCOMPARE(*impact, InvalidationImpact{ .runningActions = 12 });
        QVERIFY(server.lines().join().contains("status%3D%3Dpending"));
    }
};

FALCONER_TEST(tst_invalidationimpact)
#include "tst_invalidationimpact.moc"
