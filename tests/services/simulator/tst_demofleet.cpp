// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/simulator/demofleet.h"
#include "services/simulator/demoserver.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

struct Census {
    QMap<QString, int> byStatus;
    int overdue = 0;
};

Census census(const Fleet &fleet)
{
    Census census;
    fleet.targets.forEach([&](const SimTarget &target) {
        ++census.byStatus[target.updateStatus];
        if (target.lastRequestAt > 0 && target.lastRequestAt < fleet.now() - 360'000)
            ++census.overdue;
    });
    return census;
}

} // namespace

class tst_demofleet : public Test {
    Q_OBJECT

private slots:
    void isAFleetWorthLookingAt()
    {
        const auto fleet = makeDemoFleet({});
        QCOMPARE(fleet->targets.count(), 2000);
        QCOMPARE(fleet->sets.size(), 40);
        const Census found = census(*fleet);
        QVERIFY(found.byStatus.value(u"in_sync"_s) > 1600);
        for (const QString &status : { u"pending"_s, u"error"_s, u"registered"_s, u"unknown"_s })
            QVERIFY2(found.byStatus.value(status) >= 10, qPrintable(status));
        QVERIFY(found.overdue > 20 && found.overdue < 150);
        QVERIFY(fleet->targets.find(u"berlin-gw-0101"_s));
        QVERIFY(fleet->targets.find(u"hamburg-panel-0042"_s));
        QVERIFY(!fleet->targets.find(u"Hamburg-panel-0042"_s));
    }

    void ascendsById()
    {
        const DemoLayout layout(10'007, 2'000, 5);
        QString before;
        for (quint32 row = 0; row < layout.count(); ++row) {
            const QString id = layout.controllerId(layout.at(row));
            QVERIFY2(id > before, qPrintable(id));
            QCOMPARE(layout.find(id), std::optional(row));
            before = id;
        }
    }

    void isTheSameForTheSameSeed()
    {
        const DemoLayout a(2'000, 2'000, 1);
        const DemoLayout b(2'000, 2'000, 1);
        const DemoLayout other(2'000, 2'000, 2);
        int different = 0;
        for (quint32 row = 0; row < 2'000; ++row) {
            QCOMPARE(int(a.at(row).state), int(b.at(row).state));
            QCOMPARE(a.at(row).installed, b.at(row).installed);
            different += a.at(row).chance == other.at(row).chance ? 0 : 1;
        }
        QCOMPARE(different, 2'000);
    }

    // What is installed has a finished action, what failed a failed one, what is pending an open
    // one: nothing on the screen contradicts anything else.
    void hasHistoriesThatFit()
    {
        const auto fleet = makeDemoFleet({});
        fleet->targets.forEach([&](const SimTarget &target) {
            const QList<qint64> ids = fleet->actionsOfTarget.value(target.controllerId);
            bool finished = false;
            bool open = false;
            for (const qint64 id : ids) {
                const SimAction *const action = fleet->actions.find(id);
                finished |= action->status == "finished"_L1 && action->setId == target.installedSet;
                open |= action->active && action->setId == target.assignedSet;
                QVERIFY(!action->statuses.isEmpty());
                QVERIFY(action->statuses.last().reportedAt <= fleet->now());
            }
            QCOMPARE(finished, target.installedSet != 0);
            QCOMPARE(open, target.updateStatus == "pending"_L1);
            if (target.updateStatus == "error"_L1)
                QCOMPARE(fleet->actions.find(ids.last())->status, u"error"_s);
        });
    }

    void runsOnceItIsMade()
    {
        const DemoServer demo;
        QVERIFY(demo.isRunning());
    }

    void makesAMillionRowsOnDemand()
    {
        const auto fleet = makeDemoFleet({ .targets = 1'000'000 });
        QCOMPARE(fleet->targets.count(), 1'000'000);
        QCOMPARE(fleet->targets.overlay().size(), size_t(0));
        const SimTarget last = fleet->targets.at(999'999);
        QCOMPARE(fleet->targets.rowOf(last.controllerId), std::optional<quint32>(999'999));
    }

    void installsLive()
    {
        DemoServer demo({ .fleet = { .targets = 60, .live = 60 }, .speed = 60 });
        QVERIFY(demo.isRunning());
        const auto statusOf = [&](const QString &id) {
            QString status;
            demo.server().withFleet(
                [&](Fleet &fleet) { status = fleet.targets.find(id)->updateStatus; });
            return status;
        };
        QCOMPARE(statusOf(u"berlin-gw-0101"_s), u"pending"_s);
        QTRY_VERIFY_WITH_TIMEOUT(statusOf(u"berlin-gw-0101"_s) != "pending"_L1, 30'000);
    }
};

FALCONER_TEST(tst_demofleet)
#include "tst_demofleet.moc"
