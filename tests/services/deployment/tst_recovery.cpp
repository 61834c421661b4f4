// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/recovery.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/simulatorbench.h"
#include "tests/support/testregistry.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

using State = RecoveryItem::State;

namespace {

QList<ActionRef> actions(int count)
{
    QList<ActionRef> actions;
    for (int i = 1; i <= count; ++i)
        actions << ActionRef{ u"dev-%1"_s.arg(i), i };
    return actions;
}

QByteArray tooFast(const QByteArray &seconds)
{
    return httpAnswer(429, {}, { { "Retry-After", seconds } });
}

struct Bench {
    Bench()
        : server([this](const HeardRequest &request) {
            times << clock.elapsed();
            return answer(request);
        })
        , client({ .server = server.url(), .retryDelays = {}, .useSystemProxy = false })
    {
        clock.start();
    }

    QList<State> states() const
    {
        QList<State> states;
        for (const RecoveryItem &item : recovery.items())
            states << item.state;
        return states;
    }

    QElapsedTimer clock;
    QList<qint64> times; // ms, of each request
    ScriptedServer::Handler answer = [](const HeardRequest &) { return httpAnswer(204); };
    ScriptedServer server;
    Client client;
    Recovery recovery{ client };
    QSignalSpy finished{ &recovery, &Recovery::finished };
};

} // namespace

class tst_recovery : public Test {
    Q_OBJECT

private slots:
    void asksOnceForEach_data()
    {
        QTest::addColumn<RecoveryKind>("kind");
        QTest::addColumn<QByteArrayList>("lines");
        QTest::newRow("cancel") << RecoveryKind::Cancel
                                << QByteArrayList({ "DELETE /rest/v1/targets/dev-1/actions/1",
                                       "DELETE /rest/v1/targets/dev-2/actions/2" });
        QTest::newRow("force-quit")
            << RecoveryKind::ForceQuit
            << QByteArrayList({ "DELETE /rest/v1/targets/dev-1/actions/1?force=true",
                   "DELETE /rest/v1/targets/dev-2/actions/2?force=true" });
        QTest::newRow("force") << RecoveryKind::Force
                               << QByteArrayList({ "PUT /rest/v1/targets/dev-1/actions/1",
                                      "PUT /rest/v1/targets/dev-2/actions/2" });
    }

    void asksOnceForEach()
    {
        QFETCH(RecoveryKind, kind);
        QFETCH(QByteArrayList, lines);
        Bench bench;
        bench.answer = [](const HeardRequest &request) {
            return request.method == "PUT"
                ? httpAnswer(200, R"({"id":1,"type":"update","active":true,"status":"running"})")
                : httpAnswer(204);
        };
        bench.recovery.start(kind, actions(2));
        QVERIFY(bench.recovery.isRunning());
        QTRY_COMPARE(bench.finished.size(), 1);
        QByteArrayList heard = bench.server.lines();
        std::sort(heard.begin(), heard.end());
        QCOMPARE(heard, lines);
        QCOMPARE(bench.states(), QList<State>({ State::Done, State::Done }));
        QVERIFY(!bench.recovery.isRunning());
    }

