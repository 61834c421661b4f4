// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/simulatorbench.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QJsonObject report(const QString &execution, const QString &finished, const QJsonArray &details)
{
    return { { u"status"_s,
        QJsonObject{ { u"execution"_s, execution },
            { u"result"_s, QJsonObject{ { u"finished"_s, finished } } },
            { u"details"_s, details } } } };
}

QJsonObject proceeding(const QJsonArray &details)
{
    return report(u"proceeding"_s, u"none"_s, details);
}

QByteArray feedbackPath(qint64 action)
{
    return "deploymentBase/" + QByteArray::number(action) + "/feedback";
}

QString codeOf(const SimResponse &response)
{
    return QJsonDocument::fromJson(response.body)["errorCode"_L1].toString();
}

} // namespace

// The limits of what a device may send and of what may be assigned, which no recording reaches at
// their real sizes.
class tst_deployments : public Test {
    Q_OBJECT

private slots:
    void cutsLongMessages()
    {
        SimulatorBench bench;
        const qint64 action = bench.assign(bench.gatewayOs());
        const QString text(1100, u'm');
        QCOMPARE(bench.device("POST", feedbackPath(action), proceeding({ text })).status, 200);
        const QStringList stored = bench.action(action).statuses.last().messages;
        QCOMPARE(stored.size(), 3);
        QCOMPARE(stored.at(0).size(), 512);
        QCOMPARE(stored.at(2).size(), 76);
        QCOMPARE(stored.join(QString()), text);
    }

    void refusesTooManyMessages()
    {
        SimulatorBench bench;
        const qint64 action = bench.assign(bench.gatewayOs());
        QJsonArray lines;
        for (int i = 0; i < 50; ++i)
            lines << u"line %1"_s.arg(i);
        QCOMPARE(bench.device("POST", feedbackPath(action), proceeding(lines)).status, 200);
        lines << u"one more"_s;
        const SimResponse refused = bench.device("POST", feedbackPath(action), proceeding(lines));
        QCOMPARE(refused.status, 429);
        QCOMPARE(codeOf(refused), u"hawkbit.server.error.quota.tooManyEntries"_s);
        QCOMPARE(bench.types(action).size(), 2);
    }

    void takesTheClosingReportThoughTheHistoryIsFull()
    {
        SimulatorBench bench;
        const qint64 action = bench.assign(bench.gatewayOs());
        for (int i = 1; i < 1000; ++i)
            QCOMPARE(
                bench.device("POST", feedbackPath(action), proceeding({ u"step"_s })).status, 200);
        QCOMPARE(bench.device("POST", feedbackPath(action), proceeding({ u"lost"_s })).status, 429);
        const auto done = report(u"closed"_s, u"success"_s, { u"done"_s });
        QCOMPARE(bench.device("POST", feedbackPath(action), done).status, 200);
        QCOMPARE(bench.types(action).size(), 1001);
        QCOMPARE(bench.action(action).status, u"finished"_s);
        QCOMPARE(bench.device("POST", feedbackPath(action), proceeding({ u"late"_s })).status, 410);
        QCOMPARE(bench.types(action).size(), 1001);
    }

    void losesMarkup()
    {
        SimulatorBench bench;
        const qint64 action = bench.assign(bench.gatewayOs());
        QCOMPARE(
            bench.device("POST", feedbackPath(action), proceeding({ u"<b>x</b>"_s })).status, 400);
        QCOMPARE(
            bench.device("POST", feedbackPath(action), proceeding({ u"a < b > c"_s })).status, 200);
        QCOMPARE(bench.types(action).size(), 2);
    }

    void answersTheOldWireInItsWords()
    {
        SimulatorBench bench({ .wire = Wire::V0_9_0, .quotas = { .messagesPerStatus = 1 } });
        const qint64 action = bench.assign(bench.gatewayOs());
        QCOMPARE(
            bench.device("POST", feedbackPath(action), proceeding({ u"a"_s, u"b"_s })).status, 403);
        const auto json = QJsonDocument::fromJson(
            bench.manage("GET", "targets/dev-1/actions/" + QByteArray::number(action)).body);
        QCOMPARE(json["status"_L1].toString(), u"pending"_s);
        QCOMPARE(json["detailStatus"_L1].toString(), u"running"_s);
        QVERIFY(json["active"_L1].isUndefined());
    }

    void refusesMoreThanTheQuotaOfTargets()
    {
        SimulatorBench bench;
        QJsonArray targets;
        for (int i = 0; i < 5001; ++i)
            targets << QJsonObject{ { u"id"_s, u"nosuch-%1"_s.arg(i) } };
        const QByteArray path
            = "distributionsets/" + QByteArray::number(bench.gatewayOs()) + "/assignedTargets";
        QCOMPARE(bench.manage("POST", path, targets).status, 429);
        targets.removeLast();
        const SimResponse answer = bench.manage("POST", path, targets);
        QCOMPARE(answer.status, 200);
        QCOMPARE(QJsonDocument::fromJson(answer.body)["total"_L1].toInt(), 0);
    }

    void supersedesWhatRuns()
    {
        SimulatorBench bench;
        const qint64 first = bench.assign(bench.gatewayOs());
        const qint64 second = bench.assign(bench.setOf(DemoProduct::GatewayOs, u"2.3.1"_s));
        QCOMPARE(bench.action(first).status, u"canceling"_s);
        QVERIFY(bench.action(first).active);
        QCOMPARE(bench.action(second).status, u"running"_s);
        // The device confirms: the newer update goes on.
        bench.device("POST", "cancelAction/" + QByteArray::number(first) + "/feedback",
            report(u"closed"_s, u"success"_s, {}));
        QCOMPARE(bench.action(first).status, u"canceled"_s);
        QCOMPARE(bench.target().updateStatus, u"pending"_s);
        QCOMPARE(bench.target().assignedSet, bench.setOf(DemoProduct::GatewayOs, u"2.3.1"_s));
    }

    void tellsWhomItConcerns()
    {
        SimulatorBench bench;
        QStringList told;
        bench.change([&](Fleet &fleet) {
            fleet.onNews = [&](const QString &controllerId) { told << controllerId; };
        });
        const qint64 action = bench.assign(bench.gatewayOs());
        bench.assign(bench.gatewayOs()); // has it already: no news
        QCOMPARE(told, QStringList{ u"dev-1"_s });
        bench.manage("DELETE", "targets/dev-1/actions/" + QByteArray::number(action));
        QCOMPARE(told.size(), 2);
        bench.change([](Fleet &fleet) { fleet.onNews = nullptr; });
    }
};

FALCONER_TEST(tst_deployments)
#include "tst_deployments.moc"
