// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/devicehistories.h"

#include "services/time/utc.h"
#include "tests/support/recordings.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

QDateTime timeOf(const QJsonValue &value)
{
    return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), inUtc)
                            : QDateTime();
}

std::optional<int> numberOf(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

Action actionOf(const QJsonObject &json)
{
    const QJsonObject links = json["_links"_L1].toObject();
    return { .id = json["id"_L1].toInteger(),
        .type = json["type"_L1].toString(),
        .active = json["active"_L1].toBool(),
        .status = json["status"_L1].toString(),
        .forceType = json["forceType"_L1].toString(),
        .lastStatusCode = numberOf(json["lastStatusCode"_L1]),
        .createdAt = timeOf(json["createdAt"_L1]),
        .controllerId = links["target"_L1]["href"_L1].toString().section(u'/', -1),
        .targetName = links["target"_L1]["name"_L1].toString(),
        .distributionSet = links["distributionset"_L1]["name"_L1].toString() };
}

QList<ActionStatus> statusesOf(const QJsonValue &value)
{
    QList<ActionStatus> statuses;
    const QJsonArray list = value.isArray() ? value.toArray() : value["content"_L1].toArray();
    for (const QJsonValue &json : list) {
        QStringList messages;
        const QJsonArray texts = json["messages"_L1].toArray();
        for (const QJsonValue &message : texts)
            messages << message.toString();
        statuses << ActionStatus{ .id = json["id"_L1].toInteger(),
            .type = json["type"_L1].toString(),
            .messages = messages,
            .reportedAt = timeOf(json["reportedAt"_L1]),
            .timestamp = timeOf(json["timestamp"_L1]),
            .code = numberOf(json["code"_L1]) };
    }
    return statuses;
}

DeviceHistory historyOf(const QString &name, const QJsonValue &json)
{
    return { .name = name,
        .kind = json["kind"_L1].toString(),
        .action = actionOf(json["action"_L1].toObject()),
        .statuses = statusesOf(json["statuses"_L1]) };
}

} // namespace

QStringList deviceHistoryFiles()
{
    QStringList names;
    const QDir folder(QStringLiteral(FALCONER_TEST_DATA "/devices"));
    for (const QString &file : folder.entryList({ u"*.json"_s }, QDir::Files, QDir::Name))
        names << file.chopped(5);
    return names;
}

QList<DeviceHistory> loadDeviceHistories(const QString &file)
{
    const QByteArray bytes = testData("devices/"_L1 + file + ".json"_L1);
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    QList<DeviceHistory> histories;
    if (json.contains("statuses"_L1))
        histories << historyOf(file, json);
    const QJsonArray more = json["more"_L1].toArray();
    for (qsizetype i = 0; i < more.size(); ++i)
        histories << historyOf(file + ", more "_L1 + QString::number(i + 1), more[i]);
    const QJsonArray targets = json["targets"_L1].toArray();
    for (const QJsonValue &target : targets)
        histories << historyOf(target["target"_L1]["controllerId"_L1].toString(), target);
    return histories;
}

DeviceHistory loadDeviceHistory(const QString &file)
{
    return loadDeviceHistories(file).value(0);
}

} // namespace falconer
