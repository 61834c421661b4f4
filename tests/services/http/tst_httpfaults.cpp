// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/client.h"
#include "tests/support/faultproxy.h"
#include "tests/support/rawrequests.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;
using Kind = Fault::Kind;

namespace {

QByteArray page()
{
    return '{' + QByteArray(2'000, ' ') + '}';
}

ScriptedServer::Handler always(const QByteArray &answer)
{
    return [answer](const HeardRequest &) { return answer; };
}

ClientOptions optionsFor(const QUrl &server)
{
    ClientOptions options{ .server = server, .retryDelays = { 1, 1 } };
    options.timeouts = { .probe = 100, .read = 300, .write = 300, .transfer = 300 };
    return options;
}

} // namespace

// What Falconer makes of networks and servers that break; each in one sentence.
class tst_httpfaults : public Test {
    Q_OBJECT

private slots:
    void refusedIsSaidAtOnce()
    {
        Client client(optionsFor(QUrl(u"http://127.0.0.1:"_s + QString::number(refusedPort()))));
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QCOMPARE(results.error().kind, ErrorKind::Network);
        QCOMPARE(results.error().fault, NetworkFault::ConnectionRefused);
        QCOMPARE(results.error().where, u"GET /x"_s);
        QCOMPARE(client.sentCount(), 1);
    }

    void unknownHostIsSaid()
    {
        ClientOptions options = optionsFor(QUrl(u"http://no-such-host.invalid"_s));
        options.useSystemProxy = false;
        options.timeouts.read = 20'000;
        Client client(options);
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE_WITH_TIMEOUT(results.all.size(), 1, 20'000);
        QCOMPARE(results.error().kind, ErrorKind::Network);
        QCOMPARE(results.error().fault, NetworkFault::HostNotFound);
    }

    void aReadSurvivesABrokenConnection_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("reset before the request") << Fault{ .kind = Kind::Reset };
        QTest::newRow("reset in the head") << Fault{ .kind = Kind::Reset, .after = 20 };
        QTest::newRow("reset in the body") << Fault{ .kind = Kind::Reset, .after = 500 };
        QTest::newRow("truncated body") << Fault{ .kind = Kind::Close, .after = 500 };
        QTest::newRow("truncated head") << Fault{ .kind = Kind::Close, .after = 20 };
    }

    void aReadSurvivesABrokenConnection()
    {
        QFETCH(Fault, fault);
        ScriptedServer server(always(httpAnswer(200, page())));
        FaultProxy proxy(server.serverPort());
        proxy.setFaults({ fault });
        Client client(optionsFor(proxy.instead(server.url())));
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QVERIFY(results.all.last());
        QCOMPARE(*results.all.last(), page());
        QVERIFY(client.sentCount() <= 2);
    }

    void aConnectionThatAlwaysBreaksIsLost_data() { aReadSurvivesABrokenConnection_data(); }

    void aConnectionThatAlwaysBreaksIsLost()
    {
        QFETCH(Fault, fault);
        ScriptedServer server(always(httpAnswer(200, page())));
        FaultProxy proxy(server.serverPort());
        proxy.setFaultForAll(fault);
        Client client(optionsFor(proxy.instead(server.url())));
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QVERIFY(!results.all.last());
        QCOMPARE(results.error().kind, ErrorKind::Network);
        QCOMPARE(results.error().fault, NetworkFault::ConnectionLost);
        QCOMPARE(results.error().httpStatus, 0);
        QCOMPARE(client.sentCount(), 3);
    }

