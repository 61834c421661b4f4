// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/exchange.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QByteArray find(const QList<std::pair<QByteArray, QByteArray>> &headers, QByteArrayView name)
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool hasBrokenEscape(QByteArrayView text)
{
    const auto isHex = [&](qsizetype i) {
        return i < text.size()
            && (isdigit(uchar(text[i])) || (tolower(text[i]) >= 'a' && tolower(text[i]) <= 'f'));
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && !(isHex(i + 1) && isHex(i + 2)))
            return true;
    }
    return false;
}

QString decoded(QByteArray text)
{
    text.replace('+', ' ');
    const QString result = QString::fromUtf8(QByteArray::fromPercentEncoding(text));
    return result.isNull() ? u""_s : result;
}

QByteArray jsonBytes(const QJsonValue &value)
{
    const QJsonDocument document
        = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return document.toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray SimRequest::header(QByteArrayView name) const
{
    return find(headers, name);
}

QByteArray SimResponse::header(QByteArrayView name) const
{
    return find(headers, name);
}

QByteArray SimRequest::path() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? target : target.left(mark);
}

QList<QByteArray> SimRequest::segments() const
{
    QList<QByteArray> result = path().split('/');
    result.removeFirst();
    return result;
}

QString SimRequest::query(QByteArrayView name) const
{
    const qsizetype mark = target.indexOf('?');
    if (mark < 0)
        return {};
    for (const QByteArray &pair : target.mid(mark + 1).split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray key = equals < 0 ? pair : pair.left(equals);
        const QByteArray value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
        if (decoded(key).toUtf8() == name && !hasBrokenEscape(value))
            return decoded(value);
    }
    return {};
}

SimResponse answer(int status, const QJsonValue &body)
{
    return { .status = status, .contentType = "application/hal+json", .body = jsonBytes(body) };
}

SimResponse noContent(int status)
{
    return { .status = status };
}

SimResponse refusal(int status, const QString &code, const QString &message)
{
    QJsonObject body{ { u"exceptionClass"_s, u"falconer.SimulatedRefusal"_s } };
    if (!code.isEmpty())
        body[u"errorCode"_s] = QString(u"hawkbit.server.error."_s + code);
    if (!message.isEmpty())
        body[u"message"_s] = message;
    return answer(status, body);
}

SimResponse springError(int status)
{
    static const QHash<int, QString> words{ { 400, u"Bad Request"_s }, { 401, u"Unauthorized"_s },
        { 404, u"Not Found"_s }, { 405, u"Method Not Allowed"_s }, { 406, u"Not Acceptable"_s },
        { 415, u"Unsupported Media Type"_s }, { 500, u"Internal Server Error"_s } };
    SimResponse response = answer(status,
        QJsonObject{ { u"timestamp"_s, u"2026-01-01T00:00:00.000+00:00"_s },
            { u"status"_s, status }, { u"error"_s, words.value(status) } });
    response.contentType = "application/json";
    return response;
}

SimResponse htmlError(int status)
{
    return { .status = status,
        .contentType = "text/html;charset=utf-8",
        .body = "<!doctype html><html lang=\"en\"><head><title>HTTP Status "
            + QByteArray::number(status) + "</title></head><body></body></html>" };
}

} // namespace falconer
