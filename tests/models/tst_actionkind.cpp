// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/actionkind.h"
#include "services/hawkbit/rsqlcheck.h"
#include "tests/support/simulatorbench.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Known {
    bool active = true;
    QString status;
};

// One action in each state that the server knows, on either wire.
struct Fixture {
    explicit Fixture(Wire wire)
        : bench({ .wire = wire })
        , dialect{ .detailedActionStatus = wire == Wire::V1_0_4 }
    {
        const qint64 set = bench.gatewayOs();
        const QList<Known> all{ { true, u"running"_s }, { true, u"retrieved"_s },
            { true, u"wait_for_confirmation"_s }, { false, u"scheduled"_s },
            { true, u"canceling"_s }, { false, u"error"_s }, { false, u"canceled"_s },
            { false, u"finished"_s }, { false, u"downloaded"_s }, { false, u"retrieved"_s } };
        bench.change([&](Fleet &fleet) {
            for (qint64 id = 1; id <= all.size(); ++id) {
                const Known &known = all.at(id - 1);
                fleet.actions.insert({ .id = id,
                    .controllerId = u"dev-1"_s,
                    .setId = set,
                    .active = known.active,
                    .status = known.status });
                fleet.actionsOfTarget[u"dev-1"_s] << id;
            }
        });
    }

    // The states that a filter finds, in the order in which they were made; "!" when it is refused.
    QStringList found(const QString &filter)
    {
        QByteArray path = "actions?sort=id:ASC";
        if (!filter.isEmpty())
            path += "&q=" + QUrl::toPercentEncoding(filter);
        const SimResponse response = bench.manage("GET", path);
        if (response.status != 200)
            return { u"!"_s };
        QStringList states;
        const QJsonArray content
            = QJsonDocument::fromJson(response.body).object()["content"_L1].toArray();
        for (const QJsonValue &each : content) {
            const SimAction action = bench.action(each["id"_L1].toInteger());
            states << action.status + (action.active ? u""_s : u" closed"_s);
        }
        return states;
    }

    SimulatorBench bench;
    Dialect dialect;
};

} // namespace

Q_DECLARE_METATYPE(Wire)

class tst_actionkind : public Test {
    Q_OBJECT

private slots:
    void wires()
    {
        QTest::addColumn<Wire>("wire");
        QTest::newRow("1.0.4") << Wire::V1_0_4;
        QTest::newRow("0.9.0") << Wire::V0_9_0;
    }

    void kindsAreTheSameOnBothWires_data() { wires(); }
    void kindsAreTheSameOnBothWires()
    {
        QFETCH(Wire, wire);
        Fixture f(wire);
        const QStringList filters = actionKindFilters(f.dialect);
        QCOMPARE(filters.size(), 7);
        const auto of = [&](ActionKind kind) { return f.found(filters.at(int(kind))); };
        QCOMPARE(of(ActionKind::All).size(), 10);
        QCOMPARE(of(ActionKind::Running), QStringList({ u"running"_s, u"retrieved"_s }));
        QCOMPARE(of(ActionKind::Waiting),
            QStringList({ u"wait_for_confirmation"_s, u"scheduled closed"_s }));
        QCOMPARE(of(ActionKind::Canceling), QStringList(u"canceling"_s));
        QCOMPARE(of(ActionKind::Failed), QStringList(u"error closed"_s));
        QCOMPARE(of(ActionKind::Canceled), QStringList(u"canceled closed"_s));
        QCOMPARE(of(ActionKind::Finished),
            QStringList({ u"finished closed"_s, u"downloaded closed"_s }));
    }

    void historyIsWhatHasEnded_data() { wires(); }
    void historyIsWhatHasEnded()
    {
        QFETCH(Wire, wire);
        Fixture f(wire);
        QCOMPARE(f.found(endedActionsFilter(f.dialect)),
            QStringList({ u"error closed"_s, u"canceled closed"_s, u"finished closed"_s,
                u"downloaded closed"_s, u"retrieved closed"_s }));
    }

    void agesAreAskedFor()
    {
        Fixture f(Wire::V1_0_4);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        f.bench.change([&](Fleet &fleet) {
            for (auto &[id, action] : fleet.actions.rows())
                action.audit.createdAt = now.addDays(-20 * (id - 1)).toMSecsSinceEpoch() - 60'000;
        });
        const auto count = [&](ActionAge age) { return f.found(actionAgeFilter(age, now)).size(); };
        QCOMPARE(count(ActionAge::Any), 10);
        QCOMPARE(count(ActionAge::Hour), 1);
        QCOMPARE(count(ActionAge::Week), 1);
        QCOMPARE(count(ActionAge::Month), 2);
        QCOMPARE(count(ActionAge::OverMonth), 8);
        QCOMPARE(count(ActionAge::OverQuarter), 5);
    }

    void wordsAreSoughtWhereTheServerCan_data() { wires(); }
    void wordsAreSoughtWhereTheServerCan()
    {
        QFETCH(Wire, wire);
        Fixture f(wire);
        for (const QString &field : actionSearchFields(f.dialect))
            QVERIFY2(f.found(field + "==*x*"_L1) != QStringList(u"!"_s), qPrintable(field));
    }
};

FALCONER_TEST(tst_actionkind)
#include "tst_actionkind.moc"
