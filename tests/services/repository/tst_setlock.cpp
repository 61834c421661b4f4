// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setlock.h"
#include "tests/services/repository/simulatedclient.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_setlock : public Test {
    Q_OBJECT

    static DistributionSet readSet(SimulatedClient &stage, qint64 id)
    {
        DistributionSet set;
        bool isRead = false;
        const Call call
            = stage.client.send(getDistributionSet(id), [&](const Result<DistributionSet> &answer) {
                  set = answer.value();
                  isRead = true;
              });
        if (!QTest::qWaitFor([&] { return isRead; }))
            qFatal("the simulator is silent");
        return set;
    }
    static int lockedModules(const DistributionSet &set)
    {
        return int(std::count_if(set.modules.begin(), set.modules.end(),
            [](const SoftwareModule &module) { return module.locked; }));
    }

private slots:
    void unlocksASetWithItsModules()
    {
        SimulatedClient stage;
        const qint64 id = stage.bench.gatewayOs();
        const DistributionSet before = readSet(stage, id);
        QVERIFY(before.locked);
        QCOMPARE(lockedModules(before), 2);
        SetLock lock;
        int answers = 0;
        const qint64 sent = stage.client.sentCount();
        lock.unlock(stage.client, before, true, [&](const std::optional<Error> &error) {
            QVERIFY(!error);
            ++answers;
        });
        QTRY_COMPARE(answers, 1);
        QCOMPARE(stage.client.sentCount() - sent, 3);
        QVERIFY(!readSet(stage, id).locked);
        QCOMPARE(lockedModules(readSet(stage, id)), 0);
    }

    void leavesModulesLockedIfAsked()
    {
        SimulatedClient stage;
        const qint64 id = stage.bench.gatewayOs();
        SetLock lock;
        int answers = 0;
        lock.unlock(stage.client, readSet(stage, id), false,
            [&](const std::optional<Error> &) { ++answers; });
        QTRY_COMPARE(answers, 1);
        QVERIFY(!readSet(stage, id).locked);
        QCOMPARE(lockedModules(readSet(stage, id)), 2);
    }

    void locksASetWithItsModules()
    {
        SimulatedClient stage;
        const qint64 id = stage.bench.setOf(DemoProduct::GatewayOs, u"2.4.0-rc2"_s);
        SetLock lock;
        int answers = 0;
        lock.lock(stage.client, id, [&](const std::optional<Error> &error) {
            QVERIFY(!error);
            ++answers;
        });
        QTRY_COMPARE(answers, 1);
        QVERIFY(readSet(stage, id).locked);
        QCOMPARE(lockedModules(readSet(stage, id)), 2);
    }

    void stopsAtWhatIsRefused()
    {
        SimulatedClient stage;
        DistributionSet set = readSet(stage, stage.bench.gatewayOs());
        set.id = 4711;
        SetLock lock;
        std::optional<Error> refused;
        const qint64 sent = stage.client.sentCount();
        lock.unlock(
            stage.client, set, true, [&](const std::optional<Error> &error) { refused = error; });
        QTRY_VERIFY(refused);
        QCOMPARE(refused->kind, ErrorKind::NotFound);
        QCOMPARE(stage.client.sentCount() - sent, 1); // its modules were not touched
    }
};

FALCONER_TEST(tst_setlock)
#include "tst_setlock.moc"
