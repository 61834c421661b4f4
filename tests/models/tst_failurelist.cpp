// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/failurelist.h"
#include "tests/models/fleetlanes.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_failurelist : public Test {
    Q_OBJECT

private slots:
    void groupsFailuresOfOneCause()
    {
        const FailureGroups groups = failureGroups(*fixed(fleetLanes(300)), {});
        QList<int> counts;
        for (const FailureList::Group &group : groups) {
            counts << group.head.cluster.count;
            QCOMPARE(group.items.size(), group.head.cluster.devices.size());
        }
        QCOMPARE(counts, (QList<int>{ 7, 5, 5, 4, 3 }));
        QVERIFY(groups[0].head.cluster.example.startsWith(u"Download of bundle failed"_s));
        QVERIFY(!groups[0].head.cluster.hadBefore);
        for (const FailureList::Group &group : groups)
            QVERIFY(std::ranges::is_sorted(group.items, std::greater(),
                [](const FailureItem &item) { return item.failure.at; }));
    }

    void saysWhetherTheFormerSetFailedSo()
    {
        const QList<TimelineLane> lanes = fleetLanes(300);
        const QList<Failure> former{ { .controllerId = u"old"_s,
            .message = failureGroups(*fixed(lanes), {}).at(1).head.cluster.example } };
        const FailureGroups groups = failureGroups(*fixed(lanes), former);
        QVERIFY(!groups[0].head.cluster.hadBefore);
        QVERIFY(groups[1].head.cluster.hadBefore);
    }

    void growsWithoutReset()
    {
        FailureList list;
        const QAbstractItemModelTester tester(
            &list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&list, &QAbstractItemModel::modelReset);
        int most = 0;
        for (const int seconds : { 10, 40, 70, 100, 300, 50 }) {
            const FailureGroups groups = failureGroups(*fixed(fleetLanes(seconds)), {});
            list.setGroups(groups);
            QCOMPARE(list.rowCount(), groups.size());
            most = std::max(most, list.rowCount());
        }
        QCOMPARE(most, 5);
        QCOMPARE(resets.size(), 0);
    }

    void everyKindOfFailureKeepsItsPlace()
    {
        // One of each recording that failed: many causes, one device each.
        QList<TimelineLane> lanes;
        for (const QString &file : deviceHistoryFiles()) {
            const DeviceHistory history = loadDeviceHistory(file);
            lanes << TimelineLane{ .controllerId = file,
                .action = history.action,
                .statuses = history.statuses,
                .timeline = buildTimeline(history.action, history.statuses) };
        }
        FailureList list;
        const QAbstractItemModelTester tester(
            &list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const FailureGroups groups = failureGroups(*fixed(lanes), {});
        QVERIFY(groups.size() > 8);
        list.setGroups(groups);
        QSet<QString> keys;
        for (const FailureList::Group &group : groups)
            keys << group.head.key;
        QCOMPARE(keys.size(), groups.size());
    }

    void aDeviceTellsItsOwnMessageWhereItDiffers()
    {
        QList<TimelineLane> lanes(2);
        const auto fail = [](TimelineLane &lane, const QString &id, const QString &cause, int at) {
            lane.controllerId = id;
            lane.action = Action{};
            lane.timeline.outcome = { .kind = OutcomeKind::Error,
                .at = fleetStart().addSecs(at),
                .causeSource = CauseSource::LastError,
                .cause = cause,
                .code = 7 };
        };
        fail(lanes[0], u"a"_s, u"block 12 is bad\nsecond line"_s, 1);
        fail(lanes[1], u"b"_s, u"block 90 is bad\nsecond line"_s, 2);
        const FailureGroups groups = failureGroups(*fixed(lanes), {});
        QCOMPARE(groups.size(), 1);
        QCOMPARE(groups[0].head.cluster.example, u"block 90 is bad\nsecond line"_s);
        QCOMPARE(groups[0].items[0].controllerId, u"b"_s);
        QCOMPARE(groups[0].items[0].own, QString());
        QCOMPARE(groups[0].items[1].own, u"block 12 is bad"_s);
        FailureList list;
        list.setGroups(groups);
        const QModelIndex head = list.index(0, 0);
        QCOMPARE(head.data(DevicesRole).toStringList(), (QStringList{ u"a"_s, u"b"_s }));
        QCOMPARE(list.index(1, 1, head).data().toString(), u"block 12 is bad"_s);
        QVERIFY(list.index(1, 1, head).data(Qt::ToolTipRole).toString().endsWith(u"second line"_s));
    }

    void aDeviceMayHaveFailedTwice()
    {
        QList<TimelineLane> lanes(2);
        for (TimelineLane &lane : lanes) {
            lane.controllerId = u"a"_s;
            lane.actionId = qint64(&lane - lanes.data());
            lane.action = Action{};
            lane.timeline.outcome
                = { .kind = OutcomeKind::Error, .at = fleetStart(), .cause = u"bad"_s };
        }
        FailureList list;
        const QAbstractItemModelTester tester(
            &list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setGroups(failureGroups(*fixed(lanes), {}));
        QCOMPARE(list.rowCount(list.index(0, 0)), 2);
        QCOMPARE(list.index(0, 0).data(CountRole).toInt(), 2);
        QCOMPARE(list.index(0, 0).data(DevicesRole).toStringList(), QStringList{ u"a"_s });
    }
};

FALCONER_TEST(tst_failurelist)
#include "tst_failurelist.moc"
