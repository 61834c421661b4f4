// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultproxy.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
using Descriptor = SOCKET;
#else
#include <sys/socket.h>
using Descriptor = int;
#endif

namespace falconer {

namespace {

constexpr qint64 mostBuffered = 256LL * 1024;

// Closing a socket that does not linger sends a reset instead of an orderly end.
void reset(QTcpSocket &socket)
{
    const linger none{ 1, 0 };
    setsockopt(Descriptor(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER,
        reinterpret_cast<const char *>(&none), sizeof none);
    socket.abort();
}

// One connection through the proxy: two sockets and the fault between them.
class Pipe final : public QObject {
public:
    // What the client says; by its first words the fault may become another one.
    using Heard = std::function<void(const QByteArray &bytes, Fault &fault)>;

    Pipe(qintptr descriptor, quint16 serverPort, Fault fault, Heard heard, FaultProxy *parent)
        : QObject(parent)
        , m_proxy(*parent)
        , m_fault(std::move(fault))
        , m_heard(std::move(heard))
    {
        for (QTcpSocket *socket : { &m_client, &m_server }) {
            socket->setReadBufferSize(mostBuffered);
            connect(socket, &QTcpSocket::readyRead, this, &Pipe::handOn);
            connect(socket, &QTcpSocket::bytesWritten, this, &Pipe::handOn);
            connect(socket, &QTcpSocket::disconnected, this, &Pipe::sideEnded);
        }
        m_drip.callOnTimeout(this, &Pipe::drip);
        m_client.setSocketDescriptor(descriptor);
        m_server.connectToHost(QHostAddress::LocalHost, serverPort);
        if (m_fault.kind == Fault::Kind::Drip)
            m_drip.start(m_fault.dripMs);
        else if (m_fault.after == 0)
            QMetaObject::invokeMethod(this, &Pipe::strikeWhenDue, Qt::QueuedConnection);
    }

    ~Pipe() override
    {
        m_client.disconnect(this);
        m_server.disconnect(this);
    }

private:
    void handOn()
    {
        if (!m_isBegun && m_client.bytesAvailable() > 0) {
            m_isBegun = true;
            m_heard(m_client.peek(8), m_fault);
        }
        move(m_client, m_server, Fault::Side::Client);
        if (m_fault.kind != Fault::Kind::Drip)
            move(m_server, m_client, Fault::Side::Server);
    }

    void move(QTcpSocket &from, QTcpSocket &to, Fault::Side side)
    {
        if (m_struck || to.bytesToWrite() > mostBuffered)
            return;
        qint64 most = mostBuffered;
        if (isFaulty(side))
            most = std::min(most, m_fault.after - m_passed);
        if (!from.isOpen() || !to.isOpen())
            return; // one side is not there yet or has gone
        const QByteArray bytes = from.read(most);
        to.write(bytes);
        if (side == Fault::Side::Client)
            m_heard(bytes, m_fault);
        if (isFaulty(side))
            m_passed += bytes.size();
        strikeWhenDue();
    }

    bool isFaulty(Fault::Side side) const
    {
        return m_fault.kind != Fault::Kind::None && m_fault.kind != Fault::Kind::Drip
            && m_fault.from == side;
    }

    void strikeWhenDue()
    {
        if (m_struck || m_fault.kind == Fault::Kind::None || m_fault.kind == Fault::Kind::Drip
            || m_passed < m_fault.after)
            return;
        m_struck = true;
        for (QTcpSocket *socket : { &m_client, &m_server }) {
            if (socket->state() == QTcpSocket::ConnectedState)
                socket->flush();
        }
        strike();
        emit m_proxy.struck();
    }

    void strike()
    {
        switch (m_fault.kind) {
        case Fault::Kind::Reset:
            reset(m_client);
            break;
        case Fault::Kind::Close:
            m_client.disconnectFromHost();
            break;
        case Fault::Kind::Answer:
            m_client.write(m_fault.bytes);
            m_client.disconnectFromHost();
            break;
        case Fault::Kind::Stall:
        case Fault::Kind::None:
        case Fault::Kind::Drip:
            break;
        }
    }

    void drip()
    {
        if (m_server.isOpen() && m_client.isOpen()) // else one is not there yet, or gone
            m_client.write(m_server.read(m_fault.dripBytes));
        if (m_server.bytesAvailable() == 0 && m_server.state() == QTcpSocket::UnconnectedState)
            m_client.disconnectFromHost();
    }

    // What one side still had to say is handed on before the other side is ended.
    void sideEnded()
    {
        if (m_client.state() == QTcpSocket::UnconnectedState) {
            m_server.abort();
            deleteLater();
        } else if (m_fault.kind != Fault::Kind::Drip && !m_struck) {
            handOn();
            if (!m_struck)
                m_client.disconnectFromHost();
        }
    }

    FaultProxy &m_proxy;
    Fault m_fault;
    Heard m_heard;
    bool m_isBegun = false;
    QTcpSocket m_client;
    QTcpSocket m_server;
    QTimer m_drip;
    qint64 m_passed = 0; // bytes of the faulty side
    bool m_struck = false;
};

} // namespace

FaultProxy::FaultProxy(quint16 serverPort, QObject *parent)
    : QTcpServer(parent)
    , m_serverPort(serverPort)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback");
    m_port = QTcpServer::serverPort();
}

QUrl FaultProxy::instead(QUrl server) const
{
    server.setPort(m_port);
    return server;
}

void FaultProxy::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    new Pipe(
        descriptor, m_serverPort, m_faults.isEmpty() ? m_faultForAll : m_faults.takeFirst(),
        [this, connection = m_connections](
            const QByteArray &bytes, Fault &fault) { hear(connection, bytes, fault); },
        this);
}

void FaultProxy::hear(int connection, const QByteArray &bytes, Fault &fault)
{
    Heard &heard = m_heard[connection];
    if (heard.firstBytes.isEmpty()) { // and not taken yet
        heard.firstBytes = bytes;
        auto &[those, faults] = m_faultsOf;
        if (!faults.isEmpty() && bytes.startsWith(those))
            fault = faults.takeFirst();
        return;
    }
    heard.bytes += bytes.size();
}

int FaultProxy::connectionsOf(const QByteArray &firstBytes, qint64 leastBytes) const
{
    return int(std::count_if(m_heard.begin(), m_heard.end(), [&](const Heard &heard) {
        return heard.firstBytes.startsWith(firstBytes) && heard.bytes >= leastBytes;
    }));
}

void FaultProxy::setDown(bool isDown)
{
    if (!isDown) {
        if (!listen(QHostAddress::LocalHost, m_port))
            qFatal("cannot listen on loopback again");
        return;
    }
    close();
    const QObjectList pipes = children();
    for (QObject *const pipe : pipes) {
        if (dynamic_cast<Pipe *>(pipe))
            delete pipe;
    }
}

quint16 refusedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace falconer
