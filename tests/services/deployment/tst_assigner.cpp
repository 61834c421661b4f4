// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/assigner.h"
#include "tests/support/faultproxy.h"
#include "tests/support/scriptedfleet.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

using State = AssignmentChunk::State;

namespace {

QStringList idsOf(const HeardRequest &request)
{
    QStringList ids;
    const QJsonArray orders = QJsonDocument::fromJson(request.body).array();
    for (const QJsonValue &order : orders)
        ids << order[u"id"_s].toString();
    return ids;
}

// An assigner and a fleet behind, which answers the posts as the test says.
struct Bench {
    enum class Fate {
        Answered,
        LostBefore,   // nothing of it happened
        LostAfter,    // it happened
        LostWhenDone, // it happened, and the devices are through with it
        Refused,
        Denied, // 403
    };

    explicit Bench(int count, const QUrl &server = {})
        : client({ .server = server.isEmpty() ? fleet.server.url() : server,
            .retryDelays = {},
            .useSystemProxy = false })
    {
        order.set = ScriptedFleet::set();
        for (int i = 0; i < count; ++i) {
            order.controllerIds << u"dev-%1"_s.arg(i, 5, 10, QChar(u'0'));
            fleet.rows.insert(order.controllerIds.last(), {});
        }
        fleet.before = [this](const HeardRequest &request) { return special(request); };
    }

    std::optional<QByteArray> special(const HeardRequest &request)
    {
        if (request.method != "POST")
            return isBlind ? std::optional(QByteArray()) : std::nullopt;
        posts << idsOf(request);
        const Fate fate = fates.value(posts.size() - 1, Fate::Answered);
        if (fate == Fate::LostAfter || fate == Fate::LostWhenDone)
            happen(posts.last(), fate == Fate::LostAfter ? u"gateway-os:2.4.0"_s : QString());
        switch (fate) {
        case Fate::Answered:
            return std::nullopt;
        case Fate::Refused:
            return httpAnswer(
                400, R"({"errorCode":"hawkbit.server.error.distributionset.invalid"})");
        case Fate::Denied:
            return httpAnswer(403);
        default:
            return lostAnswer;
        }
    }

    void happen(const QStringList &ids, const QString &running)
    {
        for (const QString &id : ids) {
            if (!fleet.rows.contains(id) || fleet.rows[id].assigned)
                continue;
            fleet.rows[id].assigned = true;
            fleet.rows[id].running = running;
        }
    }

    void run()
    {
        assigner.start(order);
        waitFor(1);
    }
    void waitFor(int finishes) { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), finishes, 20'000); }

    QList<State> states() const
    {
        QList<State> states;
        for (const AssignmentChunk &chunk : assigner.outcome().chunks)
            states << chunk.state;
        return states;
    }
    QList<qsizetype> postSizes() const
    {
        QList<qsizetype> sizes;
        for (const QStringList &ids : posts)
            sizes << ids.size();
        return sizes;
    }

    QList<Fate> fates; // of the posts, in their order
    QList<QStringList> posts;
    QByteArray lostAnswer; // empty: the connection is closed
    bool isBlind = false;  // every question is lost too
    ScriptedFleet fleet;
    Client client;
    AssignmentOrder order;
    Assigner assigner{ client, Dialect() };
    QSignalSpy finished{ &assigner, &Assigner::finished };
};

using Fate = Bench::Fate;

} // namespace

