// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/client.h"
#include "tests/support/rawrequests.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QPointer>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

std::optional<QByteArray> sayYes(const HeardRequest &)
{
    return httpAnswer(200, "{}");
}

ClientOptions optionsFor(const ScriptedServer &server)
{
    return { .server = server.url(), .retryDelays = { 1 } };
}

} // namespace

// What may happen while an answer is told: the client, the call and the asker may end.
class tst_clientlife : public Test {
    Q_OBJECT

private slots:
    void theClientMayDieInDone_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<int>("status");
        for (const auto &[name, verb] :
            { std::pair("read", Verb::Get), std::pair("write", Verb::Post) }) {
            for (const int status : { 200, 401, 404 })
                QTest::addRow("%s %d", name, status) << verb << status;
        }
    }

    void theClientMayDieInDone()
    {
        QFETCH(Verb, verb);
        QFETCH(int, status);
        ScriptedServer server([&](const HeardRequest &request) {
            return request.target == "/x" ? std::optional(httpAnswer(status)) : std::nullopt;
        });
        auto client = std::make_unique<Client>(optionsFor(server));
        int answers = 0;
        int others = 0;
        // Reads and a write that are under way, and one that waits.
        std::vector<Call> calls;
        for (const Verb other : { Verb::Get, Verb::Get, Verb::Post, Verb::Get, Verb::Get })
            calls.push_back(client->send(
                rawWrite(other, "/slow", "{}"), [&](const Result<Nothing> &) { ++others; }));
        QTRY_COMPARE(server.heard().size(), 5);
        const Call call = client->send(rawWrite(verb, "/x", "{}"), [&](const Result<Nothing> &) {
            ++answers;
            client.reset();
        });
        calls.push_back(
            client->send(rawRead("/waits"), [&](const Result<QByteArray> &) { ++others; }));
        QTRY_COMPARE(answers, 1);
        QTRY_COMPARE(server.abandoned(), server.heard().size());
        QCOMPARE(answers, 1);
        QCOMPARE(others, 0);
        calls.clear();
    }

    void theClientMayDieInSignedOut()
    {
        ScriptedServer server([](const HeardRequest &) { return httpAnswer(401); });
        auto client = std::make_unique<Client>(optionsFor(server));
        QPointer<Client> alive(client.get());
        connect(client.get(), &Client::signedOut, this, [&] { client.reset(); });
        Results<QByteArray> results;
        const Call call = client->send(rawRead("/x"), results.take());
        QTRY_VERIFY(!alive);
        QVERIFY(results.all.isEmpty());
    }

    void theClientMayDieAtAnyMoment_data()
    {
        QTest::addColumn<bool>("heard");
        QTest::newRow("at once") << false;
        QTest::newRow("when the server has heard it") << true;
    }

    void theClientMayDieAtAnyMoment()
    {
        QFETCH(bool, heard);
        ScriptedServer server([](const HeardRequest &) { return std::nullopt; });
        auto client = std::make_unique<Client>(optionsFor(server));
        Results<Nothing> results;
        const Call read = client->send(rawWrite(Verb::Get, "/x", {}), results.take());
        const Call write = client->send(rawWrite(Verb::Post, "/x", "{}"), results.take());
        if (heard)
            QTRY_COMPARE(server.heard().size(), 2);
        client.reset();
        QTRY_COMPARE(server.abandoned(), server.heard().size());
        QVERIFY(results.all.isEmpty());
    }

    void theCallMayBeDroppedInDone()
    {
        ScriptedServer server(sayYes);
        Client client(optionsFor(server));
        for (const Verb verb : { Verb::Get, Verb::Post }) {
            int answers = 0;
            Call call;
            call = client.send(rawWrite(verb, "/x", "{}"), [&](const Result<Nothing> &) {
                call = {};
                ++answers;
            });
            QTRY_COMPARE(answers, 1);
        }
        QCOMPARE(server.heard().size(), 2);
    }

    void theNextRequestMayBeSentInDone()
    {
        ScriptedServer server(sayYes);
        Client client(optionsFor(server));
        int answers = 0;
        Call call;
        std::function<void(Result<Nothing>)> next = [&](const Result<Nothing> &) {
            if (++answers < 4)
                call
                    = client.send(rawWrite(answers % 2 ? Verb::Post : Verb::Get, "/x", "{}"), next);
        };
        call = client.send(rawWrite(Verb::Get, "/x", "{}"), next);
        QTRY_COMPARE(answers, 4);
        QCOMPARE(server.lines(), QByteArrayList({ "GET /x", "POST /x", "GET /x", "POST /x" }));
        QCOMPARE(client.sentCount(), 4);
    }

    void anotherCallMayBeDroppedInDone()
    {
        ScriptedServer server([](const HeardRequest &request) {
            return request.target == "/x" ? std::optional(httpAnswer(200, "{}")) : std::nullopt;
        });
        Client client(optionsFor(server));
        Results<Nothing> slow;
        Call read = client.send(rawWrite(Verb::Get, "/slow", {}), slow.take());
        Call write = client.send(rawWrite(Verb::Post, "/slow", "{}"), slow.take());
        QTRY_COMPARE(server.heard().size(), 2);
        int answers = 0;
        const Call call = client.send(rawRead("/x"), [&](const Result<QByteArray> &) {
            read.abort();
            write.abort();
            ++answers;
        });
        QTRY_COMPARE(answers, 1);
        QTRY_COMPARE(server.abandoned(), 2);
        QVERIFY(slow.all.isEmpty());
    }
};

FALCONER_TEST(tst_clientlife)
#include "tst_clientlife.moc"
