// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setsrun.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

using State = SetsRunItem::State;

class tst_setsrun : public Test {
    Q_OBJECT

    static QList<DistributionSet> setsOf(const QList<qint64> &ids)
    {
        QList<DistributionSet> sets;
        for (const qint64 id : ids)
            sets << DistributionSet{ .id = id, .name = u"a"_s, .version = QString::number(id) };
        return sets;
    }
    static QList<State> states(const SetsRun &run)
    {
        QList<State> states;
        for (const SetsRunItem &item : run.items())
            states << item.state;
        return states;
    }

private slots:
    void goesOnAfterAFailure()
    {
        ScriptedServer server([](const HeardRequest &request) {
            return httpAnswer(request.target.endsWith("/2") ? 403 : 204);
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        SetsRun run(client);
        QSignalSpy finished(&run, &SetsRun::finished);
        run.start(SetDeed::Delete, setsOf({ 1, 2, 3 }));
        QVERIFY(run.isRunning() && finished.isEmpty());
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(states(run), QList<State>({ State::Done, State::Failed, State::Done }));
        QCOMPARE(run.items().at(1).error.kind, ErrorKind::Forbidden);
        QCOMPARE(server.lines(),
            QByteArrayList({ "DELETE /rest/v1/distributionsets/1",
                "DELETE /rest/v1/distributionsets/2", "DELETE /rest/v1/distributionsets/3" }));
    }

    // What was begun comes to its end, the rest is not sent.
    void stops()
    {
        ScriptedServer server([](const HeardRequest &) { return std::nullopt; });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        SetsRun run(client);
        QSignalSpy finished(&run, &SetsRun::finished);
        run.start(SetDeed::Delete, setsOf({ 1, 2, 3 }));
        QTRY_COMPARE(server.heard().size(), 1);
        run.stop();
        QVERIFY(run.isRunning());
        server.answerLater(0, httpAnswer(204));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(states(run), QList<State>({ State::Done, State::Waiting, State::Waiting }));
        QCOMPARE(server.heard().size(), 1);
    }

    // 429 without a code: nobody looked at it, so it is sent again.
    void waitsWhenTheServerAsksFor()
    {
        int heard = 0;
        ScriptedServer server([&](const HeardRequest &) {
            return ++heard == 1 ? httpAnswer(429, {}, { { "Retry-After", "1" } }) : httpAnswer(204);
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        SetsRun run(client);
        QSignalSpy finished(&run, &SetsRun::finished);
        run.start(SetDeed::Delete, setsOf({ 1 }));
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(states(run), QList<State>({ State::Done }));
        QCOMPARE(heard, 2);
    }

    void stopsWhileItWaits()
    {
        ScriptedServer server([](const HeardRequest &) {
            return httpAnswer(429, {}, { { "Retry-After", "600" } });
        });
        Client client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false });
        SetsRun run(client);
        QSignalSpy changed(&run, &SetsRun::changed);
        QSignalSpy finished(&run, &SetsRun::finished);
        run.start(SetDeed::Delete, setsOf({ 1, 2 }));
        QTRY_COMPARE(changed.count(), 1);
        run.stop();
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(states(run), QList<State>({ State::Waiting, State::Waiting }));
    }

    void locksAndUnlocksWithModules()
    {
        SimulatedClient stage;
        const qint64 id = stage.bench.setOf(DemoProduct::GatewayOs, u"2.4.0-rc2"_s);
        SetsRun run(stage.client);
        QSignalSpy finished(&run, &SetsRun::finished);
        run.start(SetDeed::Lock, setsOf({ id }));
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(stage.set(id)[u"locked"_s].toBool());
        DistributionSet locked{ .id = id, .locked = true };
        const QJsonArray modules = stage.set(id)[u"modules"_s].toArray();
        for (const auto &module : modules) {
            QVERIFY(module[u"locked"_s].toBool());
            locked.modules << SoftwareModule{ .id = module[u"id"_s].toInteger(), .locked = true };
        }
        run.start(SetDeed::Unlock, { locked });
        QTRY_COMPARE(finished.count(), 2);
        QVERIFY(!stage.set(id)[u"locked"_s].toBool());
        QVERIFY(!stage.set(id)[u"modules"_s][0][u"locked"_s].toBool());
    }
};

FALCONER_TEST(tst_setsrun)
#include "tst_setsrun.moc"
