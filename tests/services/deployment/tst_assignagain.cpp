// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/recovery.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/simulatorbench.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace falconer;
using namespace Qt::StringLiterals;

using State = RecoveryItem::State;

namespace {

QByteArray actionBody(const QByteArray &status)
{
    const QByteArray active = status == "canceled" || status == "finished" ? "false" : "true";
    return R"({"id":7,"type":"update","active":)" + active + R"(,"status":")" + status
        + R"(","forceType":"soft","weight":300,"_links":{"target":{"href":"http://h/rest/v1/targets/dev-1"},)"
          R"("distributionset":{"href":"http://h/rest/v1/distributionsets/5","name":"os:2"}}})";
}

constexpr char setBody[]
    = R"({"id":5,"name":"os","version":"2","type":"os","complete":true,"valid":true,"deleted":false,"modules":[]})";
constexpr char assigned[]
    = R"({"assigned":1,"alreadyAssigned":0,"total":1,"assignedActions":)"
      R"([{"id":9,"_links":{"self":{"href":"http://h/rest/v1/targets/dev-1/actions/9"}}}]})";

// A server that answers a step as a test wants it.
struct Bench {
    std::optional<QByteArray> answer(const HeardRequest &request)
    {
        if (request.method == "DELETE" && request.target.contains("force=true")) {
            status = statusAtQuit.value_or(status);
            return quit;
        }
        if (request.method == "DELETE")
            return cancel;
        if (request.method == "POST")
            return assignment;
        if (request.target.contains("/distributionsets/5"))
            return httpAnswer(200, set);
        if (request.target.contains("/actions?"))
            return httpAnswer(200, R"({"content":[],"total":0,"size":0})");
        return httpAnswer(200, actionBody(status));
    }
    void run()
    {
        recovery.start(RecoveryKind::AssignAgain, { { u"dev-1"_s, 7 } });
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    }
    // "GET DELETE POST": what was asked, in order.
    QByteArray steps() const
    {
        QByteArrayList verbs;
        for (const HeardRequest &request : server.heard()) {
            QByteArray verb = request.method;
            if (request.target.contains("force=true"))
                verb = "QUIT";
            else if (verb == "DELETE")
                verb = "CANCEL";
            verbs << verb;
        }
        return verbs.join(' ');
    }
    const RecoveryItem &item() const { return recovery.items().first(); }

    QByteArray status = "running";
    std::optional<QByteArray> statusAtQuit;
    QByteArray set = setBody;
    QByteArray cancel = httpAnswer(204);
    QByteArray quit = httpAnswer(204);
    QByteArray assignment = httpAnswer(200, assigned);
    ScriptedServer server{ [this](const HeardRequest &request) { return answer(request); } };
    Client client{ { .server = server.url(), .retryDelays = {}, .useSystemProxy = false } };
    Recovery recovery{ client };
    QSignalSpy finished{ &recovery, &Recovery::finished };
};

constexpr char refused[] = R"({"errorCode":"hawkbit.server.error.action.notCancelable"})";

} // namespace

// Force-quit and assign again as one act.
class tst_assignagain : public Test {
    Q_OBJECT

private slots:
    void endsThenAssignsTheSame()
    {
        Bench bench;
        bench.run();
        QCOMPARE(bench.steps(), "GET GET CANCEL QUIT POST");
        QCOMPARE(bench.item().state, State::Done);
        QVERIFY(bench.item().hasEnded);
        QCOMPARE(bench.item().newAction, 9);
        const HeardRequest &last = bench.server.heard().last();
        QVERIFY(last.target.endsWith("/distributionsets/5/assignedTargets"));
        QVERIFY(last.body.contains(R"("id":"dev-1")"));
        QVERIFY(last.body.contains(R"("type":"soft")"));
        QVERIFY(last.body.contains(R"("weight":300)"));
    }

    void whatIsBeingCancelledIsOnlyQuit()
    {
        Bench bench;
        bench.status = "canceling";
        bench.run();
        QCOMPARE(bench.steps(), "GET GET QUIT POST");
        QCOMPARE(bench.item().state, State::Done);
    }

    void aFailingFirstHalfDoesNotDoTheSecond_data()
    {
        QTest::addColumn<QByteArray>("cancel");
        QTest::addColumn<QByteArray>("quit");
        QTest::addColumn<QByteArray>("steps");
        const QByteArray no = httpAnswer(405, refused);
        QTest::newRow("cancel refused")
            << no << httpAnswer(204) << QByteArray("GET GET CANCEL GET CANCEL");
        QTest::newRow("quit refused")
            << httpAnswer(204) << no << QByteArray("GET GET CANCEL QUIT GET CANCEL QUIT");
        QTest::newRow("forbidden") << httpAnswer(403) << no << QByteArray("GET GET CANCEL");
    }

    void aFailingFirstHalfDoesNotDoTheSecond()
    {
        QFETCH(QByteArray, cancel);
        QFETCH(QByteArray, quit);
        Bench bench;
        bench.cancel = cancel;
        bench.quit = quit;
        bench.run();
        QTEST(bench.steps(), "steps");
        QCOMPARE(bench.item().state, State::Failed);
        QVERIFY(!bench.item().hasEnded);
    }

