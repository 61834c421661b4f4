// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setcloner.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

using Step = SetCloner::Step;

class tst_setcloner : public Test {
    Q_OBJECT

    static CloneOrder orderOf(SimulatedClient &stage, const QString &version, bool copyTags)
    {
        const QJsonValue source = stage.set(stage.bench.gatewayOs());
        CloneOrder order{ .source = stage.bench.gatewayOs(),
            .wanted = { .name = u"gateway-os"_s,
                .version = version,
                .type = u"os_app"_s,
                .description = u"A clone"_s },
            .copyTags = copyTags };
        const QJsonArray modules = source[u"modules"_s].toArray();
        for (const auto &module : modules)
            order.wanted.modules << module[u"id"_s].toInteger();
        return order;
    }
    static void tag(SimulatedClient &stage, qint64 set)
    {
        const qint64 id = stage.read("distributionsettags")[u"content"_s][0][u"id"_s].toInteger();
        stage.bench.manage("POST",
            "distributionsettags/" + QByteArray::number(id) + "/assigned/"
                + QByteArray::number(set));
    }
    static qint64 tagged(SimulatedClient &stage)
    {
        const qint64 id = stage.read("distributionsettags")[u"content"_s][0][u"id"_s].toInteger();
        return stage.read("distributionsettags/" + QByteArray::number(id) + "/assigned")[u"total"_s]
            .toInteger();
    }

private slots:
    void copiesEverything()
    {
        SimulatedClient stage;
        tag(stage, stage.bench.gatewayOs());
        SetCloner cloner(stage.client);
        QSignalSpy finished(&cloner, &SetCloner::finished);
        cloner.start(orderOf(stage, u"2.4.1"_s, true));
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!cloner.error());
        QCOMPARE(cloner.step(), Step::Done);
        QCOMPARE(cloner.created()->version, u"2.4.1"_s);
        QVERIFY(cloner.created()->complete && !cloner.created()->locked);
        QCOMPARE(cloner.created()->modules.size(), 2);
        const QByteArray path = "distributionsets/" + QByteArray::number(cloner.created()->id);
        QCOMPARE(stage.read(path + "/metadata")[u"content"_s][0][u"key"_s].toString(),
            u"release-notes"_s);
        QCOMPARE(tagged(stage), 2);
    }

    void copiesTagsOnlyIfAsked()
    {
        SimulatedClient stage;
        tag(stage, stage.bench.gatewayOs());
        SetCloner cloner(stage.client);
        QSignalSpy finished(&cloner, &SetCloner::finished);
        cloner.start(orderOf(stage, u"2.4.1"_s, false));
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!cloner.error());
        QCOMPARE(tagged(stage), 1);
    }

    void createsNothingUnderATakenName()
    {
        SimulatedClient stage;
        SetCloner cloner(stage.client);
        QSignalSpy finished(&cloner, &SetCloner::finished);
        cloner.start(orderOf(stage, u"2.4.0"_s, true));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(cloner.step(), Step::Create);
        QCOMPARE(cloner.error()->kind, ErrorKind::Conflict);
        QVERIFY(!cloner.created());
        QCOMPARE(stage.client.sentCount(), 1);
    }

    // What was made stays, and going on makes nothing twice.
    void goesOnWhereItFailed()
    {
        bool works = false;
        ScriptedServer server([&](const HeardRequest &request) {
            if (request.line() == "POST /rest/v1/distributionsets")
                return httpAnswer(
                    201, R"([{"id":9,"name":"a","version":"2","type":"os","complete":true}])");
            if (request.line().startsWith("GET /rest/v1/distributionsets/1/metadata"))
                return httpAnswer(200, R"({"content":[{"key":"k","value":"v"}],"total":1})");
            return httpAnswer(works ? 204 : 503);
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        SetCloner cloner(client);
        QSignalSpy finished(&cloner, &SetCloner::finished);
        const CloneOrder order{ .source = 1, .wanted = { .name = u"a"_s, .version = u"2"_s } };
        cloner.start(order);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(cloner.step(), Step::WriteMetadata);
        QVERIFY(cloner.created() && cloner.error());
        works = true;
        cloner.resume(order);
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(cloner.step(), Step::Done);
        QCOMPARE(server.lines(),
            QByteArrayList({ "POST /rest/v1/distributionsets",
                "GET /rest/v1/distributionsets/1/metadata?limit=500",
                "POST /rest/v1/distributionsets/9/metadata",
                "POST /rest/v1/distributionsets/9/metadata" }));
    }

    // Whoever changes something after a step failed gets it, before that step is done again.
    void takesWhatIsWantedSince()
    {
        int changes = 0;
        bool works = false;
        ScriptedServer server([&](const HeardRequest &request) {
            const QByteArray made
                = R"({"id":9,"name":"a","version":"2","type":"os","complete":true})";
            if (request.line() == "POST /rest/v1/distributionsets")
                return httpAnswer(201, '[' + made + ']');
            if (request.method == "PUT")
                return ++changes == 1 ? httpAnswer(503) : httpAnswer(200, made);
            if (request.method == "POST")
                return httpAnswer(works ? 204 : 503);
            return httpAnswer(200, R"({"content":[{"key":"k","value":"v"}],"total":1})");
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        SetCloner cloner(client);
        QSignalSpy finished(&cloner, &SetCloner::finished);
        CloneOrder order{ .source = 1, .wanted = { .name = u"a"_s, .version = u"2"_s } };
        cloner.start(order);
        QTRY_COMPARE(finished.count(), 1);
        works = true;
        order.wanted.description = u"fixes boot"_s;
        cloner.resume(order);
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(cloner.step(), Step::Amend);
        QCOMPARE(cloner.error()->kind, ErrorKind::Server);
        cloner.resume(order);
        QTRY_COMPARE(finished.count(), 3);
        QCOMPARE(cloner.step(), Step::Done);
        QCOMPARE(server.lines().mid(3),
            QByteArrayList({ "PUT /rest/v1/distributionsets/9", "PUT /rest/v1/distributionsets/9",
                "POST /rest/v1/distributionsets/9/metadata" }));
        QCOMPARE(server.heard().at(4).body, QByteArray(R"({"description":"fixes boot"})"));
    }

    // It was written, and only the answer was lost: what is there is not written again.
    void metadataIsNotWrittenTwice_data()
    {
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<int>("posts");
        QTest::addColumn<bool>("works");
        QTest::newRow("all") << QByteArray(R"({"key":"k","value":"v"},{"key":"l","value":"w"})")
                             << 2 << true;
        QTest::newRow("some") << QByteArray(R"({"key":"k","value":"v"})") << 3 << true;
        QTest::newRow("none") << QByteArray() << 2 << false; // something else stands against it
    }

    void metadataIsNotWrittenTwice()
    {
        QFETCH(QByteArray, there);
        QFETCH(int, posts);
        QFETCH(bool, works);
        QByteArrayList written;
        ScriptedServer server([&](const HeardRequest &request) -> std::optional<QByteArray> {
            if (request.line() == "POST /rest/v1/distributionsets")
                return httpAnswer(
                    201, R"([{"id":9,"name":"a","version":"2","type":"os","complete":true}])");
            if (request.target.startsWith("/rest/v1/distributionsets/1/metadata"))
                return httpAnswer(200,
                    R"({"content":[{"key":"k","value":"v"},{"key":"l","value":"w"}],"total":2})");
            if (request.method == "GET")
                return httpAnswer(200, R"({"content":[)" + there + R"(],"total":2})");
            written << request.body;
            return written.size() == 1 ? QByteArray() // hangs up: did it happen?
                                       : httpAnswer(written.size() == 2 ? 409 : 201);
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        SetCloner cloner(client);
        QSignalSpy finished(&cloner, &SetCloner::finished);
        const CloneOrder order{ .source = 1, .wanted = { .name = u"a"_s, .version = u"2"_s } };
        cloner.start(order);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(cloner.error()->kind, ErrorKind::Network);
        cloner.resume(order);
        QTRY_COMPARE(finished.count(), 2);
        QCOMPARE(cloner.step(), works ? Step::Done : Step::WriteMetadata);
        QCOMPARE(!cloner.error(), works);
        QCOMPARE(written.size(), posts);
        if (posts == 3)
            QVERIFY(written.last().contains(R"("l")") && !written.last().contains(R"("k")"));
    }
};

FALCONER_TEST(tst_setcloner)
#include "tst_setcloner.moc"
