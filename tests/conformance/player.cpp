// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/player.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int tries = 5;
constexpr QLatin1StringView example("http://hawkbit.example");

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toVariant().toString();
}

// A value by its JSON pointer, such as "/content/0/id".
QJsonValue at(QJsonValue value, const QString &pointer)
{
    for (const QString &key : pointer.split(u'/', Qt::SkipEmptyParts))
        value = value.isArray() ? value.toArray().at(key.toInt()) : value.toObject()[key];
    return value;
}

QJsonValue jsonOf(const SimResponse &answer)
{
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

bool isOneOf(const QJsonValue &value, const QJsonValue &wanted)
{
    return wanted.isArray() ? wanted.toArray().contains(value) : value == wanted;
}

SimPart readPart(const QJsonValue &json)
{
    SimPart part{ .name = json["name"_L1].toString().toUtf8(),
        .filename = json["filename"_L1].toString().toUtf8(),
        .contentType = json["contentType"_L1].toString().toUtf8() };
    part.content = json["text"_L1].toString().toUtf8();
    if (json["repeat"_L1].isString())
        part.content = json["repeat"_L1].toString().toUtf8().repeated(json["times"_L1].toInt());
    return part;
}

QByteArray jsonBytes(const QJsonValue &value)
{
    const QJsonDocument document
        = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return document.toJson(QJsonDocument::Compact);
}

} // namespace

Player::Player(Send send, const QByteArray &baseUrl)
    : m_send(std::move(send))
    , m_baseUrl(baseUrl)
{
}

QString Player::filled(const QString &text, bool isPath) const
{
    static const QRegularExpression place(u"\\$\\{([^}]+)\\}"_s);
    QString result;
    qsizetype end = 0;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += text.mid(end, match.capturedStart() - end);
        end = match.capturedEnd();
        const auto known = m_captured.constFind(match.captured(1));
        if (known == m_captured.constEnd()) {
            result += match.captured();
            continue;
        }
        const QString value = textOf(*known);
        const bool encodes = isPath && !value.startsWith(u'/');
        result += encodes ? QString::fromLatin1(QUrl::toPercentEncoding(value)) : value;
    }
    return result + text.mid(end);
}

QJsonValue Player::filled(const QJsonValue &value) const
{
    if (value.isString()) {
        const QString text = value.toString();
        const QString name = text.mid(2).chopped(text.size() > 2 ? 1 : 0);
        const bool isWhole = text.startsWith("${"_L1) && text.endsWith(u'}');
        return isWhole && m_captured.contains(name) ? m_captured[name]
                                                    : QJsonValue(filled(text, false));
    }
    if (value.isArray()) {
        const QJsonArray elements = value.toArray();
        QJsonArray array;
        for (const QJsonValue &element : elements)
            array << filled(element);
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        it.value() = filled(QJsonValue(it.value()));
    return object;
}

void Player::addBody(const QJsonValue &body, SimRequest &request) const
{
    if (body.isNull() || body.isUndefined())
        return;
    if (body["multipart"_L1].isObject()) {
        const QJsonArray parts = body["multipart"_L1]["parts"_L1].toArray();
        for (const QJsonValue &part : parts)
            request.parts << readPart(part);
        return;
    }
    const bool isText = body.isObject() && body.toObject().keys() == QStringList{ u"text"_s };
    request.body = isText ? body["text"_L1].toString().toUtf8() : jsonBytes(body);
}

SimRequest Player::request(const RecordedStep &step) const
{
    const QJsonObject recorded = step.json["request"_L1].toObject();
    const QJsonObject pattern = step.json["template"_L1].toObject();
    const auto wanted = [&](QLatin1StringView key) {
        return pattern.contains(key) ? pattern[key] : recorded[key];
    };
    SimRequest request{ .method = step.method().toLatin1(), .baseUrl = m_baseUrl };
    request.target = pattern.contains("path"_L1)
        ? filled(pattern["path"_L1].toString(), true).toUtf8()
        : step.path().toUtf8();
    const QJsonObject headers = wanted("headers"_L1).toObject();
    if (!headers.contains("Accept"_L1))
        request.headers.append(
            std::pair(QByteArray("Accept"), QByteArray("application/hal+json, application/json")));
    for (auto it = headers.begin(); it != headers.end(); ++it)
        request.headers.append(
            std::pair(it.key().toLatin1(), filled(it.value().toString(), false).toUtf8()));
    const QString who = step.json["as"_L1].toString();
    QByteArray authorization;
    if (who == "admin"_L1 || who == "viewer"_L1)
        authorization = "Basic " + (who + u':' + who).toLatin1().toBase64();
    if (step.json.contains("auth"_L1)) {
        const QJsonValue auth
            = pattern.contains("auth"_L1) ? pattern["auth"_L1] : step.json["auth"_L1];
        authorization = filled(auth.toString(), false).toUtf8();
    }
    if (!authorization.isEmpty())
        request.headers.append(std::pair(QByteArray("Authorization"), authorization));
    const QJsonValue body = recorded["body"_L1];
    const bool isLiteral = body["multipart"_L1].isObject();
    addBody(isLiteral ? body : filled(QJsonValue(wanted("body"_L1))), request);
    return request;
}

bool Player::isDone(const RecordedStep &step, const SimResponse &answer) const
{
    const QJsonObject until = step.json["repeatUntil"_L1].toObject();
    const QJsonValue body = jsonOf(answer);
    for (auto it = until.begin(); it != until.end(); ++it) {
        const bool isRight = it.key() == "@status"_L1 ? answer.status == it.value().toInt()
                                                      : isOneOf(at(body, it.key()), it.value());
        if (!isRight)
            return false;
    }
    return true;
}

void Player::capture(const RecordedStep &step, const SimResponse &answer)
{
    const QJsonObject captures = step.json["captures"_L1].toObject();
    const QJsonValue body = jsonOf(answer);
    for (auto it = captures.begin(); it != captures.end(); ++it) {
        const QString pointer = it.value().toString();
        QJsonValue value = at(body, pointer);
        if (pointer.startsWith(u'@'))
            value = QString::fromLatin1(answer.header(pointer.mid(1).toLatin1()));
        else if (pointer.startsWith("path:"_L1))
            value = at(body, pointer.mid(5)).toString().remove(QString::fromLatin1(m_baseUrl));
        if (!value.isUndefined() && !value.isNull() && value != QString())
            m_captured.insert(it.key(), value);
    }
}

SimResponse Player::play(const RecordedStep &step)
{
    const SimRequest request = this->request(step);
    SimResponse answer;
    for (int i = 0; i < tries; ++i) {
        answer = m_send(request);
        if (isDone(step, answer))
            break;
    }
    capture(step, answer);
    answer.body.replace(m_baseUrl, QByteArray(example.data(), example.size()));
    return answer;
}

} // namespace falconer
