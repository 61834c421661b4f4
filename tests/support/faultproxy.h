// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QTcpServer>
#include <QUrl>

namespace falconer {

// What happens to one connection. from and after say when: once so many bytes came from that side.
struct Fault {
    enum class Kind {
        None,
        Reset,  // the client sees a reset connection
        Close,  // the client sees an orderly end
        Stall,  // nothing is handed on any more, either way
        Answer, // the client gets bytes instead of what follows, and the connection is closed
        Drip,   // what the server says arrives in pieces of a few bytes, one every few ms
    };
    enum class Side { Server, Client };

    Kind kind = Kind::None;
    Side from = Side::Server;
    qint64 after = 0;
    QByteArray bytes;     // Answer
    qint64 dripBytes = 8; // Drip
    int dripMs = 10;      // Drip
};

// A TCP proxy on loopback between a client and any server on loopback: hands bytes on, both ways,
// with back-pressure, until the fault of its connection strikes. It lives in an event loop; it does
// not look into what it hands on.
class FaultProxy final : public QTcpServer {
    Q_OBJECT

public:
    explicit FaultProxy(quint16 serverPort, QObject *parent = nullptr);

    // For the connections to come, in their order; those after them are handed on whole.
    void setFaults(const QList<Fault> &faults) { m_faults = faults; }
    // For the connections to come whose first bytes are these, such as "POST", in their order.
    void setFaultsOf(const QByteArray &firstBytes, const QList<Fault> &faults)
    {
        m_faultsOf = { firstBytes, faults };
    }
    // For every connection that has none of its own.
    void setFaultForAll(const Fault &fault) { m_faultForAll = fault; }

    // The address of the proxy in place of the server's.
    QUrl instead(QUrl server) const;
    int connections() const { return m_connections; }
    // Of the connections so far, those whose first bytes were these and whose client has said at
    // least so much.
    int connectionsOf(const QByteArray &firstBytes, qint64 leastBytes = 0) const;
    // Ends all connections and takes no more, until it is called with false.
    void setDown(bool isDown);

signals:
    void struck(); // a fault did

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Heard {
        QByteArray firstBytes;
        qint64 bytes = 0;
    };
    void hear(int connection, const QByteArray &bytes, Fault &fault);

    quint16 m_serverPort;
    quint16 m_port;
    QList<Fault> m_faults;
    std::pair<QByteArray, QList<Fault>> m_faultsOf;
    QMap<int, Heard> m_heard; // by connection
    Fault m_faultForAll;
    int m_connections = 0;
};

// One that listens nowhere: a connection to it is refused.
quint16 refusedPort();

} // namespace falconer