    void staysBelowFiftyWritesASecond()
    {
        Bench bench;
        bench.recovery.start(RecoveryKind::Cancel, actions(70));
        QTRY_COMPARE_WITH_TIMEOUT(bench.finished.size(), 1, 15'000);
        QCOMPARE(bench.times.size(), 70);
        for (const qint64 from : std::as_const(bench.times)) {
            const auto inOneSecond = std::count_if(bench.times.begin(), bench.times.end(),
                [from](qint64 time) { return time >= from && time < from + 1'000; });
            QVERIFY2(inOneSecond < 50, qPrintable(QString::number(inOneSecond)));
        }
    }

    void hasFewUnderWayAtOnce()
    {
        Bench bench;
        int open = 0;
        int most = 0;
        bench.answer = [&](const HeardRequest &) -> std::optional<QByteArray> {
            most = std::max(most, ++open);
            const qsizetype index = bench.server.heard().size() - 1;
            QTimer::singleShot(150, &bench.server, [&bench, &open, index] {
                --open;
                bench.server.answerLater(index, httpAnswer(204));
            });
            return std::nullopt;
        };
        bench.recovery.start(RecoveryKind::Cancel, actions(12));
        QTRY_COMPARE_WITH_TIMEOUT(bench.finished.size(), 1, 10'000);
        QCOMPARE(bench.recovery.count(State::Done), 12);
        QCOMPARE(most, 4);
    }

    void oneFailureNeverStopsTheRest()
    {
        Bench bench;
        bench.answer = [](const HeardRequest &request) {
            if (request.target.endsWith("/2"))
                return httpAnswer(
                    405, R"({"errorCode":"hawkbit.server.error.action.notCancelable"})");
            if (request.target.endsWith("/3"))
                return QByteArray();
            return httpAnswer(request.target.endsWith("/4") ? 404 : 204);
        };
        bench.recovery.start(RecoveryKind::Cancel, actions(5));
        QTRY_COMPARE(bench.finished.size(), 1);
        QCOMPARE(bench.states(),
            QList<State>(
                { State::Done, State::Failed, State::Failed, State::Failed, State::Done }));
        const QList<RecoveryItem> items = bench.recovery.items();
        QCOMPARE(items.at(1).error.code, u"action.notCancelable"_s);
        QCOMPARE(items.at(2).error.kind, ErrorKind::Network);
        QCOMPARE(items.at(3).error.kind, ErrorKind::NotFound);
        QCOMPARE(items.at(4).error, Error());
        QCOMPARE(items.at(4).action, (ActionRef{ u"dev-5"_s, 5 }));
        // Whatever came of it: nothing was sent twice.
        QCOMPARE(bench.server.heard().size(), 5);
    }

    void waitsAsLongAsTheServerAsks()
    {
        Bench bench;
        int refusals = 1;
        bench.answer = [&refusals](const HeardRequest &request) {
            return request.target.endsWith("/2") && refusals-- > 0 ? tooFast("2") : httpAnswer(204);
        };
        bench.recovery.start(RecoveryKind::Cancel, actions(2));
        QTRY_COMPARE_WITH_TIMEOUT(bench.finished.size(), 1, 10'000);
        QCOMPARE(bench.states(), QList<State>({ State::Done, State::Done }));
        QCOMPARE(bench.server.lines().count("DELETE /rest/v1/targets/dev-1/actions/1"), 1);
        QCOMPARE(bench.server.lines().count("DELETE /rest/v1/targets/dev-2/actions/2"), 2);
        QVERIFY(bench.times.last() - bench.times.at(1) >= 1'900);
    }

    void stopLeavesTheRestWaiting()
    {
        Bench bench;
        bench.answer = [&bench](const HeardRequest &) {
            if (bench.server.heard().size() == 3)
                QTimer::singleShot(0, &bench.recovery, &Recovery::stop);
            return httpAnswer(204);
        };
        bench.recovery.start(RecoveryKind::Cancel, actions(40));
        QTRY_COMPARE(bench.finished.size(), 1);
        // What was sent got its answer, the rest was never sent.
        QCOMPARE(bench.recovery.count(State::Done), bench.server.heard().size());
        QVERIFY(bench.server.heard().size() < 10);
        QCOMPARE(bench.recovery.count(State::Waiting), 40 - bench.server.heard().size());
        bench.recovery.stop();
        QCOMPARE(bench.finished.size(), 1);
    }

    // Who stops does not wait for a server that asked for a minute of peace.
    void stopEndsAWaitToo_data()
    {
        QTest::addColumn<bool>("stopsFirst");
        QTest::newRow("refused, then stopped") << false;
        QTest::newRow("stopped, then refused") << true;
    }

    void stopEndsAWaitToo()
    {
        QFETCH(bool, stopsFirst);
        Bench bench;
        bench.answer = [](const HeardRequest &) { return std::nullopt; };
        bench.recovery.start(RecoveryKind::Cancel, actions(1));
        QTRY_COMPARE(bench.server.heard().size(), 1);
        if (stopsFirst)
            bench.recovery.stop();
        bench.server.answerLater(0, tooFast("60"));
        if (!stopsFirst) {
            QTRY_COMPARE(bench.states(), QList<State>{ State::Waiting });
            QVERIFY(bench.recovery.isRunning());
            bench.recovery.stop();
        }
        QTRY_COMPARE(bench.finished.size(), 1);
        QCOMPARE(bench.states(), { State::Waiting });
        QCOMPARE(bench.server.heard().size(), 1);
    }

    void cancelsAndForceQuitsOnAServer()
    {
        SimulatorBench simulator;
        Client client({ .server = simulator.url(),
            .credentials = { Credentials::Scheme::Basic, u"admin"_s, u"admin"_s },
            .useSystemProxy = false });
        Recovery recovery(client);
        QSignalSpy finished(&recovery, &Recovery::finished);
        const qint64 id = simulator.assign(simulator.gatewayOs());
        const QList<ActionRef> action{ { u"dev-1"_s, id } };
        // Too early: it is not being cancelled.
        recovery.start(RecoveryKind::ForceQuit, action);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(recovery.items().first().error.code, u"action.notForceQuitable"_s);
        recovery.start(RecoveryKind::Cancel, action);
        QTRY_COMPARE(finished.size(), 2);
        QCOMPARE(recovery.count(State::Done), 1);
        QVERIFY(simulator.action(id).active); // until the device agrees
        recovery.start(RecoveryKind::ForceQuit, action);
        QTRY_COMPARE(finished.size(), 3);
        QCOMPARE(recovery.count(State::Done), 1);
        QVERIFY(!simulator.action(id).active);
    }
};

FALCONER_TEST(tst_recovery)
#include "tst_recovery.moc"