    // Ending it would leave the device with nothing.
    void aSetThatCannotBeAssignedEndsNothing_data()
    {
        QTest::addColumn<QByteArray>("set");
        QTest::addColumn<QString>("code");
        const auto changed = [](const char *from, const char *to) {
            return QByteArray(setBody).replace(from, to);
        };
        QTest::newRow("invalid") << changed(R"("valid":true)", R"("valid":false)")
                                 << u"distributionset.invalid"_s;
        QTest::newRow("incomplete") << changed(R"("complete":true)", R"("complete":false)")
                                    << u"distributionset.incomplete"_s;
        QTest::newRow("deleted") << changed(R"("deleted":false)", R"("deleted":true)")
                                 << u"deleted"_s;
    }

    void aSetThatCannotBeAssignedEndsNothing()
    {
        QFETCH(QByteArray, set);
        Bench bench;
        bench.set = set;
        bench.run();
        QCOMPARE(bench.steps(), "GET GET");
        QCOMPARE(bench.item().state, State::Failed);
        QTEST(bench.item().error.code, "code");
    }

    void whatHasEndedByItselfIsLeftAlone()
    {
        Bench bench;
        bench.status = "finished";
        bench.run();
        QCOMPARE(bench.steps(), "GET");
        QCOMPARE(bench.item().state, State::Failed);
        QCOMPARE(bench.item().error.code, u"action.notCancelable"_s);
    }

    void aDeviceThatAgreesFirstIsNoFailure()
    {
        Bench bench;
        bench.quit = httpAnswer(405, refused);
        bench.statusAtQuit = "canceled";
        bench.run();
        QCOMPARE(bench.steps(), "GET GET CANCEL QUIT GET POST");
        QCOMPARE(bench.item().state, State::Done);
    }

    void aRefusedSecondHalfIsToldApart()
    {
        Bench bench;
        bench.assignment = httpAnswer(403);
        bench.run();
        QCOMPARE(bench.item().state, State::Failed);
        QVERIFY(bench.item().hasEnded);
        QCOMPARE(bench.item().error.kind, ErrorKind::Forbidden);
    }

    void aSetThatIsThereAlreadyMakesNoAction()
    {
        Bench bench;
        bench.assignment = httpAnswer(
            200, R"({"assigned":0,"alreadyAssigned":1,"total":1,"assignedActions":[]})");
        bench.run();
        QCOMPARE(bench.item().state, State::Done);
        QCOMPARE(bench.item().newAction, 0);
    }

    // The step that was refused is tried again, not the whole act.
    void waitsAsLongAsTheServerAsks()
    {
        Bench bench;
        bench.assignment = httpAnswer(429, {}, { { "Retry-After", "1" } });
        connect(&bench.recovery, &Recovery::changed, &bench.server,
            [&bench] { bench.assignment = httpAnswer(200, assigned); });
        bench.run();
        QCOMPARE(bench.steps(), "GET GET CANCEL QUIT POST POST");
        QCOMPARE(bench.item().state, State::Done);
        QCOMPARE(bench.item().error, Error());
    }

    // Who stops then is told that the device has nothing now.
    void stoppedBetweenTheHalvesIsAFailure()
    {
        Bench bench;
        bench.assignment = httpAnswer(429, {}, { { "Retry-After", "60" } });
        connect(&bench.recovery, &Recovery::changed, &bench.recovery,
            [&bench] { QTimer::singleShot(0, &bench.recovery, &Recovery::stop); });
        bench.run();
        QVERIFY(bench.item().hasEnded);
        QCOMPARE(bench.item().state, State::Failed);
        QCOMPARE(bench.item().error.kind, ErrorKind::RateLimited);
    }

    void stopLeavesNoneHalfDone()
    {
        Bench bench;
        QList<ActionRef> actions;
        for (int i = 0; i < 30; ++i)
            actions << ActionRef{ u"dev-1"_s, 7 };
        connect(&bench.recovery, &Recovery::changed, &bench.recovery,
            [&bench] { QTimer::singleShot(0, &bench.recovery, &Recovery::stop); });
        bench.recovery.start(RecoveryKind::AssignAgain, actions);
        QTRY_COMPARE_WITH_TIMEOUT(bench.finished.size(), 1, 10'000);
        QVERIFY(bench.recovery.count(State::Waiting) > 0);
        QCOMPARE(bench.recovery.count(State::Waiting) + bench.recovery.count(State::Done), 30);
        QCOMPARE(bench.steps().count("POST"), bench.recovery.count(State::Done));
    }

    void onAServer_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::newRow("1.0.4") << Wire::V1_0_4;
        QTest::newRow("0.9.0") << Wire::V0_9_0;
    }

    void onAServer()
    {
        QFETCH(Wire, wire);
        SimulatorBench simulator({ .wire = wire });
        Client client({ .server = simulator.url(),
            .credentials = { Credentials::Scheme::Basic, u"admin"_s, u"admin"_s },
            .useSystemProxy = false });
        Recovery recovery(client);
        QSignalSpy finished(&recovery, &Recovery::finished);
        const qint64 id = simulator.assign(simulator.gatewayOs(), { { u"type"_s, u"soft"_s } });
        recovery.start(RecoveryKind::AssignAgain, { { u"dev-1"_s, id } });
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
        QCOMPARE(recovery.items().first().error, Error());
        QVERIFY(!simulator.action(id).active);
        QCOMPARE(simulator.action(id).status, u"canceled"_s);
        const qint64 made = recovery.items().first().newAction;
        QVERIFY(made > id);
        QVERIFY(simulator.action(made).active);
        QCOMPARE(simulator.action(made).setId, simulator.gatewayOs());
        QCOMPARE(simulator.action(made).forceType, u"soft"_s);
    }
};

FALCONER_TEST(tst_assignagain)
#include "tst_assignagain.moc"
