// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/repository/bringinstage.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A list with the module "gate 1.0" as this user created it so long ago.
QByteArray gatePage(const QByteArray &createdBy = "admin", qint64 secondsAgo = 0)
{
    return QByteArray(R"({"content":[{"id":77,"name":"gate","version":"1.0","type":"os",
        "createdBy":"USER","createdAt":TIME,"lastModifiedAt":1}],"total":1,"size":1})")
        .replace("USER", createdBy)
        .replace(
            "TIME", QByteArray::number(QDateTime::currentMSecsSinceEpoch() - secondsAgo * 1000));
}

const char noPage[] = R"({"content":[],"total":0,"size":0})";

QByteArray takenAnswer()
{
    return httpAnswer(
        409, R"({"errorCode":"hawkbit.server.error.repo.entityAlreadyExists","message":"taken"})");
}

using Stage = BringInStage;

} // namespace

class tst_bringinrun : public Test {
    Q_OBJECT

    using State = BringInRun::State;
    using StepState = BringInRun::StepState;

    static QStringList titlesOf(const QList<BringInModule> &modules)
    {
        QStringList titles;
        for (const BringInModule &module : modules)
            titles << module.name + u' ' + module.version;
        return titles;
    }

private slots:
    void createsAndQueues()
    {
        Stage stage;
        stage.run.start(stage.plan());
        QCOMPARE(stage.run.state(), State::Running);
        QCOMPARE(stage.run.stepState(0), StepState::Running);
        QCOMPARE(stage.run.stepState(1), StepState::Waiting);
        QTRY_COMPARE(stage.run.state(), State::Done);
        QCOMPARE(stage.modulesNamed(u"gate"_s), 1);
        QCOMPARE(stage.setsNamed(u"gates"_s), 1);
        QCOMPARE(stage.run.queuedFiles(), 2);
        QCOMPARE(stage.queue.uploads().size(), 2);
        const Upload &first = stage.queue.uploads().constFirst();
        QCOMPARE(first.filename, u"a.swu"_s);
        QCOMPARE(first.moduleTitle, u"gate 1.0"_s);
        QCOMPARE(first.profileId, u"p"_s);
        qint64 inSet = 0;
        stage.bench.change([&](Fleet &fleet) {
            inSet = fleet.sets.find(stage.run.setId())->modules.constFirst();
        });
        QCOMPARE(first.softwareModuleId, inSet);
    }

    void whatIsThereIsNotCreated()
    {
        Stage stage;
        BringIn plan = stage.plan();
        plan.set.reset();
        plan.modules[0].existingId = 1;
        const qint64 sent = stage.client.sentCount();
        stage.run.start(plan);
        QTRY_COMPARE(stage.run.state(), State::Done);
        QCOMPARE(stage.client.sentCount(), sent); // nothing was asked of the server
        QCOMPARE(stage.queue.uploads().constFirst().softwareModuleId, 1);
        QVERIFY(stage.run.createdModules().isEmpty());
    }

    void aRefusalStopsAndIsTakenBack()
    {
        Stage stage;
        stage.bench.manage("POST", "distributionsets",
            QJsonArray{ QJsonObject{
                { u"name"_s, u"gates"_s }, { u"version"_s, u"1.0"_s }, { u"type"_s, u"os"_s } } });
        stage.run.start(stage.plan());
        QTRY_COMPARE(stage.run.state(), State::Failed);
        QCOMPARE(stage.run.error()->kind, ErrorKind::Conflict);
        QCOMPARE(stage.run.stepState(0), StepState::Done);
        QCOMPARE(stage.run.stepState(1), StepState::Failed);
        QCOMPARE(stage.run.stepState(2), StepState::Waiting);
        QCOMPARE(titlesOf(stage.run.createdModules()), QStringList{ u"gate 1.0"_s });
        QVERIFY(stage.queue.uploads().isEmpty()); // no file goes anywhere
        QCOMPARE(stage.modulesNamed(u"gate"_s), 1);
        stage.run.undo();
        QTRY_COMPARE(stage.run.state(), State::Undone);
        QCOMPARE(stage.modulesNamed(u"gate"_s), 0);
        QCOMPARE(stage.setsNamed(u"gates"_s), 1); // not ours
        QVERIFY(!stage.run.hasCreated());
    }

