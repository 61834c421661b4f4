// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scriptedfleet.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

qint64 minutesAgo(int minutes)
{
    return QDateTime::currentMSecsSinceEpoch() - minutes * 60'000;
}

QByteArray json(const QJsonObject &object)
{
    return httpAnswer(200, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QByteArray page(const QJsonArray &all, const QUrlQuery &query)
{
    const qsizetype offset = query.queryItemValue(u"offset"_s).toInt();
    const qsizetype limit = query.queryItemValue(u"limit"_s).toInt();
    QJsonArray content;
    for (qsizetype i = offset; i < std::min(all.size(), offset + limit); ++i)
        content << all.at(i);
    return json(
        { { u"content"_s, content }, { u"size"_s, content.size() }, { u"total"_s, all.size() } });
}

QJsonObject setOf(qint64 id, const QString &version)
{
    return { { u"id"_s, id }, { u"name"_s, u"gateway-os"_s }, { u"version"_s, version },
        { u"type"_s, u"os_app"_s }, { u"typeName"_s, u"os + app"_s }, { u"complete"_s, true },
        { u"valid"_s, true } };
}

QStringList idsIn(const QString &filter)
{
    static const QRegularExpression list(u"controllerid=in=\\(([^)]*)\\)"_s);
    const QRegularExpressionMatch match = list.match(filter);
    return match.hasMatch() ? match.captured(1).split(u',') : QStringList();
}

qint64 actionIdOf(const QStringList &sortedIds, const QString &id)
{
    return 1000 + (std::lower_bound(sortedIds.begin(), sortedIds.end(), id) - sortedIds.begin());
}

QJsonObject actionJson(const QString &id, qint64 actionId, const QString &set, qint64 setId)
{
    const QString self = u"http://x/rest/v1/targets/%1/actions/%2"_s.arg(id).arg(actionId);
    return {
        { u"id"_s, actionId }, { u"type"_s, u"update"_s }, { u"active"_s, true },
        { u"status"_s, u"running"_s }, { u"forceType"_s, u"forced"_s },
        { u"_links"_s,
            QJsonObject{ { u"self"_s, QJsonObject{ { u"href"_s, self } } },
                { u"distributionset"_s,
                    QJsonObject{ { u"name"_s, set },
                        { u"href"_s, u"http://x/rest/v1/distributionsets/%1"_s.arg(setId) } } } } }
    };
}

} // namespace

ScriptedFleet::ScriptedFleet()
    : setJson(setOf(7, u"2.4.0"_s))
    , server([this](const HeardRequest &request) { return answer(request); })
{
}

DistributionSet ScriptedFleet::set()
{
    return { .id = 7,
        .name = u"gateway-os"_s,
        .version = u"2.4.0"_s,
        .type = u"os_app"_s,
        .typeName = u"os + app"_s,
        .complete = true };
}

QByteArrayList ScriptedFleet::linesOf(const QByteArray &method) const
{
    QByteArrayList lines = server.lines();
    lines.removeIf(
        [&](const QByteArray &line) { return !line.startsWith(QByteArray(method + ' ')); });
    return lines;
}

std::optional<QByteArray> ScriptedFleet::answer(const HeardRequest &request)
{
    if (before) {
        if (const auto special = before(request))
            return special;
    }
    const QUrl url = QUrl::fromEncoded(request.target);
    const QUrlQuery query(url.query(QUrl::FullyDecoded));
    const QString path = url.path().sliced(9); // behind "/rest/v1/"
    if (request.method == "POST")
        return assign(request);
    if (request.method == "DELETE")
        return httpAnswer(204);
    if (path == "targets"_L1)
        return targets(query);
    if (path == "actions"_L1)
        return actions(query);
    if (path == "distributionsets/7"_L1)
        return json(setJson);
    if (path == "distributionsets"_L1)
        return page({ setOf(5, u"2.2.9"_s), setOf(6, u"2.3.1"_s), setOf(7, u"2.4.0"_s) }, query);
    if (path.endsWith("/mandatorymoduletypes"_L1))
        return httpAnswer(200,
            R"([{"id":1,"key":"os","name":"OS","maxAssignments":1},)"
            R"({"id":2,"key":"app","name":"App","maxAssignments":1}])");
    QJsonArray types;
    for (const QString &key : acceptedTypes)
        types << QJsonObject{ { u"id"_s, 3 }, { u"key"_s, key }, { u"name"_s, key } };
    if (path == "distributionsettypes"_L1)
        return page(types, query);
    if (path.endsWith("/compatibledistributionsettypes"_L1))
        return httpAnswer(200, QJsonDocument(types).toJson());
    return httpAnswer(404);
}

bool ScriptedFleet::matches(const QString &, const Row &row, const QString &filter) const
{
    if (filter.contains("assignedds"_L1))
        return row.assigned;
    if (filter.contains("installedds.name==\"\""_L1))
        return row.installed.isEmpty();
    if (filter.contains("installedds"_L1)) {
        return !row.installed.isEmpty()
            && filter.contains("installedds.version=="_L1 + row.installed + u')');
    }
    return true;
}

QJsonObject ScriptedFleet::targetJson(const QString &id, const Row &row) const
{
    QJsonObject target{ { u"controllerId"_s, id }, { u"name"_s, id },
        { u"updateStatus"_s, u"in_sync"_s } };
    if (row.type > 0) {
        target[u"targetType"_s] = row.type;
        target[u"targetTypeName"_s] = u"gateway"_s;
    }
    if (row.polled) {
        target[u"lastControllerRequestAt"_s] = minutesAgo(row.overdue ? 77 : 2);
        target[u"pollStatus"_s] = QJsonObject{ { u"lastRequestAt"_s, minutesAgo(2) },
            { u"nextExpectedRequestAt"_s, minutesAgo(row.overdue ? 72 : -3) },
            { u"overdue"_s, row.overdue } };
    }
    return target;
}

QByteArray ScriptedFleet::targets(const QUrlQuery &query) const
{
    const QString filter = query.queryItemValue(u"q"_s, QUrl::FullyDecoded);
    const QStringList ids = filter.contains("controllerid=in="_L1) ? idsIn(filter) : rows.keys();
    QJsonArray found;
    for (const QString &id : ids) {
        if (rows.contains(id) && !rows[id].lies && matches(id, rows[id], filter))
            found << targetJson(id, rows[id]);
    }
    return page(found, query);
}

QByteArray ScriptedFleet::actions(const QUrlQuery &query) const
{
    const QString filter = query.queryItemValue(u"q"_s, QUrl::FullyDecoded);
    const bool onlyOurs = filter.contains("distributionset.id==7"_L1);
    QJsonArray found;
    const QStringList keys = rows.keys();
    const QStringList ids = idsIn(filter);
    for (const QString &id : ids) {
        const QString running = rows.value(id).running;
        const bool ours = running == "gateway-os:2.4.0"_L1;
        if (!running.isEmpty() && (ours || !onlyOurs))
            found << actionJson(id, actionIdOf(keys, id), running, ours ? 7 : 3);
    }
    return page(found, query);
}

QByteArray ScriptedFleet::assign(const HeardRequest &request)
{
    int assigned = 0;
    int already = 0;
    QJsonArray actions;
    const QJsonArray orders = QJsonDocument::fromJson(request.body).array();
    for (const QJsonValue &order : orders) {
        const QString id = order[u"id"_s].toString();
        if (!rows.contains(id) || rows[id].lies)
            continue;
        if (rows[id].assigned) {
            ++already;
            continue;
        }
        ++assigned;
        rows[id].assigned = true;
        rows[id].running = u"gateway-os:2.4.0"_s;
        actions << actionJson(id, 5000 + int(server.heard().size()) * 10'000 + assigned, {}, 7);
    }
    return json({ { u"assigned"_s, assigned }, { u"alreadyAssigned"_s, already },
        { u"total"_s, assigned + already }, { u"assignedActions"_s, actions } });
}

} // namespace falconer
