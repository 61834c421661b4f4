// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/request.h"

#include <QJsonArray>
#include <QJsonObject>

namespace falconer {

// What a request that changes something sends, without a body or with one.
RequestData change(Verb verb, QByteArray path);
RequestData change(Verb verb, QByteArray path, const QJsonObject &body);
RequestData change(Verb verb, QByteArray path, const QJsonArray &body);

// [{"id":1},{"id":2}]: how hawkBit wants to be told of other things.
QJsonArray idObjects(const QList<qint64> &ids);

// A list body, each entry made by toJson.
template <typename T>
QJsonArray toJsonArray(const QList<T> &entries, QJsonObject (*toJson)(const T &))
{
    QJsonArray array;
    for (const T &entry : entries)
        array.append(toJson(entry));
    return array;
}

// Sets a member unless there is nothing to say: what is left out is the server's default, or stays
// as it is.
void insertText(QJsonObject &json, QLatin1StringView key, const QString &text);
void insertText(QJsonObject &json, QLatin1StringView key, const std::optional<QString> &text);
void insertFlag(QJsonObject &json, QLatin1StringView key, std::optional<bool> flag);

} // namespace falconer
