// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulatorbench.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

namespace falconer {

using namespace Qt::StringLiterals;

const QString SimulatorBench::gatewayToken = u"bench-token"_s;

namespace {

std::unique_ptr<Fleet> makeFleet(const FleetOptions &options, DemoCatalog &catalog)
{
    auto fleet = std::make_unique<Fleet>(options);
    catalog = addDemoCatalog(*fleet);
    const SimAudit audit = fleet->created(u"admin"_s);
    fleet->configs.insert(u"authentication.gatewaytoken.enabled"_s, { "true", audit });
    fleet->configs.insert(u"authentication.gatewaytoken.key"_s,
        { '"' + SimulatorBench::gatewayToken.toUtf8() + '"', audit });
    fleet->targets.insert({ .controllerId = u"dev-1"_s,
        .name = u"dev-1"_s,
        .typeId = catalog.gatewayType,
        .audit = audit });
    return fleet;
}

QByteArray toBytes(const QJsonValue &body)
{
    if (body.isArray())
        return QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact);
    return body.isObject() ? QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact)
                           : QByteArray();
}

SimRequest makeRequest(const QByteArray &method, const QByteArray &target,
    const QByteArray &authorization, const QJsonValue &body)
{
    SimRequest request{ .method = method,
        .target = target,
        .headers = { { "Authorization", authorization } },
        .body = toBytes(body),
        .baseUrl = "http://hawkbit.example" };
    if (!request.body.isEmpty())
        request.headers.emplaceBack("Content-Type", "application/json");
    return request;
}

} // namespace

SimulatorBench::SimulatorBench(const FleetOptions &options)
    : m_server(makeFleet(options, m_catalog))
{
    if (!m_server.start())
        qFatal("the simulator does not start");
}

QUrl SimulatorBench::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.port()));
}

SimResponse SimulatorBench::ask(const SimRequest &request)
{
    SimResponse response;
    m_server.withFleet([&](Fleet &fleet) { response = Dispatcher().handle(fleet, request); });
    return response;
}

SimResponse SimulatorBench::manage(
    const QByteArray &method, const QByteArray &path, const QJsonValue &body)
{
    return ask(makeRequest(
        method, "/rest/v1/" + path, "Basic " + QByteArray("admin:admin").toBase64(), body));
}

SimResponse SimulatorBench::device(
    const QByteArray &method, const QByteArray &path, const QJsonValue &body)
{
    const QByteArray base = "/DEFAULT/controller/v1/dev-1";
    return ask(makeRequest(method, path.isEmpty() ? base : base + '/' + path,
        "GatewayToken " + gatewayToken.toUtf8(), body));
}

qint64 SimulatorBench::assign(qint64 setId, QJsonObject options)
{
    options["id"_L1] = setId;
    const SimResponse response = manage("POST", "targets/dev-1/assignedDS", options);
    return QJsonDocument::fromJson(response.body)["assignedActions"_L1][0]["id"_L1].toInteger();
}

SimTarget SimulatorBench::target()
{
    SimTarget target;
    m_server.withFleet([&](Fleet &fleet) { target = *fleet.targets.find(u"dev-1"_s); });
    return target;
}

SimAction SimulatorBench::action(qint64 id)
{
    SimAction action;
    m_server.withFleet([&](Fleet &fleet) {
        if (const SimAction *const found = fleet.actions.find(id))
            action = *found;
    });
    return action;
}

QStringList SimulatorBench::types(qint64 actionId)
{
    QStringList types;
    const SimAction found = action(actionId);
    for (const SimStatus &status : found.statuses)
        types << status.type;
    return types;
}

QStringList SimulatorBench::messages(qint64 actionId)
{
    QStringList messages;
    const SimAction found = action(actionId);
    for (const SimStatus &status : found.statuses)
        messages << status.messages;
    return messages;
}

} // namespace falconer
