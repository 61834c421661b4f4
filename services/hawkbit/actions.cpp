// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/hawkbit/actions.h"

#include "services/hawkbit/links.h"
#include "services/http/path.h"
#include "services/time/utc.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

std::optional<int> optionalInt(const JsonReader &json, QLatin1StringView key)
{
    const std::optional<qint64> value = json.optionalInteger(key);
    return value ? std::optional(int(*value)) : std::nullopt;
}

std::optional<MaintenanceWindow> readMaintenanceWindow(const JsonReader &json)
{
    if (!json.has("maintenanceWindow"_L1))
        return std::nullopt;
    const JsonReader window = json.member("maintenanceWindow"_L1);
    return MaintenanceWindow{
        .schedule = window.text("schedule"_L1),
        .duration = window.text("duration"_L1),
        .timezone = window.text("timezone"_L1),
        .nextStartAt = window.time("nextStartAt"_L1),
    };
}

std::optional<qint64> readSetId(const JsonReader &json)
{
    bool isNumber = false;
    const qint64 id = linkAddress(json, "distributionset"_L1)
                          .section(u'/', -1)
                          .section(u'?', 0, 0)
                          .toLongLong(&isNumber);
    return isNumber ? std::optional(id) : std::nullopt;
}

// Up to 0.9 "status" tells only pending or finished, and "detailStatus" the rest.
bool readActive(const JsonReader &json)
{
    return json.has("active"_L1) ? json.boolean("active"_L1)
                                 : json.text("status"_L1) == "pending"_L1;
}

std::optional<QString> readMessage(const JsonReader &json)
{
    return json.value().isNull() ? std::nullopt : std::optional(json.asText());
}

// Old servers write a report without words as [null].
QStringList readMessages(const JsonReader &json)
{
    QStringList messages;
    const auto all = json.listOrEmpty<std::optional<QString>>("messages"_L1, readMessage);
    for (const std::optional<QString> &message : all) {
        if (message)
            messages << *message;
    }
    return messages;
}

// Links may be missing: whoever asks for the actions of a target knows whose they are.
Action ofTarget(Action action, const QString &controllerId)
{
    action.controllerId = controllerId;
    return action;
}

Page<Action> ofTarget(Page<Action> page, const QString &controllerId)
{
    for (Action &action : page.content)
        action.controllerId = controllerId;
    return page;
}

template <typename T>
typename Request<T>::Decode readOfTarget(const QString &controllerId, T (*read)(const JsonReader &))
{
    return [controllerId, read](const Response &response) {
        return decodeJson<T>(response.body, read).map([&](T value) {
            return ofTarget(std::move(value), controllerId);
        });
    };
}

QByteArray actionPath(const QString &controllerId, qint64 actionId)
{
    return managementPath({ u"targets"_s, controllerId, u"actions"_s, QString::number(actionId) });
}

} // namespace

QString setTitle(const QString &nameAndVersion)
{
    QString title = nameAndVersion;
    if (const qsizetype colon = title.lastIndexOf(u':'); colon >= 0)
        title[colon] = u' ';
    return title;
}

bool Action::hasEnded() const
{
    return !active && status != "scheduled"_L1;
}

QString Action::setTitle() const
{
    return falconer::setTitle(distributionSet);
}

Action readAction(const JsonReader &json)
{
    return {
        .id = json.integer("id"_L1),
        .type = json.text("type"_L1),
        .active = readActive(json),
        .status
        = json.has("detailStatus"_L1) ? json.text("detailStatus"_L1) : json.text("status"_L1),
        .forceType = json.textOr("forceType"_L1),
        .forceTime = json.time("forceTime"_L1),
        .weight = optionalInt(json, "weight"_L1),
        .maintenanceWindow = readMaintenanceWindow(json),
        .lastStatusCode = optionalInt(json, "lastStatusCode"_L1),
        .rolloutId = json.optionalInteger("rollout"_L1),
        .rolloutName = json.textOr("rolloutName"_L1),
        .createdBy = json.textOr("createdBy"_L1),
        .createdAt = json.time("createdAt"_L1),
        .lastModifiedAt = json.time("lastModifiedAt"_L1),
        .controllerId = controllerIdOf(linkAddress(json, "self"_L1)),
        .targetName = linkName(json, "target"_L1),
        .distributionSet = linkName(json, "distributionset"_L1),
        .distributionSetId = readSetId(json),
    };
}

ActionStatus readActionStatus(const JsonReader &json)
{
    return {
        .id = json.integer("id"_L1),
        .type = json.text("type"_L1),
        .messages = readMessages(json),
        // Required: without it there is no place on the time axis.
        .reportedAt = QDateTime::fromMSecsSinceEpoch(json.integer("reportedAt"_L1), inUtc),
        .timestamp = json.time("timestamp"_L1),
        .code = optionalInt(json, "code"_L1),
    };
}

Request<Page<Action>> listActions(const ListQuery &query)
{
    Query all = toQuery(query);
    all.append({ u"representation"_s, u"full"_s });
    return { { .path = managementPath({ u"actions"_s }), .query = all },
        readJson(readPage<Action, readAction>) };
}

Request<Page<Action>> listTargetActions(const QString &controllerId, const ListQuery &query)
{
    return { { .path = managementPath({ u"targets"_s, controllerId, u"actions"_s }),
                 .query = toQuery(query) },
        readOfTarget(controllerId, readPage<Action, readAction>) };
}

Request<Action> getAction(const QString &controllerId, qint64 actionId)
{
    return { { .path = actionPath(controllerId, actionId) },
        readOfTarget(controllerId, readAction) };
}

Request<Page<ActionStatus>> listActionStatuses(
    const QString &controllerId, qint64 actionId, const ListQuery &query)
{
    return { { .path = actionPath(controllerId, actionId) + "/status", .query = toQuery(query) },
        readJson(readPage<ActionStatus, readActionStatus>) };
}

Request<Action> forceAction(const QString &controllerId, qint64 actionId)
{
    return { { .verb = Verb::Put,
                 .path = actionPath(controllerId, actionId),
                 .body = R"({"forceType":"forced"})",
                 .patience = Patience::Write },
        readOfTarget(controllerId, readAction) };
}

Request<Nothing> cancelAction(const QString &controllerId, qint64 actionId)
{
    return { { .verb = Verb::Delete,
                 .path = actionPath(controllerId, actionId),
                 .patience = Patience::Write },
        ignoreBody() };
}

Request<Nothing> forceQuitAction(const QString &controllerId, qint64 actionId)
{
    return { { .verb = Verb::Delete,
                 .path = actionPath(controllerId, actionId),
                 .query = { { u"force"_s, u"true"_s } },
                 .patience = Patience::Write },
        ignoreBody() };
}

Request<Nothing> deleteActions(const QList<qint64> &actionIds)
{
    QJsonArray ids;
    for (const qint64 id : actionIds)
        ids << id;
    return { { .verb = Verb::Delete,
                 .path = managementPath({ u"actions"_s }),
                 .body = QJsonDocument(ids).toJson(QJsonDocument::Compact),
                 .patience = Patience::Write },
        ignoreBody() };
}

} // namespace falconer
