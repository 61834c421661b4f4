// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/session/session.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr char admin[] = "{\"tenant\":\"DEFAULT\",\"username\":\"admin\"}";

// A server that takes "admin" with one password.
std::optional<QByteArray> hawkbit(const HeardRequest &request, const QByteArray &password)
{
    if (request.headers["authorization"] != "Basic " + QByteArray("admin:" + password).toBase64())
        return httpAnswer(401, "{\"status\":401,\"error\":\"Unauthorized\"}");
    if (request.target.endsWith("/userinfo"))
        return httpAnswer(200, admin);
    return httpAnswer(404, "{\"status\":404,\"error\":\"Not Found\"}");
}

Profile profileOf(const ScriptedServer &server)
{
    return { .id = u"p"_s, .name = u"Lab"_s, .server = server.url(), .user = u"admin"_s };
}

ClientOptions optionsOf(const Profile &profile, const QString &secret)
{
    ClientOptions options = toClientOptions(profile, secret);
    options.useSystemProxy = false;
    options.retryDelays = { 1 };
    return options;
}

struct Attempt {
    Attempt(const Profile &profile, const QString &secret)
        : session(profile, optionsOf(profile, secret))
        , connected(&session, &Session::connected)
        , failed(&session, &Session::failed)
        , signedOut(&session, &Session::signedOut)
    {
        session.connectToServer();
    }

    Error error() const { return failed.first().first().value<Error>(); }

    Session session;
    QSignalSpy connected;
    QSignalSpy failed;
    QSignalSpy signedOut;
};

} // namespace

class tst_session : public Test {
    Q_OBJECT

private slots:
    void connects()
    {
        ScriptedServer server(
            [](const HeardRequest &request) { return hawkbit(request, "geheim"); });
        Attempt attempt(profileOf(server), u"geheim"_s);
        QCOMPARE(attempt.session.state(), Session::State::Connecting);
        QTRY_COMPARE(attempt.connected.size(), 1);
        QCOMPARE(attempt.session.state(), Session::State::Connected);
        QCOMPARE(attempt.session.facts().user.username, u"admin"_s);
        QCOMPARE(attempt.session.facts().dialect.name(), u"0.9 dialect"_s);
        QCOMPARE(attempt.failed.size(), 0);
    }

    void aPrefixIsKept()
    {
        ScriptedServer server(
            [](const HeardRequest &request) { return hawkbit(request, "geheim"); });
        Profile profile = profileOf(server);
        profile.server.setPath(u"/fleet/"_s);
        Attempt attempt(profile, u"geheim"_s);
        QTRY_COMPARE(attempt.connected.size(), 1);
        QCOMPARE(server.lines().constFirst(), QByteArray("GET /fleet/rest/v1/userinfo"));
    }

    void aWrongPasswordIsAFailure()
    {
        ScriptedServer server(
            [](const HeardRequest &request) { return hawkbit(request, "geheim"); });
        Attempt attempt(profileOf(server), u"wrong"_s);
        QTRY_COMPARE(attempt.failed.size(), 1);
        QCOMPARE(attempt.error().kind, ErrorKind::Unauthorized);
        QCOMPARE(attempt.session.state(), Session::State::Idle);
        QCOMPARE(attempt.signedOut.size(), 0);
        QCOMPARE(server.heard().size(), 1);
    }

    void aStrangerIsAFailure()
    {
        ScriptedServer server([](const HeardRequest &) {
            return httpAnswer(502, "<html><title>502 Bad Gateway</title></html>",
                { { "Content-Type", "text/html" } });
        });
        Attempt attempt(profileOf(server), u"geheim"_s);
        QTRY_COMPARE(attempt.failed.size(), 1);
        QCOMPARE(attempt.error().kind, ErrorKind::Protocol);
        QCOMPARE(attempt.error().where, u"GET /rest/v1/userinfo"_s);
        QCOMPARE(attempt.error().httpStatus, 502);
        QCOMPARE(attempt.error().message, u"502 Bad Gateway"_s);
    }

    void aRefusedPortIsAFailure()
    {
        Profile profile;
        {
            ScriptedServer server([](const HeardRequest &) { return std::nullopt; });
            profile = profileOf(server);
        }
        Attempt attempt(profile, u"geheim"_s);
        QTRY_COMPARE(attempt.failed.size(), 1);
        QCOMPARE(attempt.error().fault, NetworkFault::ConnectionRefused);
    }

    void aHangingAttemptIsDropped()
    {
        ScriptedServer server([](const HeardRequest &) { return std::nullopt; });
        Attempt attempt(profileOf(server), u"geheim"_s);
        QTRY_COMPARE(server.heard().size(), 1);
        attempt.session.abort();
        QCOMPARE(attempt.session.state(), Session::State::Idle);
        QTRY_COMPARE(server.abandoned(), 1);
        QCOMPARE(attempt.connected.size() + attempt.failed.size(), 0);
    }

    void sessionMayEndInTheMiddle()
    {
        ScriptedServer server([](const HeardRequest &) { return std::nullopt; });
        {
            Attempt attempt(profileOf(server), u"geheim"_s);
            QTRY_COMPARE(server.heard().size(), 1);
        }
        QTRY_COMPARE(server.abandoned(), 1);
    }

    void signsInAgain()
    {
        QByteArray password = "geheim";
        ScriptedServer server(
            [&](const HeardRequest &request) { return hawkbit(request, password); });
        Attempt attempt(profileOf(server), u"geheim"_s);
        QTRY_COMPARE(attempt.connected.size(), 1);
        password = "new";
        std::optional<ErrorKind> kind;
        const Call call = attempt.session.client().send(
            getUserInfo(), [&](const Result<UserInfo> &user) { kind = user.error().kind; });
        QTRY_VERIFY(kind);
        QCOMPARE(*kind, ErrorKind::Unauthorized);
        QCOMPARE(attempt.signedOut.size(), 1);
        QCOMPARE(attempt.session.state(), Session::State::Connected);
        attempt.session.signInAgain(u"new"_s);
        QTRY_COMPARE(attempt.connected.size(), 2);
        QCOMPARE(attempt.failed.size(), 0);
    }
};

FALCONER_TEST(tst_session)
#include "tst_session.moc"
