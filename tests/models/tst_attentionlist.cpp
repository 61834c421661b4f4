// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attentionlist.h"
#include "models/pagedmodelbase.h"
#include "tests/models/fleetlanes.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

AttentionGroups groupsAt(int seconds, int most = 0)
{
    const auto lanes = fixed(fleetLanes(seconds, most));
    LaneInsight insight;
    insight.learn(*lanes, LaneAlignment::InstallStart);
    insight.look(*lanes, fleetStart().addSecs(seconds));
    return attentionGroups(*lanes, insight);
}

QModelIndex itemOf(const AttentionList &list, const QString &device)
{
    for (int row = 0; row < list.rowCount(); ++row) {
        const QModelIndex head = list.index(row, 0);
        const QModelIndexList found = list.match(
            list.index(0, 0, head), DevicesRole, QStringList{ device }, 1, Qt::MatchExactly);
        if (!found.isEmpty())
            return found.first();
    }
    return {};
}

} // namespace

class tst_attentionlist : public Test {
    Q_OBJECT

private slots:
    void thoseThatNeedAPersonComeFirst()
    {
        const AttentionGroups groups = groupsAt(300);
        QVERIFY(!groups.isEmpty());
        QVERIFY(groups.first().head.needsPerson);
        QVERIFY(std::ranges::is_sorted(
            groups, std::greater(), [](const auto &group) { return group.head.needsPerson; }));
        for (const AttentionList::Group &group : groups) {
            QCOMPARE(group.items.size(), group.head.count);
            QCOMPARE(group.head.devices.size(), group.head.count);
            QVERIFY(std::ranges::is_sorted(
                group.items, {}, [](const AttentionItem &item) { return item.attention.since; }));
        }
    }

    void whatEndedIsNotThere()
    {
        QList<TimelineLane> lanes = fleetLanes(300);
        const auto running = std::ranges::count_if(
            lanes, [](const TimelineLane &lane) { return lane.timeline.isRunning(); });
        int shown = 0;
        for (const AttentionList::Group &group : groupsAt(300))
            shown += group.head.count;
        QCOMPARE(shown, int(running));
    }

    void theUsualTimeIsTheMedianOfWhoCompletedTheStep()
    {
        const AttentionGroups groups = groupsAt(100);
        for (const AttentionList::Group &group : groups) {
            for (const AttentionItem &item : group.items) {
                if (item.attention.running == StepKey::of(u"Copying image to rootfs.1"_s))
                    QVERIFY(item.usual && *item.usual > 0);
            }
        }
    }

    void growsWithoutReset()
    {
        AttentionList list;
        const QAbstractItemModelTester tester(
            &list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy resets(&list, &QAbstractItemModel::modelReset);
        for (const int seconds : { 5, 20, 40, 60, 100, 150, 300, 40 }) {
            const AttentionGroups groups = groupsAt(seconds, 6);
            list.setGroups(groups);
            QCOMPARE(list.rowCount(), groups.size());
            for (int head = 0; head < list.rowCount(); ++head)
                QCOMPARE(list.rowCount(list.index(head, 0)), groups[head].items.size());
        }
        list.setGroups({});
        QCOMPARE(list.rowCount(), 0);
        QCOMPARE(resets.size(), 0);
    }

    void nothingIsSaidWhenNothingChanged()
    {
        AttentionList list;
        list.setGroups(groupsAt(60, 6));
        const QSignalSpy changes(&list, &QAbstractItemModel::dataChanged);
        const QSignalSpy moves(&list, &QAbstractItemModel::rowsMoved);
        list.setGroups(groupsAt(60, 6));
        QCOMPARE(changes.size() + moves.size(), 0);
    }

    void anIndexFollowsItsDevice()
    {
        AttentionList list;
        list.setGroups(groupsAt(40, 6));
        AttentionGroups groups = groupsAt(40, 6);
        const auto &last = groups.last();
        const QString device = last.items.last().controllerId;
        const QPersistentModelIndex kept(itemOf(list, device));
        QVERIFY(kept.isValid());
        groups.move(groups.size() - 1, 0);
        std::ranges::reverse(groups.first().items);
        list.setGroups(groups);
        QCOMPARE(kept.data(DevicesRole).toStringList(), QStringList{ device });
        QCOMPARE(kept.parent().row(), 0);
        QCOMPARE(kept.row(), 0);
    }

    void aHeadHasItsSignAndItsDevices()
    {
        AttentionList list;
        AttentionGroups groups = groupsAt(300, 6);
        groups.first().head.title = u"Silent"_s;
        groups.first().head.reason = u"no report"_s;
        list.setGroups(groups);
        const QModelIndex head = list.index(0, 0);
        QCOMPARE(head.data().toString(), u"Silent"_s);
        QCOMPARE(head.data(DetailRole).toString(), u"no report"_s);
        QCOMPARE(head.data(CountRole).toInt(), groups.first().head.count);
        QCOMPARE(head.data(PagedModelBase::SignRole).value<Sign>(), Sign::Warning);
        QCOMPARE(head.data(PagedModelBase::MeaningRole).value<Meaning>(), Meaning::Attention);
        const QModelIndex item = list.index(0, AttentionList::SinceColumn, head);
        const Attention &attention = groups.first().items.first().attention;
        QCOMPARE(item.data(AttentionList::SinceRole).toDateTime(), attention.since);
        QCOMPARE(item.data(AttentionList::SilenceRole).toLongLong(), attention.silence);
        QCOMPARE(item.data(AttentionList::DueRole).toDateTime(), attention.due);
    }
};

FALCONER_TEST(tst_attentionlist)
#include "tst_attentionlist.moc"