class tst_assigner : public Test {
    Q_OBJECT

private slots:
    void sendsFiveThousandAtATime()
    {
        Bench bench(12'000);
        bench.run();
        QCOMPARE(bench.postSizes(), QList<qsizetype>({ 5'000, 5'000, 2'000 }));
        QCOMPARE(
            bench.posts.at(0) + bench.posts.at(1) + bench.posts.at(2), bench.order.controllerIds);
        QCOMPARE(bench.assigner.outcome().assigned(), 12'000);
        QCOMPARE(bench.assigner.outcome().actionIds.size(), 12'000);
        QVERIFY(!bench.assigner.outcome().hasFailures());
        QVERIFY(!bench.assigner.canResume());
        // All were taken: there is nothing to ask.
        QCOMPARE(bench.client.sentCount(), 3);
    }

    void aRefusedRequestStopsOnlyItself()
    {
        Bench bench(10'001);
        bench.fates = { Fate::Answered, Fate::Refused };
        bench.run();
        QCOMPARE(bench.states(), QList<State>({ State::Taken, State::Refused, State::Taken }));
        QCOMPARE(bench.postSizes(), QList<qsizetype>({ 5'000, 5'000, 1 }));
        QCOMPARE(bench.assigner.outcome().assigned(), 5'001);
        const Error &error = bench.assigner.outcome().chunks.at(1).error;
        QCOMPARE(error.kind, ErrorKind::Invalid);
        QCOMPARE(error.code, u"distributionset.invalid"_s);
        // What the server judged is not sent again.
        QVERIFY(!bench.assigner.canResume());
        bench.assigner.resume();
        QVERIFY(!bench.assigner.isRunning());
    }

    void aMissingRightStopsEverything()
    {
        Bench bench(5'001);
        bench.fates = { Fate::Denied };
        bench.run();
        QCOMPARE(bench.states(), QList<State>({ State::Waiting, State::Waiting }));
        QCOMPARE(bench.client.sentCount(), 1);
        QVERIFY(bench.assigner.canResume());
    }

    void sendsAgainOnlyWhatDidNotHappen_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("lost connection") << QByteArray();
        QTest::newRow("error of the server") << httpAnswer(500);
        QTest::newRow("proxy without server") << httpAnswer(502, "<html></html>");
        QTest::newRow("not what was promised") << httpAnswer(200, "{}");
    }

    void sendsAgainOnlyWhatDidNotHappen()
    {
        QFETCH(QByteArray, answer);
        Bench bench(10'001);
        bench.fates = { Fate::Answered, Fate::LostBefore };
        bench.lostAnswer = answer;
        bench.run();
        QCOMPARE(bench.states(), QList<State>({ State::Taken, State::Waiting, State::Waiting }));
        // Everything stopped: nothing is sent until the user says so.
        QCOMPARE(bench.postSizes(), QList<qsizetype>({ 5'000, 5'000 }));
        QVERIFY(bench.assigner.canResume());
        bench.assigner.resume();
        bench.waitFor(2);
        QCOMPARE(bench.states(), QList<State>({ State::Taken, State::Taken, State::Taken }));
        QCOMPARE(bench.postSizes(), QList<qsizetype>({ 5'000, 5'000, 5'000, 1 }));
        QCOMPARE(bench.posts.at(2), bench.posts.at(1));
        QCOMPARE(bench.assigner.outcome().assigned(), 10'001);
        QVERIFY(!bench.assigner.canResume());
    }

    void findsThatALostRequestHappened()
    {
        Bench bench(10'001);
        bench.fates = { Fate::Answered, Fate::LostAfter };
        bench.run();
        QCOMPARE(bench.states(), QList<State>({ State::Taken, State::Taken, State::Taken }));
        // Not one id was sent twice.
        QCOMPARE(bench.postSizes(), QList<qsizetype>({ 5'000, 5'000, 1 }));
        QCOMPARE(bench.assigner.outcome().assigned(), 10'001);
        QCOMPARE(bench.assigner.outcome().actionIds.size(), 10'001);
        QCOMPARE(bench.assigner.outcome().notTakenCount, 0);
    }

    // A fast device ends its action before anybody can look.
    void findsThatALostRequestIsDoneAlready()
    {
        Bench bench(3);
        bench.fates = { Fate::LostWhenDone };
        bench.run();
        QCOMPARE(bench.states(), { State::Taken });
        QCOMPARE(bench.posts.size(), 1);
        QCOMPARE(bench.assigner.outcome().assigned(), 0);
        QCOMPARE(bench.assigner.outcome().alreadyAssigned, 3);
        QCOMPARE(bench.assigner.outcome().notTakenCount, 0);
    }

    // Some had the set before: that tells nothing about a request of which the others lack it.
    void isNotFooledByThoseThatHadItBefore()
    {
        Bench bench(4);
        bench.fates = { Fate::LostBefore };
        bench.happen({ u"dev-00001"_s }, u"gateway-os:2.4.0"_s);
        bench.run();
        QCOMPARE(bench.states(), { State::Waiting });
        QVERIFY(bench.assigner.outcome().actionIds.isEmpty());
        bench.assigner.resume();
        bench.waitFor(2);
        QCOMPARE(bench.assigner.outcome().assigned(), 3);
        QCOMPARE(bench.assigner.outcome().alreadyAssigned, 1);
        QVERIFY(!bench.assigner.outcome().actionIds.contains(u"dev-00001"_s));
    }

    void isNotFooledByUnknownIds()
    {
        Bench bench(4);
        bench.fates = { Fate::LostAfter };
        bench.fleet.rows.remove(u"dev-00002"_s);
        bench.run();
        QCOMPARE(bench.states(), { State::Taken });
        QCOMPARE(bench.assigner.outcome().assigned(), 3);
        QCOMPARE(bench.assigner.outcome().notTaken, { u"dev-00002"_s });
        QCOMPARE(bench.posts.size(), 1);
    }

    // The line is dead: nobody knows, and that is what it says.
    void looksAgainBeforeItSendsAgain()
    {
        Bench bench(3);
        bench.fates = { Fate::LostAfter };
        bench.isBlind = true;
        bench.run();
        QCOMPARE(bench.states(), { State::Unknown });
        QVERIFY(bench.assigner.canResume());
        bench.isBlind = false;
        bench.assigner.resume();
        bench.waitFor(2);
        QCOMPARE(bench.states(), { State::Taken });
        QCOMPARE(bench.posts.size(), 1);
        QCOMPARE(bench.assigner.outcome().assigned(), 3);
    }

    void findsTheIdsThatWereNotTaken()
    {
        Bench bench(5);
        bench.fleet.rows[u"dev-00003"_s].lies = true;
        bench.fleet.rows[u"dev-00004"_s].assigned = true;
        bench.run();
        const AssignmentOutcome &outcome = bench.assigner.outcome();
        QCOMPARE(outcome.assigned(), 3);
        QCOMPARE(outcome.alreadyAssigned, 1);
        QCOMPARE(outcome.notTakenCount, 1);
        QCOMPARE(outcome.notTaken, { u"dev-00003"_s });
        QVERIFY(!outcome.hasFailures());
    }

    void countsThemWhenTheyCannotBeFound()
    {
        Bench bench(5);
        bench.isBlind = true;
        bench.fleet.rows.remove(u"dev-00003"_s);
        bench.run();
        QCOMPARE(bench.assigner.outcome().notTakenCount, 1);
        QVERIFY(bench.assigner.outcome().notTaken.isEmpty());
        QCOMPARE(bench.states(), { State::Taken });
    }

    void knowsThatARefusedConnectionCarriedNothing()
    {
        Bench bench(3, QUrl(u"http://127.0.0.1:%1"_s.arg(refusedPort())));
        bench.run();
        QCOMPARE(bench.states(), { State::Waiting });
        QCOMPARE(
            bench.assigner.outcome().chunks.first().error.fault, NetworkFault::ConnectionRefused);
        // It does not look for what never left.
        QCOMPARE(bench.client.sentCount(), 1);
        QVERIFY(bench.assigner.canResume());
    }
};

FALCONER_TEST(tst_assigner)
#include "tst_assigner.moc"
