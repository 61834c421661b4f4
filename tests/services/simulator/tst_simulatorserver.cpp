// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/server.h"
#include "tests/support/testregistry.h"

#include <QTcpSocket>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr auto authorization = "Authorization: Basic YWRtaW46YWRtaW4=\r\n";

// The first line of the answer to a request sent as it is; empty when none came in time.
QByteArray statusLine(QTcpSocket &socket, const QByteArray &request)
{
    socket.write(request);
    QByteArray bytes;
    while (!bytes.contains("\r\n\r\n") && socket.waitForReadyRead(3000))
        bytes += socket.readAll();
    return bytes.left(bytes.indexOf("\r\n"));
}

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + authorization + "\r\n";
}

} // namespace

class tst_simulatorserver : public Test {
    Q_OBJECT

    std::unique_ptr<SimulatorServer> m_server;

    void connectTo(QTcpSocket &socket)
    {
        socket.connectToHost(u"127.0.0.1"_s, m_server->port());
        QVERIFY(socket.waitForConnected(3000));
    }

private slots:
    void init()
    {
        m_server = std::make_unique<SimulatorServer>(std::make_unique<Fleet>());
        QVERIFY(m_server->start());
    }
    void cleanup() { m_server.reset(); }

    void answersOnAFreePort()
    {
        QTcpSocket socket;
        connectTo(socket);
        QCOMPARE(statusLine(socket, get("/rest/v1/userinfo")), "HTTP/1.1 200 OK");
        QVERIFY(m_server->port() > 0);
    }

    // Qt sends DELETE without a length; waiting for a body would stall it.
    void deletesWithoutALength()
    {
        m_server->withFleet([](Fleet &fleet) {
            SimTarget target;
            target.controllerId = u"gone"_s;
            fleet.targets.insert(target);
        });
        QTcpSocket socket;
        connectTo(socket);
        const QByteArray request
            = QByteArray("DELETE /rest/v1/targets/gone HTTP/1.1\r\nHost: x\r\n") + authorization
            + "\r\n";
        QCOMPARE(statusLine(socket, request), "HTTP/1.1 204 No Content");
    }

    void idleConnectionsKeepNobodyWaiting()
    {
        std::vector<std::unique_ptr<QTcpSocket>> idle;
        for (int i = 0; i < 20; ++i) {
            idle.push_back(std::make_unique<QTcpSocket>());
            connectTo(*idle.back());
            QVERIFY(!statusLine(*idle.back(), get("/rest/v1/userinfo")).isEmpty());
        }
        QTcpSocket late;
        connectTo(late);
        QCOMPARE(statusLine(late, get("/rest/v1/userinfo")), "HTTP/1.1 200 OK");
    }

    void refusesAPortThatIsTaken()
    {
        SimulatorServer second(std::make_unique<Fleet>());
        QVERIFY(!second.start(m_server->port()));
    }

    void encodedTargetsArriveAsTheyWereSent()
    {
        QTcpSocket socket;
        connectTo(socket);
        QVERIFY(statusLine(socket, get("/rest/v1/targets/a%2Fb")).contains(" 400"));
    }
};

FALCONER_TEST(tst_simulatorserver)

#include "tst_simulatorserver.moc"
