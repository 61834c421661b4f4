// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/dialect.h"
#include "services/hawkbit/permissions.h"
#include "tests/support/recordings.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// Answers from a recording what a probe asks; a path that it does not hold is a failure.
ScriptedServer::Handler recorded(const QString &server, const QString &configStep)
{
    QMap<QByteArray, QByteArray> answers;
    const QList<RecordedStep> steps = loadCorpus(u"hawkbit-"_s + server).steps;
    for (const RecordedStep &step : steps) {
        const bool isConfig = step.path() == "/rest/v1/system/configs"_L1;
        const QByteArray line = step.method().toLatin1() + ' ' + step.path().toLatin1();
        if (!answers.contains(line) && (!isConfig || step.name.contains(configStep)))
            answers[line] = httpAnswer(step.status(), step.bodyBytes());
    }
    return [answers](const HeardRequest &request) {
        return answers.value(request.line(), httpAnswer(599));
    };
}

ScriptedServer::Handler always(const QByteArray &answer)
{
    return [answer](const HeardRequest &) { return answer; };
}

ClientOptions optionsFor(const ScriptedServer &server)
{
    return { .server = server.url(), .retryDelays = { 1 }, .useSystemProxy = false };
}

struct Probe {
    explicit Probe(const ScriptedServer &server)
        : client(optionsFor(server))
        , call(probeServer(client, [this](Result<ServerFacts> facts) {
            answer = std::move(facts);
            ++answers;
        }))
    {
    }

    Client client;
    int answers = 0;
    Result<ServerFacts> answer = tl::unexpected(Error{});
    Call call;
};

} // namespace

