// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsets.h"
#include "tests/support/scriptedserver.h"

#include <QJsonObject>
#include <QMap>
#include <QUrlQuery>

namespace falconer {

// A few facts behind the Management API's requests that plan, assign and recover. It answers from
// what the test wrote into it and knows no rule of hawkBit: the simulator is for those.
class ScriptedFleet final {
public:
    struct Row {
        QString installed; // version of gateway-os, empty: nothing, "?": of another set
        QString running;   // "name:version" of a running action, empty: none
        bool assigned = false;
        int type = 0;
        bool overdue = false;
        bool polled = true;
        bool lies = false; // a view still has it, the server does not know it any more
    };

    ScriptedFleet();

    static DistributionSet set(); // gateway-os 2.4.0, id 7, of type os_app

    QMap<QString, Row> rows;
    QJsonObject setJson;
    QStringList acceptedTypes = { QStringLiteral("os_app") };
    // Asked first; nothing: the fleet answers.
    ScriptedServer::Handler before;

    ScriptedServer server;
    QByteArrayList linesOf(const QByteArray &method) const;

private:
    std::optional<QByteArray> answer(const HeardRequest &request);
    QByteArray targets(const QUrlQuery &query) const;
    QByteArray actions(const QUrlQuery &query) const;
    QByteArray assign(const HeardRequest &request);
    QJsonObject targetJson(const QString &id, const Row &row) const;
    bool matches(const QString &id, const Row &row, const QString &filter) const;
};

} // namespace falconer
