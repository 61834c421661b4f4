// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/changes.h"

#include <QJsonDocument>

namespace falconer {

using namespace Qt::StringLiterals;

RequestData change(Verb verb, QByteArray path)
{
    return { .verb = verb, .path = std::move(path), .patience = Patience::Write };
}

RequestData change(Verb verb, QByteArray path, const QJsonObject &body)
{
    RequestData request = change(verb, std::move(path));
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

RequestData change(Verb verb, QByteArray path, const QJsonArray &body)
{
    RequestData request = change(verb, std::move(path));
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

QJsonArray idObjects(const QList<qint64> &ids)
{
    QJsonArray array;
    for (const qint64 id : ids)
        array.append(QJsonObject{ { "id"_L1, id } });
    return array;
}

void insertText(QJsonObject &json, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        json[key] = text;
}

void insertText(QJsonObject &json, QLatin1StringView key, const std::optional<QString> &text)
{
    if (text)
        json[key] = *text;
}

void insertFlag(QJsonObject &json, QLatin1StringView key, std::optional<bool> flag)
{
    if (flag)
        json[key] = *flag;
}

} // namespace falconer
