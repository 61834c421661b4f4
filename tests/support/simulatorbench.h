// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/democatalog.h"
#include "services/simulator/server.h"

#include <QJsonObject>

#include <memory>

namespace falconer {

// A running simulator with the demo's products, one target "dev-1" of type gateway, and a gateway
// token; asked in process, as the administrator.
class SimulatorBench final {
public:
    explicit SimulatorBench(const FleetOptions &options = {});

    SimulatorServer &server() { return m_server; }
    QUrl url() const;
    qint64 gatewayOs() const
    {
        return m_catalog.setOf(DemoProduct::GatewayOs, QStringLiteral("2.4.0"));
    }
    qint64 setOf(DemoProduct product, const QString &version) const
    {
        return m_catalog.setOf(product, version);
    }

    // "POST", "targets/dev-1/assignedDS": the Management API.
    SimResponse manage(
        const QByteArray &method, const QByteArray &path, const QJsonValue &body = {});
    // "POST", "deploymentBase/7/feedback": the device API of dev-1, with the gateway token.
    SimResponse device(
        const QByteArray &method, const QByteArray &path, const QJsonValue &body = {});
    // Assigns a set to dev-1 and answers the action's id.
    qint64 assign(qint64 setId, QJsonObject options = {});

    SimTarget target();
    SimAction action(qint64 id);
    QStringList types(qint64 actionId);    // of the entries, oldest first
    QStringList messages(qint64 actionId); // oldest first
    void change(const std::function<void(Fleet &)> &visit) { m_server.withFleet(visit); }

    static const QString gatewayToken;

private:
    SimResponse ask(const SimRequest &request);

    DemoCatalog m_catalog; // filled while the server is made
    SimulatorServer m_server;
};

} // namespace falconer
