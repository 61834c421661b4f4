// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/distributionsets.h"
#include "services/repository/selecteditems.h"
#include "services/repository/setfates.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_selecteditems : public Test {
    Q_OBJECT

    using Sets = SelectedItems<DistributionSet>;

    static Result<Sets::Found> find(Client &client, const ItemSelection<DistributionSet> &selection)
    {
        Sets finder;
        std::optional<Result<Sets::Found>> answer;
        finder.find(client, selection, listDistributionSets,
            [&](const Result<Sets::Found> &found) { answer = found; });
        if (answer || !QTest::qWaitFor([&] { return answer.has_value(); }))
            qFatal("no answer");
        return *answer;
    }
    static QList<qint64> idsOf(const QList<DistributionSet> &sets)
    {
        QList<qint64> ids;
        for (const DistributionSet &set : sets)
            ids << set.id;
        std::ranges::sort(ids);
        return ids;
    }

private slots:
    void readsThoseNotAtHand()
    {
        SimulatedClient stage;
        const qint64 other = stage.bench.setOf(DemoProduct::GatewayOs, u"2.3.1"_s);
        const auto found = find(stage.client,
            { .items = { { .id = stage.bench.gatewayOs() } }, .ids = { other }, .count = 2 });
        QCOMPARE(idsOf(found->items),
            QList<qint64>({ std::min(other, stage.bench.gatewayOs()),
                std::max(other, stage.bench.gatewayOs()) }));
        QVERIFY(!found->limited);
    }

    void readsAllThatMatchButSome()
    {
        SimulatedClient stage;
        const ItemSelection<DistributionSet> selection{ .filter = u"name==gateway-os"_s,
            .excluded = { stage.bench.gatewayOs() } };
        const auto found = find(stage.client, selection);
        QVERIFY(found->items.size() > 2);
        for (const DistributionSet &set : found->items)
            QVERIFY(set.name == u"gateway-os" && set.id != stage.bench.gatewayOs());
    }

    void takesNoMoreThanItsLimit()
    {
        ScriptedServer server([](const HeardRequest &) {
            QByteArrayList sets;
            for (int i = 0; i < 500; ++i)
                sets << R"({"id":1,"name":"a","version":"2","type":"os","complete":true})";
            return httpAnswer(200, R"({"total":5000,"content":[)" + sets.join(',') + "]}");
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        const auto found = find(client, { .filter = QString(), .count = 5000 });
        QCOMPARE(found->items.size(), Sets::limit);
        QVERIFY(found->limited);
        QCOMPARE(server.heard().size(), 2);
    }

    void saysThatItFailed()
    {
        ScriptedServer server([](const HeardRequest &) { return httpAnswer(403); });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        QCOMPARE(
            find(client, { .filter = QString(), .count = 5 }).error().kind, ErrorKind::Forbidden);
    }

    void tellsWhatDeletingDoes()
    {
        SimulatedClient stage;
        const qint64 unused = stage.bench.setOf(DemoProduct::GatewayOs, u"2.4.0-rc2"_s);
        stage.bench.assign(stage.bench.gatewayOs());
        SetFates reader;
        QList<SetFate> fates;
        reader.read(stage.client,
            { { .id = unused }, { .id = stage.bench.gatewayOs() }, { .id = 99'999 } },
            [&](const QList<SetFate> &read) { fates = read; });
        QVERIFY(fates.isEmpty());
        QTRY_COMPARE(fates.size(), 3);
        QCOMPARE(fates.at(0).kind, SetFate::Kind::Gone);
        QCOMPARE(fates.at(1).kind, SetFate::Kind::Hidden);
        QCOMPARE(fates.at(2).kind, SetFate::Kind::Unknown);
        QCOMPARE(fates.at(1).set.id, stage.bench.gatewayOs());
    }
};

FALCONER_TEST(tst_selecteditems)
#include "tst_selecteditems.moc"
