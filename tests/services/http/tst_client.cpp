// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/client.h"
#include "services/http/path.h"
#include "tests/support/rawrequests.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

ClientOptions optionsFor(const ScriptedServer &server)
{
    return { .server = server.url(),
        .credentials = { Credentials::Scheme::Basic, u"DEFAULT\\admin"_s, u"pässword"_s },
        .retryDelays = { 1, 1, 1 } };
}

} // namespace

class tst_client : public Test {
    Q_OBJECT

private slots:
    void sendsWhatTheRequestSays()
    {
        ScriptedServer server([](const HeardRequest &) { return httpAnswer(200, "{\"a\":1}"); });
        ClientOptions options = optionsFor(server);
        options.server = QUrl(server.url().toString() + u"/hawk bit//"_s);
        Client client(options);
        Results<QByteArray> results;
        auto request = rawRead(managementPath({ u"targets"_s, u"a+b#c?d&e=ü"_s }));
        request.query = { { u"q"_s, u"name==a+b;c#d&e%f*"_s }, { u"sort"_s, u"id:ASC"_s } };
        const Call call = client.send(request, results.take());
        QVERIFY(results.all.isEmpty());
        QTRY_COMPARE(results.all.size(), 1);
        QCOMPARE(*results.all.first(), "{\"a\":1}");
        QCOMPARE(server.heard().size(), 1);
        const HeardRequest &heard = server.heard().first();
        QCOMPARE(heard.line(),
            "GET /hawk%20bit/rest/v1/targets/a%2Bb%23c%3Fd%26e%3D%C3%BC"
            "?q=name%3D%3Da%2Bb%3Bc%23d%26e%25f%2A&sort=id%3AASC");
        QCOMPARE(heard.headers["authorization"],
            "Basic " + QByteArray("DEFAULT\\admin:p\xc3\xa4ssword").toBase64());
        QCOMPARE(heard.headers["accept"], "application/hal+json, application/json");
        QVERIFY(!heard.headers.contains("cookie"));
        QCOMPARE(client.sentCount(), 1);
    }

    void anySuccessCountsWithOrWithoutBody()
    {
        for (const int status : { 200, 201, 202, 204 }) {
            ScriptedServer server([&](const HeardRequest &) { return httpAnswer(status); });
            Client client(optionsFor(server));
            Results<Nothing> results;
            const Call call = client.send(rawWrite(Verb::Put, "/rest/v1/x", "{}"), results.take());
            QTRY_COMPARE(results.all.size(), 1);
            QVERIFY(results.all.first());
            QCOMPARE(server.heard().first().line(), "PUT /rest/v1/x");
            QCOMPARE(server.heard().first().body, "{}");
            QCOMPARE(server.heard().first().headers["content-type"], "application/json");
        }
    }

    void deleteAndBodilessPostArriveOnce()
    {
        ScriptedServer server([](const HeardRequest &) { return httpAnswer(204); });
        Client client(optionsFor(server));
        for (const Verb verb : { Verb::Delete, Verb::Post }) {
            auto request = rawWrite(verb, "/rest/v1/x", {});
            request.body.reset();
            Results<Nothing> results;
            const Call call = client.send(request, results.take());
            QTRY_COMPARE(results.all.size(), 1);
            QVERIFY(results.all.first());
            QCOMPARE(server.heard().last().headers["content-length"], "0");
            QVERIFY(!server.heard().last().headers.contains("content-type"));
        }
        QCOMPARE(server.lines(), QByteArrayList({ "DELETE /rest/v1/x", "POST /rest/v1/x" }));
    }

    void unaddressableIdsAreNeverSent()
    {
        ScriptedServer server([](const HeardRequest &) { return httpAnswer(200, "{}"); });
        Client client(optionsFor(server));
        for (const QString &id :
            { u"a/b"_s, u"a\\b"_s, u"a;b"_s, u"a%b"_s, u".."_s, u"."_s, u""_s }) {
            Results<QByteArray> results;
            const Call call = client.send(
                rawRead(managementPath({ u"targets"_s, id, u"actions"_s })), results.take());
            QVERIFY(results.all.isEmpty());
            QTRY_COMPARE(results.all.size(), 1);
            QVERIFY2(!results.all.first(), qPrintable(id));
            QCOMPARE(results.all.first().error().kind, ErrorKind::Invalid);
            QCOMPARE(results.all.first().error().httpStatus, 0);
        }
        QVERIFY(server.heard().isEmpty());
        QCOMPARE(client.sentCount(), 0);
    }

    void whatDidNotChangeComesWithoutValue()
    {
        ScriptedServer server([](const HeardRequest &request) {
            return request.headers.value("if-none-match") == "\"v1\""
                ? httpAnswer(304)
                : httpAnswer(200, "{}", { { "ETag", "\"v1\"" } });
        });
        Client client(optionsFor(server));
        Results<Client::Fresh<QByteArray>> results;
        const Call first = client.sendIfChanged(rawRead("/rest/v1/x"), {}, results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QCOMPARE(results.all.last()->value, QByteArray("{}"));
        QCOMPARE(results.all.last()->etag, "\"v1\"");
        const Call second
            = client.sendIfChanged(rawRead("/rest/v1/x"), results.all.last()->etag, results.take());
        QTRY_COMPARE(results.all.size(), 2);
        QVERIFY(!results.all.last()->value);
        QCOMPARE(results.all.last()->etag, "\"v1\"");
        QVERIFY(!server.heard().first().headers.contains("if-none-match"));
    }
};

FALCONER_TEST(tst_client)
#include "tst_client.moc"
