// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/wire.h"

#include <QTcpSocket>

namespace falconer {

namespace {

constexpr int patience = 10'000; // ms
constexpr char boundary[] = "falconer-conformance";

QByteArray multipart(const QList<SimPart> &parts)
{
    QByteArray body;
    for (const SimPart &part : parts) {
        body += QByteArray("--") + boundary + "\r\nContent-Disposition: form-data; name=\""
            + part.name + '"';
        if (!part.filename.isEmpty())
            body += "; filename=\"" + part.filename + '"';
        if (!part.contentType.isEmpty())
            body += "\r\nContent-Type: " + part.contentType;
        body += "\r\n\r\n" + part.content + "\r\n";
    }
    return body + "--" + boundary + "--\r\n";
}

QByteArray bytesOf(quint16 port, const SimRequest &request)
{
    const QByteArray body = request.parts.isEmpty() ? request.body : multipart(request.parts);
    QByteArray bytes = request.method + ' ' + request.target
        + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\nConnection: close\r\n";
    for (const auto &[name, value] : request.headers) {
        const bool isMultipart = name == "Content-Type" && !request.parts.isEmpty();
        bytes += name + ": " + value
            + (isMultipart ? QByteArray("; boundary=") + boundary : QByteArray()) + "\r\n";
    }
    if (!body.isEmpty() || request.method == "POST" || request.method == "PUT")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

} // namespace

SimResponse sendOverWire(quint16 port, const SimRequest &request)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(patience))
        return { .status = 0 };
    socket.write(bytesOf(port, request));
    QByteArray bytes;
    while (socket.waitForReadyRead(patience))
        bytes += socket.readAll();
    bytes += socket.readAll();
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = bytes.left(head).split('\n');
    SimResponse answer{ .status = lines.first().split(' ').value(1).toInt(),
        .body = bytes.mid(head + 4) };
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.append(std::pair(line.left(colon), line.mid(colon + 1).trimmed()));
    }
    answer.contentType = answer.header("Content-Type");
    return answer;
}

} // namespace falconer