    void goesOnWhereItStopped()
    {
        Stage stage;
        stage.bench.manage("POST", "distributionsets",
            QJsonArray{ QJsonObject{
                { u"name"_s, u"gates"_s }, { u"version"_s, u"1.0"_s }, { u"type"_s, u"os"_s } } });
        stage.run.start(stage.plan());
        QTRY_COMPARE(stage.run.state(), State::Failed);
        stage.bench.change([](Fleet &fleet) {
            for (auto &[id, set] : fleet.sets.rows()) {
                if (set.name == "gates"_L1)
                    set.name = u"renamed"_s;
            }
        });
        stage.run.resume();
        QTRY_COMPARE(stage.run.state(), State::Done);
        QCOMPARE(stage.modulesNamed(u"gate"_s), 1); // not a second one
        QCOMPARE(stage.setsNamed(u"gates"_s), 1);
        QCOMPARE(stage.queue.uploads().size(), 2);
    }

    // The queue asks where it is: that stops nothing else.
    void aFileThatIsGoneAsksInTheQueue()
    {
        Stage stage;
        BringIn plan = stage.plan();
        QVERIFY(QFile::remove(plan.modules[0].paths[1]));
        stage.run.start(plan);
        QTRY_COMPARE(stage.run.state(), State::Done);
        QTRY_COMPARE(stage.queue.totals().asking, 1);
        QCOMPARE(stage.queue.uploads().constLast().problem, UploadProblem::FileGone);
        QCOMPARE(stage.run.queuedFiles(), 2);
        stage.run.undo();
        QTRY_COMPARE(stage.run.state(), State::Undone);
        QVERIFY(stage.queue.uploads().isEmpty());
        QCOMPARE(stage.modulesNamed(u"gate"_s), 0);
        QCOMPARE(stage.setsNamed(u"gates"_s), 0);
    }

    void whatMayHaveHappenedIsLookedForFirst()
    {
        ScriptedServer server([&](const HeardRequest &heard) -> std::optional<QByteArray> {
            if (heard.method == "POST")
                return QByteArray(); // hangs up: did it happen?
            return httpAnswer(200, gatePage());
        });
        Stage stage(server.url());
        BringIn plan = stage.plan();
        plan.set.reset();
        stage.run.start(plan);
        QTRY_COMPARE(stage.run.state(), State::Failed);
        QCOMPARE(stage.run.error()->kind, ErrorKind::Network);
        stage.run.resume();
        QTRY_COMPARE(stage.run.state(), State::Done);
        QCOMPARE(stage.queue.uploads().constFirst().softwareModuleId, 77);
        QCOMPARE(titlesOf(stage.run.createdModules()), QStringList{ u"gate 1.0"_s });
        QCOMPARE(server.heard().size(), 2); // it was not created again
        QVERIFY(server.lines().value(1).startsWith("GET /rest/v1/softwaremodules?"));
    }

    // The look fails as the create did not: what may be there is still looked for.
    void aLookThatFailsLeavesItOpen()
    {
        QList<QByteArray> looks{ httpAnswer(403), httpAnswer(200, gatePage()) };
        ScriptedServer server([&](const HeardRequest &heard) -> std::optional<QByteArray> {
            return heard.method == "POST" ? QByteArray() : looks.takeFirst();
        });
        Stage stage(server.url());
        BringIn plan = stage.plan();
        plan.set.reset();
        stage.run.start(plan);
        QTRY_COMPARE(stage.run.state(), State::Failed);
        stage.run.resume();
        QTRY_COMPARE(stage.run.state(), State::Failed);
        QCOMPARE(stage.run.error()->kind, ErrorKind::Forbidden);
        QVERIFY(stage.run.isFateUnknown());
        stage.run.resume();
        QTRY_COMPARE(stage.run.state(), State::Done);
        QCOMPARE(server.heard().size(), 3); // it was not created again
        QCOMPARE(stage.queue.uploads().constFirst().softwareModuleId, 77);
    }

