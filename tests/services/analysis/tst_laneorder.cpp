// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/lanealignment.h"
#include "services/analysis/laneorder.h"
#include "tests/services/analysis/madetimeline.h"
#include "tests/services/analysis/recordedfleet.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

LaneKey lane(const QString &name, LaneState state = LaneState::Running)
{
    LaneKey key;
    key.controllerId = name;
    key.state = state;
    return key;
}

QStringList namesOf(const QList<LaneKey> &lanes, const QList<qsizetype> &positions)
{
    QStringList names;
    for (const qsizetype position : positions)
        names << lanes[position].controllerId;
    return names;
}

QStringList ordered(
    const QList<LaneKey> &lanes, LaneSort sort, Qt::SortOrder order = Qt::AscendingOrder)
{
    return namesOf(lanes, laneOrder(lanes, sort, order));
}

QList<LaneSort> sorts()
{
    return { LaneSort::Name, LaneSort::State, LaneSort::Duration, LaneSort::LastActivity,
        LaneSort::Type };
}

} // namespace

class tst_laneorder : public Test {
    Q_OBJECT

private slots:
    void namesCountAsPeopleDo()
    {
        QList<LaneKey> lanes;
        for (const char *name : { "press-10", "press-2", "press", "press-02", "a9b", "a10a",
                 "press-2b", "press-99999999999999999999999", "press-100000000000000000000000" })
            lanes << lane(QString::fromLatin1(name));
        QCOMPARE(ordered(lanes, LaneSort::Name),
            QStringList({ u"a9b"_s, u"a10a"_s, u"press"_s, u"press-02"_s, u"press-2"_s,
                u"press-2b"_s, u"press-10"_s, u"press-99999999999999999999999"_s,
                u"press-100000000000000000000000"_s }));
    }

    void whatNeedsAPersonIsFirst()
    {
        const QList<LaneKey> lanes{ lane(u"f"_s, LaneState::Finished),
            lane(u"r"_s, LaneState::Running), lane(u"e"_s, LaneState::Failed),
            lane(u"n"_s, LaneState::NeedsPerson), lane(u"c"_s, LaneState::Canceled),
            lane(u"w"_s, LaneState::Waiting) };
        QCOMPARE(ordered(lanes, LaneSort::State).join(QString()), u"nerwcf"_s);
        QCOMPARE(ordered(lanes, LaneSort::State, Qt::DescendingOrder).join(QString()), u"fcwren"_s);
    }

    void whatIsMissingIsLastEitherWay()
    {
        QList<LaneKey> lanes{ lane(u"b"_s), lane(u"c"_s), lane(u"d"_s), lane(u"a"_s) };
        lanes[0].duration = 5;
        lanes[1].duration = 9;
        QCOMPARE(ordered(lanes, LaneSort::Duration).join(QString()), u"bcad"_s);
        QCOMPARE(
            ordered(lanes, LaneSort::Duration, Qt::DescendingOrder).join(QString()), u"cbad"_s);
        lanes[2].lastActivity = at(1);
        lanes[0].lastActivity = at(2);
        QCOMPARE(ordered(lanes, LaneSort::LastActivity).join(QString()), u"dbac"_s);
        QCOMPARE(
            ordered(lanes, LaneSort::LastActivity, Qt::DescendingOrder).join(QString()), u"bdac"_s);
        lanes[3].type = u"gateway"_s;
        lanes[1].type = u"board-2"_s;
        QCOMPARE(ordered(lanes, LaneSort::Type).join(QString()), u"cabd"_s);
    }

    // Else sorting may do anything.
    void theOrderIsStrictAndWeak()
    {
        QList<LaneKey> lanes;
        for (const char *name :
            { "a", "a1", "a01", "a001", "a2", "b", "01", "1", "", "1a01", "01a1" }) {
            lanes << lane(QString::fromLatin1(name));
            lanes.last().duration
                = lanes.size() % 3 == 0 ? std::nullopt : std::optional<qint64>(lanes.size() % 2);
        }
        for (const LaneSort sort : sorts()) {
            for (const LaneKey &a : lanes) {
                QVERIFY(!isLaneBefore(a, a, sort));
                for (const LaneKey &b : lanes) {
                    const bool before = isLaneBefore(a, b, sort);
                    QVERIFY(!before || !isLaneBefore(b, a, sort));
                    for (const LaneKey &c : lanes)
                        QVERIFY(!before || !isLaneBefore(b, c, sort) || isLaneBefore(a, c, sort));
                }
            }
        }
    }

    void groupsByState()
    {
        const QList<LaneKey> lanes{ lane(u"r2"_s), lane(u"f"_s, LaneState::Finished), lane(u"r1"_s),
            lane(u"n"_s, LaneState::NeedsPerson) };
        const QList<LaneGroup> groups
            = groupLanes(lanes, LaneSort::State, LaneSort::Name, Qt::DescendingOrder);
        QCOMPARE(groups,
            QList<LaneGroup>({ { LaneState::NeedsPerson, {}, { 3 } },
                { LaneState::Running, {}, { 0, 2 } }, { LaneState::Finished, {}, { 1 } } }));
    }

