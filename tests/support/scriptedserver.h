// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <optional>

namespace falconer {

// What a client said.
struct HeardRequest {
    QByteArray method;
    QByteArray target;                    // as it came: path and query, percent-encoded
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
    int connection = 0; // counts from 1

    QByteArray line() const { return method + ' ' + target; }
};

// An answer as bytes, with its Content-Length.
QByteArray httpAnswer(int status, const QByteArray &body = {},
    const QList<std::pair<QByteArray, QByteArray>> &headers
    = { { "Content-Type", "application/hal+json;charset=UTF-8" } });

// A server on loopback that says what the test tells it, in the test's own thread: bytes, so that
// it can also say what no HTTP library would.
class ScriptedServer final : public QTcpServer {
    Q_OBJECT

public:
    // Nothing: no answer now, see answerLater(). Empty bytes: none, and the connection is closed.
    using Handler = std::function<std::optional<QByteArray>(const HeardRequest &)>;

    explicit ScriptedServer(Handler handler);

    // From now on https, with this key and certificate.
    void useTls(const QSslConfiguration &configuration);

    QUrl url() const;
    const QList<HeardRequest> &heard() const { return m_heard; }
    QByteArrayList lines() const; // "GET /rest/v1/targets"
    void answerLater(qsizetype index, const QByteArray &bytes);
    // All of them, without a word, as a server does with those that are idle.
    void closeConnections();
    // Of those whose requests were heard: how many connections the client has closed.
    int abandoned() const { return m_abandoned; }

signals:
    void heardOne();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void read(QTcpSocket *socket, int connection);
    static void write(QTcpSocket *socket, const QByteArray &bytes);

    Handler m_handler;
    std::optional<QSslConfiguration> m_tls;
    QList<HeardRequest> m_heard;
    QList<QPointer<QTcpSocket>> m_sockets; // by request
    QMap<int, QByteArray> m_unread;        // by connection
    int m_connections = 0;
    int m_abandoned = 0;
};

} // namespace falconer
