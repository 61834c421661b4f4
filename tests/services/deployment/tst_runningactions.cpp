// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/runningactions.h"
#include "tests/support/scriptedfleet.h"
#include "tests/support/testregistry.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Bench {
    explicit Bench(int targets, const Dialect &dialect = {})
        : client({ .server = fleet.server.url(), .retryDelays = {}, .useSystemProxy = false })
        , running(client, dialect)
    {
        for (int i = 0; i < targets; ++i)
            fleet.rows.insert(u"dev-%1"_s.arg(i, 5, 10, QChar(u'0')), {});
        QObject::connect(&running, &RunningActions::found, &running,
            [this](const QList<Action> &some, bool wasLimited) {
                ++answers;
                actions = some;
                limited = wasLimited;
            });
    }

    void run(const QString &id) { fleet.rows[id].running = u"camera-hotfix:1.0"_s; }
    QStringList names() const
    {
        QStringList names;
        for (const Action &action : actions)
            names << action.controllerId + u' ' + action.distributionSet;
        return names;
    }
    // What was asked of the actions, in plain.
    QStringList questions() const
    {
        QStringList questions;
        for (const HeardRequest &request : fleet.server.heard()) {
            if (request.target.startsWith("/rest/v1/actions"))
                questions << QUrl::fromPercentEncoding(request.target);
        }
        return questions;
    }

    ScriptedFleet fleet;
    Client client;
    RunningActions running;
    QSignalSpy failed{ &running, &RunningActions::failed };
    int answers = 0;
    QList<Action> actions;
    bool limited = false;
};

} // namespace

class tst_runningactions : public Test {
    Q_OBJECT

private slots:
    void findsThoseOfRowsAndIds()
    {
        Bench bench(12);
        bench.run(u"dev-00003"_s);
        bench.run(u"dev-00004"_s);
        bench.run(u"dev-00009"_s);
        bench.running.find({ .targets = { { .controllerId = u"dev-00003"_s } },
            .controllerIds = { u"dev-00001"_s, u"dev-00009"_s } });
        QTRY_COMPARE(bench.answers, 1);
        QCOMPARE(bench.names(),
            QStringList({ u"dev-00003 camera-hotfix:1.0"_s, u"dev-00009 camera-hotfix:1.0"_s }));
        QVERIFY(!bench.limited);
        QCOMPARE(bench.fleet.server.heard().size(), 1);
        QVERIFY(bench.questions().constFirst().contains(u"active==true"_s));
    }

    void findsThoseOfAFilter()
    {
        Bench bench(1'200);
        bench.run(u"dev-00003"_s);
        bench.run(u"dev-01199"_s);
        bench.running.find({ .filter = u"name==dev*"_s });
        QTRY_COMPARE(bench.answers, 1);
        QCOMPARE(bench.names().size(), 2);
        QVERIFY(!bench.limited);
        // Many targets in a request.
        QVERIFY(bench.fleet.server.heard().size() < 15);
        QVERIFY(QUrl::fromPercentEncoding(bench.fleet.server.heard().first().target)
                    .contains(u"q=name==dev*"_s));
    }

    void everyTargetIsAFilterToo()
    {
        Bench bench(3);
        bench.run(u"dev-00002"_s);
        bench.running.find({ .filter = QString() });
        QTRY_COMPARE(bench.answers, 1);
        QCOMPARE(bench.names(), { u"dev-00002 camera-hotfix:1.0"_s });
    }

    void saysThatItDidNotLookAtAll_data()
    {
        QTest::addColumn<bool>("byFilter");
        QTest::newRow("filter") << true;
        QTest::newRow("ids") << false;
    }

    void saysThatItDidNotLookAtAll()
    {
        QFETCH(bool, byFilter);
        Bench bench(5'001);
        bench.run(u"dev-04999"_s);
        bench.run(u"dev-05000"_s); // the one too many
        TargetSelection selection{ .controllerIds = bench.fleet.rows.keys() };
        if (byFilter)
            selection.filter = QString();
        bench.running.find(selection);
        QTRY_COMPARE_WITH_TIMEOUT(bench.answers, 1, 15'000);
        QVERIFY(bench.limited);
        QCOMPARE(bench.names(), { u"dev-04999 camera-hotfix:1.0"_s });
    }

    void exactlyTheLimitIsAll()
    {
        Bench bench(5'000);
        bench.running.find({ .filter = QString() });
        QTRY_COMPARE_WITH_TIMEOUT(bench.answers, 1, 15'000);
        QVERIFY(!bench.limited);
        QVERIFY(bench.actions.isEmpty());
    }

    void speaksTheOlderDialect()
    {
        Bench bench(2, { .detailedActionStatus = false });
        bench.running.find({ .controllerIds = bench.fleet.rows.keys() });
        QTRY_COMPARE(bench.answers, 1);
        QVERIFY(bench.questions().constFirst().contains(u"status==pending"_s));
        QVERIFY(!bench.questions().constFirst().contains(u"active"_s));
    }

    void tellsAFailure_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("targets") << QByteArray("/rest/v1/targets");
        QTest::newRow("actions") << QByteArray("/rest/v1/actions");
    }

    void tellsAFailure()
    {
        QFETCH(QByteArray, path);
        Bench bench(2);
        bench.fleet.before = [&path](const HeardRequest &request) {
            return request.target.startsWith(path) ? std::optional(httpAnswer(500)) : std::nullopt;
        };
        bench.running.find({ .filter = QString() });
        QTRY_COMPARE(bench.failed.size(), 1);
        QCOMPARE(bench.failed.first().first().value<Error>().kind, ErrorKind::Server);
        QCOMPARE(bench.answers, 0);
    }

    void aNewQuestionDropsTheFormer()
    {
        Bench bench(2);
        bench.run(u"dev-00000"_s);
        bench.run(u"dev-00001"_s);
        bench.running.find({ .controllerIds = { u"dev-00000"_s } });
        bench.running.find({ .controllerIds = { u"dev-00001"_s } });
        QTRY_COMPARE(bench.answers, 1);
        QCOMPARE(bench.names(), { u"dev-00001 camera-hotfix:1.0"_s });
        QCOMPARE(bench.fleet.server.heard().size(), 1);
        bench.running.find({});
        QCOMPARE(bench.answers, 2); // nothing selected: nothing to ask
        QVERIFY(bench.actions.isEmpty());
    }
};

FALCONER_TEST(tst_runningactions)
#include "tst_runningactions.moc"
