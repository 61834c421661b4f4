// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/client.h"
#include "services/http/errormapping.h"
#include "tests/support/rawrequests.h"
#include "tests/support/recordings.h"
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
        .credentials = { Credentials::Scheme::Basic, u"admin"_s, u"s3cr\"et word"_s },
        .retryDelays = { 1, 1 } };
}

ErrorKind expectedKind(int status, bool isQuota, bool hasCode)
{
    if (isQuota)
        return ErrorKind::Quota;
    switch (status) {
    case 302:
        return ErrorKind::Protocol;
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 409:
        return ErrorKind::Conflict;
    case 423:
        return ErrorKind::Locked;
    case 429:
        return hasCode ? ErrorKind::Quota : ErrorKind::RateLimited;
    default:
        return status >= 500 ? ErrorKind::Server : ErrorKind::Invalid;
    }
}

} // namespace

// Which request goes when, how often, and what is said of it.
class tst_clientrules : public Test {
    Q_OBJECT

private slots:
    void everyRecordedRefusalHasItsKind()
    {
        int seen = 0;
        for (const QString &corpus :
            { u"hawkbit-1.0.4"_s, u"hawkbit-0.9.0"_s, u"hawkbit-1.0.4-quotas"_s,
                u"hawkbit-0.9.0-quotas"_s, u"hawkbit-1.0.4-flood"_s, u"hawkbit-0.9.0-flood"_s }) {
            for (const RecordedStep &step : loadCorpus(corpus).steps) {
                if (step.status() < 300 || step.status() == 304)
                    continue;
                const Error error = errorOfAnswer(
                    { step.status(), step.contentType(), step.bodyBytes(), {} }, {});
                const QString code = step.body()["errorCode"_L1].toString();
                QVERIFY2(error.kind
                        == expectedKind(
                            step.status(), code.contains(".quota."_L1), !code.isEmpty()),
                    qPrintable(corpus + u' ' + step.name));
                QVERIFY(!error.code.startsWith("hawkbit."_L1));
                QCOMPARE(error.code.isEmpty(), code.isEmpty());
                ++seen;
            }
        }
        QVERIFY(seen > 700);
    }

    void oldSpellingsAreCorrected()
    {
        QCOMPARE(currentErrorCode(u"hawkbit.server.error.repo.entitiyAlreayExists"_s),
            u"repo.entityAlreadyExists"_s);
        QCOMPARE(currentErrorCode(u"hawkbit.server.error.action.notcancelable"_s),
            u"action.notCancelable"_s);
    }

    void secretsAreNotRepeated()
    {
        ScriptedServer server([](const HeardRequest &request) {
            return httpAnswer(
                400, "you said s3cr\"et word and " + request.headers["authorization"], {});
        });
        Client client(optionsFor(server));
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QCOMPARE(results.error().message, u"you said *** and Basic ***"_s);
    }

    void sixAtOnceTheNewestFirst()
    {
        ScriptedServer server([](const HeardRequest &) { return std::nullopt; });
        Client client(optionsFor(server));
        Results<QByteArray> results;
        std::vector<Call> calls;
        for (int i = 0; i < 9; ++i)
            calls.push_back(client.send(rawRead("/" + QByteArray::number(i)), results.take()));
        QTRY_COMPARE(server.heard().size(), 6);
        QCOMPARE(client.sentCount(), 6);
        server.answerLater(0, httpAnswer(200, "{}"));
        QTRY_COMPARE(server.heard().size(), 7);
        QCOMPARE(server.lines().constLast(), "GET /8");
        calls.clear();
        QTRY_COMPARE(server.abandoned(), 6); // connections: one served two
        QCOMPARE(results.all.size(), 1);
        QCOMPARE(client.sentCount(), 7);
    }

    void waitsWhenAskedTo_data()
    {
        QTest::addColumn<QByteArray>("refusal");
        QTest::addColumn<int>("requests");
        QTest::newRow("429 without a body") << httpAnswer(429) << 2;
        QTest::newRow("429 of a quota")
            << httpAnswer(429, R"({"errorCode":"hawkbit.server.error.quota.tooManyEntries"})") << 1;
        QTest::newRow("503") << httpAnswer(503, {}, { { "Retry-After", "0" } }) << 2;
        QTest::newRow("503 for an hour") << httpAnswer(503, {}, { { "Retry-After", "3600" } }) << 1;
        QTest::newRow("404") << httpAnswer(404) << 1;
    }

    void waitsWhenAskedTo()
    {
        QFETCH(QByteArray, refusal);
        QFETCH(int, requests);
        ScriptedServer server([&, first = true](const HeardRequest &) mutable {
            return std::exchange(first, false) ? refusal : httpAnswer(200, "{}");
        });
        Client client(optionsFor(server));
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QCOMPARE(results.all.last().has_value(), requests == 2);
        QCOMPARE(client.sentCount(), requests);
    }

    void signedOutIsSaidOnce()
    {
        ScriptedServer server([](const HeardRequest &) { return httpAnswer(401); });
        Client client(optionsFor(server));
        const QSignalSpy signedOut(&client, &Client::signedOut);
        Results<QByteArray> results;
        const Call a = client.send(rawRead("/a"), results.take());
        const Call b = client.send(rawRead("/b"), results.take());
        QTRY_COMPARE(results.all.size(), 2);
        QCOMPARE(results.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(signedOut.size(), 1);
    }

    void credentialsStayAtTheirOrigin()
    {
        ScriptedServer other([](const HeardRequest &) { return httpAnswer(200, "{}"); });
        ScriptedServer server([&](const HeardRequest &request) {
            if (request.target == "/near")
                return httpAnswer(302, {}, { { "Location", "/here" } });
            if (request.target == "/far")
                return httpAnswer(302, {}, { { "Location", other.url().toEncoded() + "/x" } });
            return httpAnswer(200, "{}");
        });
        Client client(optionsFor(server));
        Results<QByteArray> results;
        const Call near = client.send(rawRead("/near"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QVERIFY(results.all.last());
        const Call far = client.send(rawRead("/far"), results.take());
        QTRY_COMPARE(results.all.size(), 2);
        QCOMPARE(results.error().kind, ErrorKind::Protocol);
        QVERIFY(other.heard().isEmpty());
    }
};

FALCONER_TEST(tst_clientrules)
#include "tst_clientrules.moc"