    void whatMayHaveHappenedIsTakenBackToo()
    {
        QList<QByteArray> looks{ httpAnswer(401), httpAnswer(200, gatePage()) };
        ScriptedServer server([&](const HeardRequest &heard) -> std::optional<QByteArray> {
            if (heard.method == "GET")
                return looks.takeFirst();
            return heard.method == "DELETE" ? httpAnswer(204) : QByteArray();
        });
        Stage stage(server.url());
        stage.run.start(stage.plan());
        QTRY_COMPARE(stage.run.state(), State::Failed);
        QVERIFY(stage.run.hasCreated()); // so it can be taken back
        stage.run.undo();
        QTRY_COMPARE(stage.run.state(), State::UndoFailed);
        QVERIFY(stage.run.hasCreated());
        stage.run.undo();
        QTRY_COMPARE(stage.run.state(), State::Undone);
        QCOMPARE(server.heard().constLast().line(), "DELETE /rest/v1/softwaremodules/77");
        QCOMPARE(server.heard().size(), 4);
        QVERIFY(!stage.run.hasCreated());
    }

    void aSetThatIsGoneDoesNotStopTheWayBack_data()
    {
        QTest::addColumn<Wire>("wire");
        QTest::newRow("1.0.4") << Wire::V1_0_4;
        QTest::newRow("0.9.0") << Wire::V0_9_0; // answers 500
    }

    void aSetThatIsGoneDoesNotStopTheWayBack()
    {
        QFETCH(Wire, wire);
        Stage stage({}, { .wire = wire });
        stage.run.start(stage.plan());
        QTRY_COMPARE(stage.run.state(), State::Done);
        stage.bench.manage("DELETE", "distributionsets/" + QByteArray::number(stage.run.setId()));
        QCOMPARE(stage.setsNamed(u"gates"_s), 0);
        stage.run.undo();
        QTRY_COMPARE(stage.run.state(), State::Undone);
        QCOMPARE(stage.modulesNamed(u"gate"_s), 0);
        QVERIFY(!stage.run.hasCreated());
    }

    void whatDidNotHappenIsNotTakenBack()
    {
        ScriptedServer server([&](const HeardRequest &heard) -> std::optional<QByteArray> {
            // Another one: these differ in case only.
            return heard.method == "GET" ? httpAnswer(200, gatePage().replace("gate", "Gate"))
                                         : QByteArray();
        });
        Stage stage(server.url());
        stage.run.start(stage.plan());
        QTRY_COMPARE(stage.run.state(), State::Failed);
        stage.run.undo();
        QTRY_COMPARE(stage.run.state(), State::Undone);
        QCOMPARE(server.heard().size(), 2); // nothing was deleted
    }

    void whatIsRefusedIsChangedAndTheRestStands()
    {
        Stage stage;
        stage.bench.manage("POST", "distributionsets",
            QJsonArray{ QJsonObject{
                { u"name"_s, u"gates"_s }, { u"version"_s, u"1.0"_s }, { u"type"_s, u"os"_s } } });
        BringIn plan = stage.plan();
        QVERIFY(!stage.run.canBeChanged());
        stage.run.start(plan);
        QTRY_COMPARE(stage.run.state(), State::Failed);
        QVERIFY(stage.run.canBeChanged());
        QCOMPARE(stage.run.holder()->createdBy, u"admin"_s); // it is in the lists
        QVERIFY(!stage.run.isNameHidden());
        QCOMPARE(stage.run.remainderOf(plan).modules[0].existingId,
            stage.run.createdModules()[0].existingId);
        plan.set->version = u"1.1"_s;
        stage.run.start(plan);
        QCOMPARE(stage.run.stepState(0), StepState::Done); // it is not created again
        QTRY_COMPARE(stage.run.state(), State::Done);
        QCOMPARE(stage.modulesNamed(u"gate"_s), 1);
        QCOMPARE(stage.setsNamed(u"gates"_s), 2);
        QCOMPARE(stage.queue.uploads().size(), 2);
        QVERIFY(!stage.run.holder());
        stage.run.undo(); // all of it, whichever plan made it
        QTRY_COMPARE(stage.run.state(), State::Undone);
        QCOMPARE(stage.modulesNamed(u"gate"_s), 0);
        QCOMPARE(stage.setsNamed(u"gates"_s), 1);
    }

