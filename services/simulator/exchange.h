// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>

#include <utility>

namespace falconer {

// One part of a multipart body.
struct SimPart {
    QByteArray name;
    QByteArray filename;
    QByteArray contentType;
    QByteArray content;
};

// A request as the rules see it: no socket, nothing decoded twice.
struct SimRequest {
    QByteArray method;
    QByteArray target; // path and query as sent, still encoded
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QList<SimPart> parts; // of a multipart body, which is then empty
    QByteArray baseUrl;   // "http://127.0.0.1:8080": what links in the answer start with
    QByteArray peerAddress = "127.0.0.1";

    QByteArray header(QByteArrayView name) const; // the first of this name, any case; null: none
    QByteArray path() const;                      // before the query, encoded
    QList<QByteArray> segments() const; // of the path, encoded, without the empty first one
    // The decoded value of a query parameter (the first of its name); null when it is absent or its
    // escapes are broken, as a real server drops such a parameter.
    QString query(QByteArrayView name) const;
    bool hasQuery(QByteArrayView name) const { return !query(name).isNull(); }
};

struct SimResponse {
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers; // without Content-Type
    QByteArray contentType;                           // empty: no body
    QByteArray body;

    QByteArray header(QByteArrayView name) const;
};

// Answers. JSON goes out as application/hal+json or what the request's Accept prefers, with an
// ETag; that is the dispatcher's work.
SimResponse answer(int status, const QJsonValue &body);
SimResponse noContent(int status = 204);
// hawkBit's error body. The code without its "hawkbit.server.error." prefix; empty: no errorCode.
SimResponse refusal(int status, const QString &code, const QString &message = {});
// The framework's own error body, without an errorCode.
SimResponse springError(int status);
SimResponse htmlError(int status);

} // namespace falconer
