// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedserver.h"

#include <QSslSocket>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// The first whole request in bytes, taken out of them.
std::optional<HeardRequest> takeRequest(QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return std::nullopt;
    const QByteArrayList lines = bytes.left(headEnd).split('\n');
    const QByteArrayList first = lines.first().trimmed().split(' ');
    HeardRequest request{ .method = first.value(0), .target = first.value(1) };
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype bodyAt = headEnd + 4;
    const qsizetype size = request.headers.value("content-length").toInt();
    if (bytes.size() < bodyAt + size)
        return std::nullopt;
    request.body = bytes.mid(bodyAt, size);
    bytes.remove(0, bodyAt + size);
    return request;
}

} // namespace

QByteArray httpAnswer(
    int status, const QByteArray &body, const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QByteArray answer = "HTTP/1.1 " + QByteArray::number(status) + " Said so\r\n";
    for (const auto &[name, value] : headers)
        answer += name + ": " + value + "\r\n";
    if (status != 204 && status != 304)
        answer += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return answer + "\r\n" + body;
}

ScriptedServer::ScriptedServer(Handler handler)
    : m_handler(std::move(handler))
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("cannot listen on loopback");
}

void ScriptedServer::useTls(const QSslConfiguration &configuration)
{
    m_tls = configuration;
}

QUrl ScriptedServer::url() const
{
    return QUrl(
        (m_tls ? u"https://127.0.0.1:"_s : u"http://127.0.0.1:"_s) + QString::number(serverPort()));
}

QByteArrayList ScriptedServer::lines() const
{
    QByteArrayList result;
    for (const HeardRequest &request : m_heard)
        result << request.line();
    return result;
}

void ScriptedServer::answerLater(qsizetype index, const QByteArray &bytes)
{
    if (QTcpSocket *const socket = m_sockets.at(index))
        write(socket, bytes);
}

void ScriptedServer::closeConnections()
{
    for (QTcpSocket *const socket : findChildren<QTcpSocket *>())
        socket->disconnectFromHost();
}

void ScriptedServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *const socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    const int connection = ++m_connections;
    socket->setSocketDescriptor(descriptor);
    connect(socket, &QTcpSocket::readyRead, this,
        [this, socket, connection] { read(socket, connection); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        if (m_sockets.contains(socket))
            ++m_abandoned;
        socket->deleteLater();
    });
    if (auto *const secure = qobject_cast<QSslSocket *>(socket)) {
        secure->setSslConfiguration(*m_tls);
        secure->startServerEncryption();
    }
}

void ScriptedServer::read(QTcpSocket *socket, int connection)
{
    QByteArray &unread = m_unread[connection];
    unread += socket->readAll();
    while (std::optional<HeardRequest> request = takeRequest(unread)) {
        request->connection = connection;
        m_heard << *request;
        m_sockets << socket;
        const std::optional<QByteArray> answer = m_handler(*request);
        emit heardOne();
        if (answer)
            write(socket, *answer);
    }
}

void ScriptedServer::write(QTcpSocket *socket, const QByteArray &bytes)
{
    if (!bytes.isEmpty())
        socket->write(bytes);
    if (bytes.isEmpty() || bytes.contains("Connection: close"))
        socket->disconnectFromHost();
}

} // namespace falconer