    // A module that was added to the plan stands before one that was created already.
    void whatWasCreatedIsSkippedWhereverItStands()
    {
        Stage stage;
        BringIn plan = stage.plan();
        plan.modules << BringInModule{ .name = u"panel"_s, .version = u"1.0"_s, .type = u"nope"_s };
        plan.set.reset();
        stage.run.start(plan);
        QTRY_COMPARE(stage.run.state(), State::Failed);
        QVERIFY(stage.run.canBeChanged());
        plan.modules[1].type = u"os"_s;
        plan.modules.prepend({ .name = u"boot"_s, .version = u"2.0"_s, .type = u"os"_s });
        stage.run.start(plan);
        QCOMPARE(stage.run.stepState(0), StepState::Running);
        QCOMPARE(stage.run.stepState(1), StepState::Done);
        QCOMPARE(stage.run.stepState(2), StepState::Waiting);
        QTRY_COMPARE(stage.run.state(), State::Done);
        QCOMPARE(titlesOf(stage.run.createdModules()),
            QStringList({ u"gate 1.0"_s, u"boot 2.0"_s, u"panel 1.0"_s }));
        QCOMPARE(stage.modulesNamed(u"gate"_s), 1);
    }

    void aNameOfSomethingDeletedIsHidden()
    {
        Stage stage;
        const BringIn plan = stage.plan();
        stage.run.start(plan);
        QTRY_COMPARE(stage.run.state(), State::Done);
        stage.bench.change([](Fleet &fleet) {
            for (auto &[id, module] : fleet.modules.rows())
                module.deleted = module.deleted || module.name == "gate"_L1;
            for (auto &[id, set] : fleet.sets.rows())
                set.deleted = set.deleted || set.name == "gates"_L1;
        });
        BringInRun again(stage.client, stage.queue, u"p"_s, u"admin"_s);
        BringIn changed = plan;
        again.start(changed);
        QTRY_COMPARE(again.state(), State::Failed);
        QVERIFY(again.isNameHidden());
        QVERIFY(!again.holder());
        QVERIFY(again.canBeChanged());
        QVERIFY(!again.hasCreated());
        changed.modules[0].version = u"1.1"_s;
        again.start(changed); // and now the set's
        QTRY_COMPARE(again.state(), State::Failed);
        QCOMPARE(again.current()->kind, BringInStep::Kind::CreateSet);
        QVERIFY(again.isNameHidden());
        QCOMPARE(titlesOf(again.createdModules()), QStringList{ u"gate 1.1"_s });
        changed.set->version = u"1.1"_s;
        again.start(changed);
        QTRY_COMPARE(again.state(), State::Done);
        QVERIFY(!again.isNameHidden());
    }

    void whatSomebodyElseMadeIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("createdBy");
        QTest::addColumn<int>("secondsAgo");
        QTest::newRow("another user") << QByteArray("bob") << 0;
        QTest::newRow("this user, before") << QByteArray("admin") << 3600;
        QTest::newRow("nobody says who") << QByteArray() << 0;
    }

    void whatSomebodyElseMadeIsLeftAlone()
    {
        QFETCH(QByteArray, createdBy);
        QFETCH(int, secondsAgo);
        ScriptedServer server([&](const HeardRequest &heard) -> std::optional<QByteArray> {
            return heard.method == "GET" ? httpAnswer(200, gatePage(createdBy, secondsAgo))
                                         : QByteArray();
        });
        Stage stage(server.url());
        stage.run.start(stage.plan());
        QTRY_COMPARE(stage.run.state(), State::Failed);
        QVERIFY(!stage.run.canBeChanged()); // it is not known yet what happened
        stage.run.undo();
        QTRY_COMPARE(stage.run.state(), State::Undone);
        QCOMPARE(server.heard().size(), 2); // nothing was deleted
        QCOMPARE(stage.run.holder()->createdBy, QString::fromLatin1(createdBy));
        QVERIFY(!stage.run.hasCreated());

        BringInRun other(stage.client, stage.queue, u"p"_s, u"admin"_s);
        other.start(stage.plan());
        QTRY_COMPARE(other.state(), State::Failed);
        other.resume();
        QTRY_COMPARE(other.state(), State::Failed);
        QCOMPARE(other.holder()->id, 77);
        QVERIFY(other.canBeChanged());
        QVERIFY(!other.hasCreated());
        QVERIFY(stage.queue.uploads().isEmpty()); // no file goes into it
        QCOMPARE(server.heard().size(), 4);
    }

    // The server's clock is a little behind.
    void aSlowClockDoesNotMakeOursAnother()
    {
        ScriptedServer server([&](const HeardRequest &heard) -> std::optional<QByteArray> {
            return heard.method == "GET" ? httpAnswer(200, gatePage("admin", 20)) : QByteArray();
        });
        Stage stage(server.url());
        BringIn plan = stage.plan();
        plan.set.reset();
        stage.run.start(plan);
        QTRY_COMPARE(stage.run.state(), State::Failed);
        stage.run.resume();
        QTRY_COMPARE(stage.run.state(), State::Done);
    }

    // It came through only after it was looked for.
    void aLateCreationIsOurs()
    {
        QList<QByteArray> posts{ QByteArray(), takenAnswer() };
        QList<QByteArray> looks{ httpAnswer(200, noPage), httpAnswer(200, gatePage()) };
        ScriptedServer server([&](const HeardRequest &heard) -> std::optional<QByteArray> {
            return heard.method == "POST" ? posts.takeFirst() : looks.takeFirst();
        });
        Stage stage(server.url());
        BringIn plan = stage.plan();
        plan.set.reset();
        stage.run.start(plan);
        QTRY_COMPARE(stage.run.state(), State::Failed);
        stage.run.resume();
        QTRY_COMPARE(stage.run.state(), State::Done);
        QCOMPARE(titlesOf(stage.run.createdModules()), QStringList{ u"gate 1.0"_s });
        QCOMPARE(server.heard().size(), 4);
    }

    // The first answer says that it was there: whoever made it, it was not this run.
    void aRefusalIsNeverOurs()
    {
        ScriptedServer server([&](const HeardRequest &heard) -> std::optional<QByteArray> {
            return heard.method == "POST" ? takenAnswer() : httpAnswer(200, gatePage());
        });
        Stage stage(server.url());
        stage.run.start(stage.plan());
        QTRY_COMPARE(stage.run.state(), State::Failed);
        QCOMPARE(stage.run.error()->kind, ErrorKind::Conflict);
        QCOMPARE(stage.run.holder()->createdBy, u"admin"_s);
        QVERIFY(!stage.run.hasCreated());
        QVERIFY(stage.run.canBeChanged());
    }

    void aRefusalThatNobodyCanLookIntoIsSaidAsItIs()
    {
        ScriptedServer server([&](const HeardRequest &heard) -> std::optional<QByteArray> {
            return heard.method == "POST" ? takenAnswer() : httpAnswer(403);
        });
        Stage stage(server.url());
        stage.run.start(stage.plan());
        QTRY_COMPARE(stage.run.state(), State::Failed);
        QCOMPARE(stage.run.error()->kind, ErrorKind::Conflict);
        QVERIFY(!stage.run.holder());
        QVERIFY(!stage.run.isNameHidden()); // it is not claimed that it was deleted
        QVERIFY(stage.run.canBeChanged());
    }
};

FALCONER_TEST(tst_bringinrun)
#include "tst_bringinrun.moc"
