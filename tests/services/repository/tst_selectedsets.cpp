// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/selectedsets.h"
#include "services/repository/setfates.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_selectedsets : public Test {
    Q_OBJECT

    static Result<SelectedSets::Found> find(Client &client, const SetSelection &selection)
    {
        SelectedSets finder;
        std::optional<Result<SelectedSets::Found>> answer;
        finder.find(
            client, selection, [&](const Result<SelectedSets::Found> &found) { answer = found; });
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
            { .sets = { { .id = stage.bench.gatewayOs() } }, .ids = { other }, .count = 2 });
        QCOMPARE(idsOf(found->sets),
            QList<qint64>({ std::min(other, stage.bench.gatewayOs()),
                std::max(other, stage.bench.gatewayOs()) }));
        QVERIFY(!found->limited);
    }

    void readsAllThatMatchButSome()
    {
        SimulatedClient stage;
        const SetSelection selection{ .filter = u"name==gateway-os"_s,
            .excluded = { stage.bench.gatewayOs() } };
        const auto found = find(stage.client, selection);
        QVERIFY(found->sets.size() > 2);
        for (const DistributionSet &set : found->sets)
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
        QCOMPARE(found->sets.size(), SelectedSets::limit);
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

FALCONER_TEST(tst_selectedsets)
#include "tst_selectedsets.moc"
