// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/history/historycodec.h"

#include "services/time/utc.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace falconer {

namespace {

// A status is an array in this order; missing is null.
enum Field { Id, Type, Messages, ReportedAt, Timestamp, Code, FieldCount };

QJsonValue toJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue();
}

QDateTime toTime(const QJsonValue &json)
{
    return json.isDouble() ? QDateTime::fromMSecsSinceEpoch(json.toInteger(), inUtc) : QDateTime();
}

QJsonArray toJson(const ActionStatus &status)
{
    return { status.id, status.type, QJsonArray::fromStringList(status.messages),
        toJson(status.reportedAt), toJson(status.timestamp),
        status.code ? QJsonValue(*status.code) : QJsonValue() };
}

ActionStatus toStatus(const QJsonArray &json)
{
    ActionStatus status{ .id = json[Id].toInteger(),
        .type = json[Type].toString(),
        .reportedAt = toTime(json[ReportedAt]),
        .timestamp = toTime(json[Timestamp]) };
    const QJsonArray messages = json[Messages].toArray();
    for (const QJsonValue &message : messages)
        status.messages << message.toString();
    if (json[Code].isDouble())
        status.code = json[Code].toInt();
    return status;
}

} // namespace

QByteArray packHistory(const QList<ActionStatus> &statuses)
{
    QJsonArray all;
    for (const ActionStatus &status : statuses)
        all << toJson(status);
    return qCompress(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

std::optional<QList<ActionStatus>> unpackHistory(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(qUncompress(bytes));
    if (!document.isArray())
        return std::nullopt;
    QList<ActionStatus> statuses;
    const QJsonArray all = document.array();
    statuses.reserve(all.size());
    for (const QJsonValue &json : all) {
        if (json.toArray().size() != FieldCount)
            return std::nullopt;
        statuses << toStatus(json.toArray());
    }
    return statuses;
}

QByteArray historyChecksum(const HistoryKey &key, const QByteArray &bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(key.controllerId.toUtf8());
    hash.addData(QByteArray::number(key.actionId).prepend('\0'));
    hash.addData(QByteArray::number(key.createdAt).prepend('\0'));
    hash.addData(bytes);
    return hash.result();
}

} // namespace falconer
