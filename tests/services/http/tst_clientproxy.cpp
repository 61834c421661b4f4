// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/client.h"
#include "tests/support/rawrequests.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QUrl hawkbit()
{
    return QUrl(u"http://hawkbit.invalid"_s);
}

std::optional<QByteArray> sayYes(const HeardRequest &)
{
    return httpAnswer(200, "{}");
}

// How a Linux system names its proxy where no desktop does.
class ProxyInEnvironment {
public:
    explicit ProxyInEnvironment(const QUrl &proxy)
    {
        for (const char *const name : names) {
            m_before << qgetenv(name);
            qunsetenv(name);
        }
        qputenv("http_proxy", proxy.toEncoded());
    }
    ~ProxyInEnvironment()
    {
        for (const char *const name : names)
            qputenv(name, m_before.takeFirst());
    }
    Q_DISABLE_COPY_MOVE(ProxyInEnvironment)

private:
    static constexpr std::array names{ "http_proxy", "all_proxy", "no_proxy", "NO_PROXY" };
    QByteArrayList m_before;
};

} // namespace

class tst_clientproxy : public Test {
    Q_OBJECT

private slots:
    void initTestCase()
    {
#ifndef Q_OS_LINUX
        QSKIP("another system keeps its proxy elsewhere");
#endif
    }

    void theSystemsProxyIsUsed_data()
    {
        QTest::addColumn<Verb>("verb");
        QTest::newRow("read") << Verb::Get;
        QTest::newRow("write") << Verb::Post;
    }

    void theSystemsProxyIsUsed()
    {
        QFETCH(Verb, verb);
        ScriptedServer proxy(sayYes);
        const ProxyInEnvironment environment(proxy.url());
        Client client({ .server = hawkbit() });
        Results<Nothing> results;
        const Call call = client.send(rawWrite(verb, "/x", "{}"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QVERIFY2(results.all.first(),
            qPrintable(results.all.first() ? QString() : results.error().message));
        QCOMPARE(proxy.heard().size(), 1);
        QCOMPARE(proxy.heard().first().target, "http://hawkbit.invalid/x");
    }

    void orNotWhenToldSo_data()
    {
        theSystemsProxyIsUsed_data();
    }

    void orNotWhenToldSo()
    {
        QFETCH(Verb, verb);
        ScriptedServer proxy(sayYes);
        const ProxyInEnvironment environment(proxy.url());
        Client client({ .server = hawkbit(), .useSystemProxy = false });
        Results<Nothing> results;
        const Call call = client.send(rawWrite(verb, "/x", "{}"), results.take());
        QTRY_COMPARE_WITH_TIMEOUT(results.all.size(), 1, 20'000);
        QCOMPARE(results.error().fault, NetworkFault::HostNotFound);
        QVERIFY(proxy.heard().isEmpty());
    }

    // As a demo fleet beside Falconer is.
    void loopbackIsReachedDirectly()
    {
        ScriptedServer proxy(sayYes);
        ScriptedServer server(sayYes);
        const ProxyInEnvironment environment(proxy.url());
        Client client({ .server = server.url() });
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QCOMPARE(server.lines(), QByteArrayList{ "GET /x" });
        QVERIFY(proxy.heard().isEmpty());
    }

    void aProxyThatRefusesIsBlamed()
    {
        ScriptedServer proxy([](const HeardRequest &) { return httpAnswer(407); });
        const ProxyInEnvironment environment(proxy.url());
        Client client({ .server = hawkbit(), .retryDelays = { 1 } });
        Results<QByteArray> results;
        const Call call = client.send(rawRead("/x"), results.take());
        QTRY_COMPARE(results.all.size(), 1);
        QCOMPARE(results.error().kind, ErrorKind::Network);
        QCOMPARE(results.error().fault, NetworkFault::Proxy);
        QCOMPARE(proxy.heard().size(), 1);
    }
};

FALCONER_TEST(tst_clientproxy)
#include "tst_clientproxy.moc"