    void groupsByTypeWithTheTypelessLast()
    {
        QList<LaneKey> lanes{ lane(u"a"_s), lane(u"b"_s), lane(u"c"_s), lane(u"d"_s) };
        lanes[1].type = u"type 10"_s;
        lanes[2].type = u"type 9"_s;
        lanes[3].type = u"type 10"_s;
        QCOMPARE(groupLanes(lanes, LaneSort::Type, LaneSort::Name),
            QList<LaneGroup>({ { LaneState::Unknown, u"type 9"_s, { 2 } },
                { LaneState::Unknown, u"type 10"_s, { 1, 3 } },
                { LaneState::Unknown, {}, { 0 } } }));
    }

    void byAnythingElseThereIsOneGroup()
    {
        const QList<LaneKey> lanes{ lane(u"b"_s), lane(u"a"_s, LaneState::Failed) };
        QCOMPARE(groupLanes(lanes, LaneSort::Name, LaneSort::Name),
            QList<LaneGroup>({ { LaneState::Unknown, {}, { 1, 0 } } }));
        QCOMPARE(groupLanes({}, LaneSort::State, LaneSort::Name), QList<LaneGroup>());
    }

    void aLanesKey()
    {
        const Timeline running = runningTimeline(
            { { PhaseKind::WaitingForDevice, 0, 5 }, { PhaseKind::Download, 5 } });
        Attention attention;
        attention.state = ActionState::Downloading;
        LaneKey key = laneKey(u"a"_s, u"board"_s, running, attention, at(30));
        QCOMPARE(key.controllerId, u"a"_s);
        QCOMPARE(key.type, u"board"_s);
        QCOMPARE(key.state, LaneState::Running);
        QCOMPARE(key.duration, 25'000);
        QCOMPARE(key.lastActivity, at(5));
        attention.needsPerson = true;
        QCOMPARE(laneKey(u"a"_s, {}, running, attention, at(30)).state, LaneState::NeedsPerson);

        const Timeline ended
            = endedTimeline(OutcomeKind::Error, 20, { { PhaseKind::Download, 5, 20 } });
        key = laneKey(u"a"_s, {}, ended, {}, at(900));
        QCOMPARE(key.state, LaneState::Failed);
        QCOMPARE(key.duration, 15'000);
        QCOMPARE(key.lastActivity, at(20));

        attention = {};
        attention.state = ActionState::WaitingForDevice;
        key = laneKey(
            u"a"_s, {}, runningTimeline({ { PhaseKind::WaitingForDevice, 0 } }), attention, at(9));
        QCOMPARE(key.state, LaneState::Waiting);
        QCOMPARE(key.duration, std::nullopt);
        QCOMPARE(key.lastActivity, at(0));
    }

    void lanesAreAligned()
    {
        const Timeline timeline = runningTimeline({ { PhaseKind::WaitingForDevice, 0, 5, 0 },
            { PhaseKind::Retrieved, 5, 6, 0 }, { PhaseKind::Install, 7, 8, 0 },
            { PhaseKind::Download, 20, 25, 1 }, { PhaseKind::Install, 25, 30, 1 },
            { PhaseKind::Installed, 30, 31, 1 }, { PhaseKind::Install, 31, -1, 1 } });
        QCOMPARE(laneOrigin(timeline, LaneAlignment::Assignment), at(0));
        QCOMPARE(laneOrigin(timeline, LaneAlignment::FirstContact), at(5));
        QCOMPARE(laneOrigin(timeline, LaneAlignment::InstallStart), at(25));
        QVERIFY(!laneOrigin(timeline, LaneAlignment::WallClock).isValid());
        const Timeline unheard = runningTimeline({ { PhaseKind::WaitingForDevice, 0 } });
        QVERIFY(!laneOrigin(unheard, LaneAlignment::FirstContact).isValid());
        QVERIFY(!laneOrigin(unheard, LaneAlignment::InstallStart).isValid());
    }

    void theFleetBySlowness()
    {
        const QList<FleetDevice> fleet = recordedFleet();
        QList<LaneKey> lanes;
        for (const FleetDevice &device : fleet) {
            if (!device.timeline.isRunning())
                lanes << laneKey(device.controllerId, {}, device.timeline, {}, {});
        }
        const QList<qsizetype> order = laneOrder(lanes, LaneSort::Duration, Qt::DescendingOrder);
        for (qsizetype i = 1; i < order.size(); ++i)
            QVERIFY(lanes[order[i - 1]].duration >= lanes[order[i]].duration);
        const auto slowest = std::ranges::find(
            fleet, lanes[order.first()].controllerId, &FleetDevice::controllerId);
        QCOMPARE(slowest->kind, u"crash"_s);
    }
};

FALCONER_TEST(tst_laneorder)
#include "tst_laneorder.moc"