class tst_serverprobe : public Test {
    Q_OBJECT

private slots:
    void recordedServersAreKnown_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QString>("running");
        QTest::newRow("1.0.4") << u"1.0.4"_s << u"1.0 dialect"_s << u"active==true"_s;
        QTest::newRow("0.9.0") << u"0.9.0"_s << u"0.9 dialect"_s << u"status==pending"_s;
    }

    void recordedServersAreKnown()
    {
        QFETCH(QString, server);
        ScriptedServer scripted(recorded(server, u"config-list"_s));
        Probe probe(scripted);
        QTRY_COMPARE(probe.answers, 1);
        QVERIFY(probe.answer.has_value());
        QTEST(probe.answer->dialect.name(), "dialect");
        QTEST(probe.answer->dialect.runningActionsFilter(), "running");
        QVERIFY(!probe.answer->dialect.hasAutoAssignments);
        QCOMPARE(probe.answer->user.username, u"admin"_s);
        QCOMPARE(probe.answer->config.value(u"pollingTime"_s).value.toString(), u"00:05:00"_s);
        QVERIFY(probe.answer->mayAssign());
        QVERIFY(!probe.answer->confirmationFlow());
        QByteArrayList lines = scripted.lines();
        std::sort(lines.begin(), lines.end());
        QCOMPARE(lines.join('\n'),
            QByteArray("GET /rest/v1/autoassignments?limit=1\nGET /rest/v1/system/configs\n"
                       "GET /rest/v1/targetgroups\nGET /rest/v1/userinfo"));
        QCOMPARE(scripted.lines().constFirst(), QByteArray("GET /rest/v1/userinfo"));
    }

    void aLaterStepMayFail()
    {
        ScriptedServer server([](const HeardRequest &request) {
            if (request.line() == "GET /rest/v1/userinfo")
                return httpAnswer(200, R"({"tenant":"T","username":"u"})");
            if (request.line().startsWith("GET /rest/v1/autoassignments"))
                return httpAnswer(
                    403, R"({"errorCode":"hawkbit.server.error.insufficientPermission"})");
            return httpAnswer(500, R"({"message":"no"})");
        });
        Probe probe(server);
        QTRY_COMPARE(probe.answers, 1);
        QVERIFY(probe.answer.has_value());
        QVERIFY(probe.answer->dialect.detailedActionStatus);
        QVERIFY(probe.answer->dialect.hasAutoAssignments);
        QVERIFY(probe.answer->config.isEmpty());
        QVERIFY(probe.answer->mayAssign()); // it does not tell rights
    }

    void strangersAreTold_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("where");
        const QList<std::pair<QByteArray, QByteArray>> html{ { "Content-Type", "text/html" } };
        const QString user = u"GET /rest/v1/userinfo"_s;
        QTest::newRow("a web page")
            << httpAnswer(200, "<html><title>Hi</title></html>", html) << user;
        QTest::newRow("JSON of another kind")
            << httpAnswer(200, R"({"hello":"world"})") << u"GET /rest/v1/userinfo: tenant"_s;
        QTest::newRow("a list") << httpAnswer(200, "[]") << user;
        QTest::newRow("nothing") << httpAnswer(200) << user;
        QTest::newRow("a page that says 404") << httpAnswer(404, "<html>", html) << user;
        QTest::newRow("404 without a body") << httpAnswer(404) << user;
        QTest::newRow("method not allowed") << httpAnswer(405, "no") << user;
        QTest::newRow("a proxy whose server is away")
            << httpAnswer(502, "<html><title>502 Bad Gateway</title></html>", html) << user;
        QTest::newRow("a proxy that waited") << httpAnswer(504, "<html>", html) << user;
        QTest::newRow("a proxy's 503") << httpAnswer(503, "<html>", html) << user;
    }

    void strangersAreTold()
    {
        QFETCH(QByteArray, answer);
        ScriptedServer server(always(answer));
        Probe probe(server);
        QTRY_COMPARE(probe.answers, 1);
        QVERIFY(!probe.answer);
        QCOMPARE(probe.answer.error().kind, ErrorKind::Protocol);
        QTEST(probe.answer.error().where, "where");
        for (const QByteArray &line : server.lines())
            QCOMPARE(line, QByteArray("GET /rest/v1/userinfo"));
    }

    void realRefusalsStayWhatTheyAre_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("401") << 401 << ErrorKind::Unauthorized;
        QTest::newRow("403") << 403 << ErrorKind::Forbidden;
        QTest::newRow("429") << 429 << ErrorKind::RateLimited;
        QTest::newRow("500") << 500 << ErrorKind::Server;
    }

    void realRefusalsStayWhatTheyAre()
    {
        QFETCH(int, status);
        ScriptedServer server(always(httpAnswer(status, R"({"status":1,"error":"x"})")));
        Probe probe(server);
        QTRY_COMPARE(probe.answers, 1);
        QVERIFY(!probe.answer);
        QTEST(probe.answer.error().kind, "kind");
    }

    void isDroppedAtAnyStep_data()
    {
        QTest::addColumn<int>("heard");
        QTest::newRow("signing in") << 1;
        QTest::newRow("asking") << 4;
    }

    void isDroppedAtAnyStep()
    {
        QFETCH(int, heard);
        ScriptedServer server([](const HeardRequest &) { return std::nullopt; });
        Probe probe(server);
        if (heard > 1) {
            QTRY_COMPARE(server.heard().size(), 1);
            server.answerLater(0, httpAnswer(200, R"({"tenant":"T","username":"u"})"));
        }
        QTRY_COMPARE(server.heard().size(), heard);
        probe.call.abort();
        QTRY_COMPARE(server.abandoned(), heard == 1 ? 1 : 3);
        QCOMPARE(probe.answers, 0);
    }

    void clientMayGoFirst()
    {
        ScriptedServer server(always(httpAnswer(200, R"({"tenant":"T","username":"u"})")));
        auto client = std::make_unique<Client>(optionsFor(server));
        int answers = 0;
        Call call = probeServer(*client, [&](const Result<ServerFacts> &) {
            ++answers;
            client.reset();
        });
        QTRY_COMPARE(answers, 1);
        call.abort();
        QVERIFY(!client);
    }

    void rightsAreExpanded_data()
    {
        QTest::addColumn<QStringList>("granted");
        QTest::addColumn<bool>("assign");
        QTest::addColumn<bool>("update");
        const auto row = [](const QStringList &granted, bool assign, bool update) {
            QTest::newRow(qPrintable(granted.join(u' ') + u' ')) << granted << assign << update;
        };
        row({}, true, true);
        row({ u"ROLE_TENANT_ADMIN"_s }, true, true);
        row({ u"ROLE_TARGET_ADMIN"_s }, false, true);
        row({ u"ROLE_TARGET_ADMIN"_s, u"ROLE_REPOSITORY_ADMIN"_s }, true, true);
        row({ u"ROLE_ROLLOUT_ADMIN"_s }, false, false);
        row({ u"READ_TARGET"_s, u"READ_DISTRIBUTION_SET"_s }, false, false);
        row({ u"UPDATE_TARGET"_s, u"READ_DISTRIBUTION_SET"_s }, true, true);
        row({ u"UPDATE_TARGET"_s, u"READ_REPOSITORY"_s }, true, true);
        row({ u"UPDATE_TARGET"_s, u"CREATE_REPOSITORY"_s }, false, true);
        row({ u"UPDATE_TARGET_TYPE"_s, u"READ_DISTRIBUTION_SET_TYPE"_s }, false, false);
    }

    void rightsAreExpanded()
    {
        QFETCH(QStringList, granted);
        const ServerFacts facts{ .user = { .permissions = granted } };
        QTEST(facts.mayAssign(), "assign");
        QTEST(facts.mayUpdateTargets(), "update");
    }
};

FALCONER_TEST(tst_serverprobe)
#include "tst_serverprobe.moc"
