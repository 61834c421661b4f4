// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/statusinput.h"

#include "services/time/utc.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 begin = 1'800'000'000'000;

// Some ten thousand years both ways: what a QDateTime can hold.
QDateTime timeOf(const QJsonValue &value)
{
    const auto most = qint64(1e14);
    return QDateTime::fromMSecsSinceEpoch(std::clamp(value.toInteger(), -most, most), inUtc);
}

ActionStatus statusOf(const QJsonValue &value)
{
    ActionStatus status{ .id = value["id"_L1].toInteger(),
        .type = value["type"_L1].toString(),
        .reportedAt = timeOf(value["reportedAt"_L1]) };
    const QJsonArray messages = value["messages"_L1].toArray();
    for (const QJsonValue &message : messages)
        status.messages << message.toString();
    if (value["timestamp"_L1].isDouble())
        status.timestamp = timeOf(value["timestamp"_L1]);
    if (value["code"_L1].isDouble())
        status.code = value["code"_L1].toInt();
    return status;
}

ActionStatus statusOf(const QString &line, qint64 number)
{
    const qsizetype colon = line.indexOf(": "_L1);
    return { .id = 1 + number,
        .type = colon < 0 ? u"running"_s : line.left(colon),
        .messages = (colon < 0 ? line : line.mid(colon + 2)).split(u" / "_s),
        .reportedAt = QDateTime::fromMSecsSinceEpoch(begin + 1'000 * number, inUtc) };
}

} // namespace

QList<ActionStatus> statusesOf(const QByteArray &bytes)
{
    QList<ActionStatus> statuses;
    if (const QJsonDocument json = QJsonDocument::fromJson(bytes); json.isArray()) {
        const QJsonArray values = json.array();
        for (const QJsonValue &value : values)
            statuses << statusOf(value);
        return statuses;
    }
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    for (const QString &line : lines)
        statuses << statusOf(line, statuses.size());
    return statuses;
}

} // namespace falconer
