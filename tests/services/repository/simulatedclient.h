// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/client.h"
#include "tests/support/simulatorbench.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace falconer {

// An administrator's client of a simulated server.
struct SimulatedClient {
    explicit SimulatedClient(const FleetOptions &fleet = {})
        : bench(fleet)
        , client({ .server = bench.url(),
              .credentials
              = { Credentials::Scheme::Basic, QStringLiteral("admin"), QStringLiteral("admin") },
              .retryDelays = {},
              .useSystemProxy = false })
    {
    }

    QJsonValue read(const QByteArray &path)
    {
        const QJsonDocument document = QJsonDocument::fromJson(bench.manage("GET", path).body);
        return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    }
    QJsonValue set(qint64 id) { return read("distributionsets/" + QByteArray::number(id)); }

    SimulatorBench bench;
    Client client;
};

} // namespace falconer