    void aWriteIsNeverSentTwice_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<Fault>("fault");
        for (const auto &[name, verb] : { std::pair("POST", Verb::Post),
                 std::pair("PUT", Verb::Put), std::pair("DELETE", Verb::Delete) }) {
            for (const int after : { 0, 20, 500 }) {
                QTest::addRow("%s reset after %d", name, after)
                    << verb << Fault{ .kind = Kind::Reset, .after = after ? after : 1 };
                QTest::addRow("%s closed after %d", name, after)
                    << verb << Fault{ .kind = Kind::Close, .after = after ? after : 1 };
            }
            QTest::addRow("%s reset before the answer", name)
                << verb << Fault{ .kind = Kind::Reset, .from = Fault::Side::Client, .after = 60 };
            QTest::addRow("%s closed before the answer", name)
                << verb << Fault{ .kind = Kind::Close, .from = Fault::Side::Client, .after = 60 };
        }
    }

    void aWriteIsNeverSentTwice()
    {
        QFETCH(Verb, verb);
        QFETCH(Fault, fault);
        ScriptedServer server(always(httpAnswer(200, page())));
        FaultProxy proxy(server.serverPort());
        proxy.setFaultForAll(fault);
        Client client(optionsFor(proxy.instead(server.url())));
        Results<Nothing> results;
        const Call call = client.send(
            rawWrite(verb, "/y", verb == Verb::Delete ? QByteArray() : "{}"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QVERIFY(!results.all.last());
        QCOMPARE(results.error().kind, ErrorKind::Network);
        QCOMPARE(results.error().fault, NetworkFault::ConnectionLost);
        QVERIFY2(server.heard().size() <= 1, server.lines().join('\n').constData());
        QCOMPARE(client.sentCount(), 1);
    }

    void aWriteThatKillsItsConnectionIsHeardOnce()
    {
        ScriptedServer server([](const HeardRequest &request) {
            return request.method == "GET" ? httpAnswer(200, "{}") : QByteArray();
        });
        Client client(optionsFor(server.url()));
        Results<QByteArray> reads;
        const Call read = client.send(rawRead("/x"), reads.take());
        QTRY_COMPARE(reads.all.size(), 1);
        Results<Nothing> results;
        const Call call = client.send(rawWrite(Verb::Post, "/y", "{}"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QVERIFY(!results.all.last());
        QCOMPARE(results.error().fault, NetworkFault::ConnectionLost);
        QCOMPARE(server.lines(), QByteArrayList({ "GET /x", "POST /y" }));
    }

    void aWriteAfterAnIdleTimeSucceeds_data()
    {
        QTest::addColumn<Verb>("first");
        QTest::addColumn<Verb>("second");
        QTest::newRow("POST after GET") << Verb::Get << Verb::Post;
        QTest::newRow("PUT after POST") << Verb::Post << Verb::Put;
        QTest::newRow("DELETE after POST") << Verb::Post << Verb::Delete;
    }

    // The server closes what is idle, as Tomcat does after 20 to 60 s, at the very moment of the
    // write: a client cannot know of it when it sends.
    void aWriteAfterAnIdleTimeSucceeds()
    {
        QFETCH(Verb, first);
        QFETCH(Verb, second);
        ScriptedServer server(always(httpAnswer(200, "{}")));
        Client client(optionsFor(server.url()));
        Results<Nothing> results;
        const Call before = client.send(rawWrite(first, "/x", {}), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        server.closeConnections();
        const Call after = client.send(rawWrite(second, "/y", {}), results.take());
        QTRY_COMPARE(results.all.size(), 2);
        QVERIFY(results.all.last());
        QCOMPARE(server.heard().size(), 2);
        QCOMPARE(server.heard().last().target, "/y");
        QVERIFY(server.heard().last().connection != server.heard().first().connection);
        QCOMPARE(client.sentCount(), 2);
    }

    void writesDoNotDisturbEachOther()
    {
        ScriptedServer server([](const HeardRequest &) { return std::nullopt; });
        Client client(optionsFor(server.url()));
        Results<Nothing> results;
        const Call a = client.send(rawWrite(Verb::Post, "/a", "{}"), results.take());
        QTRY_COMPARE(server.heard().size(), 1);
        const Call b = client.send(rawWrite(Verb::Post, "/b", "{}"), results.take());
        QTRY_COMPARE(server.heard().size(), 2);
        server.answerLater(1, httpAnswer(204));
        QTRY_COMPARE(results.all.size(), 1);
        server.answerLater(0, httpAnswer(204));
        QTRY_COMPARE(results.all.size(), 2);
        QVERIFY(results.all.first() && results.all.last());
    }

    void silenceIsATimeoutNotACancel_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("no answer") << Fault{ .kind = Kind::Stall };
        QTest::newRow("stalls in the head") << Fault{ .kind = Kind::Stall, .after = 20 };
        QTest::newRow("stalls in the body") << Fault{ .kind = Kind::Stall, .after = 500 };
    }

    void silenceIsATimeoutNotACancel()
    {
        QFETCH(Fault, fault);
        ScriptedServer server(always(httpAnswer(200, page())));
        FaultProxy proxy(server.serverPort());
        proxy.setFaultForAll(fault);
        Client client(optionsFor(proxy.instead(server.url())));
        Results<QByteArray> results;
        QElapsedTimer clock;
        clock.start();
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QCOMPARE(results.error().kind, ErrorKind::Timeout);
        QCOMPARE(results.error().fault, NetworkFault::None);
        QVERIFY(clock.elapsed() >= 290);
        QCOMPARE(client.sentCount(), 1);
    }

    void eachKindHasItsPatience()
    {
        ScriptedServer server([](const HeardRequest &) { return std::nullopt; });
        Client client(optionsFor(server.url()));
        auto probe = rawRead("/probe");
        probe.patience = Patience::Probe;
        Results<QByteArray> results;
        const Call slow = client.send(rawRead("/read"), results.take());
        const Call quick = client.send(probe, results.take());
        QTRY_COMPARE(results.all.size(), 2);
        QCOMPARE(results.all.first().error().where, u"GET /probe"_s);
    }

    void aSlowDripArrives()
    {
        ScriptedServer server(always(httpAnswer(200, page())));
        FaultProxy proxy(server.serverPort());
        proxy.setFaultForAll({ .kind = Kind::Drip, .dripBytes = 64, .dripMs = 20 });
        ClientOptions options = optionsFor(proxy.instead(server.url()));
        Client client(options);
        Results<QByteArray> results;
        QElapsedTimer clock;
        clock.start();
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QVERIFY(results.all.last());
        QCOMPARE(*results.all.last(), page());
        QVERIFY(clock.elapsed() > options.timeouts.read);
    }

    // Qt reports it as a connection that was closed.
    void garbageIsAnError()
    {
        ScriptedServer server(always("SSH-2.0-OpenSSH_9.2\r\n\r\n"));
        Client client(optionsFor(server.url()));
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QVERIFY(!results.all.last());
        QCOMPARE(results.error().kind, ErrorKind::Network);
        QCOMPARE(results.error().httpStatus, 0);
    }

    void anEarlyAnswerToAWriteIsHeard()
    {
        ScriptedServer server(always(httpAnswer(204)));
        FaultProxy proxy(server.serverPort());
        proxy.setFaultForAll({ .kind = Kind::Answer,
            .from = Fault::Side::Client,
            .after = 10,
            .bytes = httpAnswer(401, {}, { { "Connection", "close" } }) });
        Client client(optionsFor(proxy.instead(server.url())));
        Results<Nothing> results;
        const Call call = client.send(rawWrite(Verb::Post, "/y", "{}"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QCOMPARE(results.error().kind, ErrorKind::Unauthorized);
        QVERIFY(server.heard().isEmpty());
    }
};

FALCONER_TEST(tst_httpfaults)
#include "tst_httpfaults.moc"
