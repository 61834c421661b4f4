// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/client.h"
#include "tests/support/faultproxy.h"
#include "tests/support/rawrequests.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"
#include "tests/support/tlsfingerprints.h"
#include "tests/support/tlsidentity.h"

#include <QTest>
#include <QTimeZone>

using namespace falconer;
using namespace falconer::tlsfingerprints;
using namespace Qt::StringLiterals;

namespace {

std::optional<QByteArray> sayYes(const HeardRequest &)
{
    return httpAnswer(200, "{}");
}

ClientOptions optionsFor(const QUrl &server, const QByteArray &trusted = {})
{
    ClientOptions options{ .server = server,
        .credentials = { Credentials::Scheme::Basic, u"admin"_s, u"word"_s },
        .trustedCertificate = trusted,
        .retryDelays = { 1, 1 } };
    options.timeouts = { .probe = 2'000, .read = 2'000, .write = 2'000, .transfer = 2'000 };
    return options;
}

} // namespace

// Whom Falconer speaks to, and what it says of those whom it does not.
class tst_clienttls : public Test {
    Q_OBJECT

private slots:
    void theUnknownIsDescribedAndToldNothing_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::newRow("read") << Verb::Get;
        QTest::newRow("write") << Verb::Post;
    }

    void theUnknownIsDescribedAndToldNothing()
    {
        QFETCH(Verb, verb);
        ScriptedServer server(sayYes);
        server.useTls(tlsIdentity(u"selfsigned"_s));
        Client client(optionsFor(server.url()));
        Results<Nothing> results;
        const Call call = client.send(rawWrite(verb, "/x", "{}"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QVERIFY(!results.all.first());
        const Error &error = results.error();
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.fault, NetworkFault::None);
        QVERIFY(error.certificate);
        QCOMPARE(error.certificate->subject, u"selfsigned.hawkbit.example"_s);
        QCOMPARE(error.certificate->issuer, u"selfsigned.hawkbit.example"_s);
        QCOMPARE(error.certificate->notBefore.timeSpec(), Qt::UTC);
        QCOMPARE(error.certificate->notBefore.toString(Qt::ISODate), u"2026-01-01T00:00:00Z"_s);
        QCOMPARE(error.certificate->notAfter.toString(Qt::ISODate), u"2066-01-01T12:34:56Z"_s);
        QCOMPARE(error.certificate->sha256, selfSigned());
        QCOMPARE(error.certificate->problems,
            QStringList{ u"The certificate is self-signed, and untrusted"_s });
        QCOMPARE(client.sentCount(), 1);
        QTRY_VERIFY(server.findChildren<QTcpSocket *>().isEmpty()); // it read all there was
        QVERIFY(server.heard().isEmpty());
    }

    void thePinnedIsTrusted_data()
    {
        QTest::addColumn<QString>("identity");
        QTest::addColumn<QByteArray>("pin");
        QTest::newRow("self-signed") << u"selfsigned"_s << selfSigned();
        QTest::newRow("expired") << u"expired"_s << expired();
    }

    // Each of many connections is judged, not the first only.
    void thePinnedIsTrusted()
    {
        QFETCH(QString, identity);
        QFETCH(QByteArray, pin);
        ScriptedServer server(sayYes);
        server.useTls(tlsIdentity(identity));
        Client client(optionsFor(server.url(), pin));
        Results<Nothing> results;
        std::vector<Call> calls;
        for (const Verb verb : { Verb::Get, Verb::Post, Verb::Get, Verb::Put, Verb::Get })
            calls.push_back(client.send(rawWrite(verb, "/x", "{}"), results.take()));
        QTRY_COMPARE(results.all.size(), 5);
        for (const Result<Nothing> &result : results.all)
            QVERIFY2(result, result ? "" : qPrintable(result.error().message));
        QCOMPARE(server.heard().size(), 5);
        QVERIFY(server.heard().first().headers.contains("authorization"));
    }

    void anotherThanThePinnedIsRefused_data()
    {
        QTest::addColumn<QString>("identity");
        QTest::addColumn<QByteArray>("pin");
        QTest::addColumn<QByteArray>("shown");
        QTest::addColumn<QString>("problem");
        QTest::newRow("another") << u"other"_s << selfSigned() << other() << u"self-signed"_s;
        QTest::newRow("expired") << u"expired"_s << selfSigned() << expired() << u"expired"_s;
        QTest::newRow("half a pin")
            << u"other"_s << other().left(16) << other() << u"self-signed"_s;
    }

    void anotherThanThePinnedIsRefused()
    {
        QFETCH(QString, identity);
        QFETCH(QByteArray, pin);
        QFETCH(QByteArray, shown);
        QFETCH(QString, problem);
        ScriptedServer server(sayYes);
        server.useTls(tlsIdentity(identity));
        Client client(optionsFor(server.url(), pin));
        Results<QByteArray> results;
        std::vector<Call> calls;
        for (int i = 0; i < 4; ++i)
            calls.push_back(client.send(rawRead("/x"), results.take()));
        QTRY_COMPARE(results.all.size(), 4);
        for (const Result<QByteArray> &result : results.all) {
            QVERIFY(!result);
            QCOMPARE(result.error().kind, ErrorKind::Tls);
            QVERIFY(result.error().certificate);
            QCOMPARE(result.error().certificate->sha256, shown);
            QVERIFY2(result.error().certificate->problems.join(u'|').contains(problem),
                qPrintable(result.error().certificate->problems.join(u'|')));
        }
        QCOMPARE(client.sentCount(), 4);
        QVERIFY(server.heard().isEmpty());
    }

    // The pin is for one server: it makes no other one less strict.
    void theNameOfTheHostCounts()
    {
        ScriptedServer server(sayYes);
        server.useTls(tlsIdentity(u"selfsigned"_s));
        QUrl url = server.url();
        url.setHost(u"localhost"_s);
        Client client(optionsFor(url));
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QVERIFY(!results.all.first());
        QCOMPARE(results.error().kind, ErrorKind::Tls);
        QVERIFY(results.error().certificate->problems.size() > 1);
        QVERIFY(results.error().certificate->problems.join(u'|').contains("host name"_L1));
    }

    void whatSpeaksNoTlsIsSaidAtOnce()
    {
        ScriptedServer server(sayYes);
        FaultProxy plain(server.serverPort());
        plain.setFaultForAll({ .kind = Fault::Kind::Answer,
            .from = Fault::Side::Client,
            .after = 1,
            .bytes = httpAnswer(400, {}, { { "Connection", "close" } }) });
        QUrl url = plain.instead(server.url());
        url.setScheme(u"https"_s);
        Client client(optionsFor(url, selfSigned()));
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE_WITH_TIMEOUT(results.all.size(), 1, 1'500);
        QVERIFY(!results.all.first());
        QCOMPARE(results.error().kind, ErrorKind::Tls);
        QVERIFY(!results.error().certificate);
        QVERIFY(!results.error().message.isEmpty());
        QCOMPARE(client.sentCount(), 1);
    }

    void aHandshakeThatBreaksIsALostConnection()
    {
        ScriptedServer server(sayYes);
        server.useTls(tlsIdentity(u"selfsigned"_s));
        FaultProxy proxy(server.serverPort());
        proxy.setFaultForAll({ .kind = Fault::Kind::Close, .after = 50 });
        Client client(optionsFor(proxy.instead(server.url()), selfSigned()));
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE_WITH_TIMEOUT(results.all.size(), 1, 1'500);
        QVERIFY(!results.all.first());
        QCOMPARE(results.error().kind, ErrorKind::Network);
        QCOMPARE(results.error().fault, NetworkFault::ConnectionLost);
        QVERIFY(server.heard().isEmpty());
    }

    void aSilentHandshakeTimesOut()
    {
        ScriptedServer server(sayYes); // waits for a line that never comes
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        ClientOptions options = optionsFor(url);
        options.timeouts.read = 300;
        Client client(options);
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QVERIFY(!results.all.first());
        QCOMPARE(results.error().kind, ErrorKind::Timeout);
    }
};

FALCONER_TEST(tst_clienttls)
#include "tst_clienttls.moc"
