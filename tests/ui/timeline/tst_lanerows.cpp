// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "ui/timeline/lanerows.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QList<LaneKey> someLanes()
{
    return { { .controllerId = u"c"_s, .state = LaneState::Finished, .duration = 50 },
        { .controllerId = u"a"_s, .state = LaneState::Failed, .duration = 200 },
        { .controllerId = u"b"_s, .state = LaneState::Finished, .duration = 100 } };
}

QList<int> order(const LaneRows &rows)
{
    QList<int> lanes;
    for (const LaneRow &row : rows.rows())
        lanes << row.lane;
    return lanes;
}

} // namespace

class tst_lanerows : public Test {
    Q_OBJECT

private slots:
    void putsLanesInOrder()
    {
        LaneRows rows;
        rows.arrange(someLanes(), {});
        QCOMPARE(order(rows), QList<int>({ 0, 1, 2 })); // as chosen
        rows.arrange(someLanes(), { .sort = LaneSort::Name });
        QCOMPARE(order(rows), QList<int>({ 1, 2, 0 }));
        rows.arrange(someLanes(), { .sort = LaneSort::Duration });
        QCOMPARE(order(rows), QList<int>({ 1, 2, 0 })); // the slowest first
        rows.arrange(someLanes(), { .group = LaneSort::State });
        QCOMPARE(order(rows), QList<int>({ -1, 1, -1, 2, 0 })); // -1: a head
        QCOMPARE(rows.rows()[2].group.state, LaneState::Finished);
    }

    void findsRowsAndNeighbours()
    {
        LaneRows rows;
        rows.arrange(someLanes(), { .group = LaneSort::State });
        int y = 0;
        for (int row = 0; row < rows.rows().size(); ++row) {
            QCOMPARE(rows.rows()[row].top, y);
            QCOMPARE(rows.rowAt(y), row);
            y += rows.rows()[row].height;
            QCOMPARE(rows.rowAt(y - 1), row);
        }
        QCOMPARE(rows.height(), y);
        QCOMPARE(rows.rowAt(y), -1);
        QCOMPARE(rows.rowAt(-1), -1);
        // Heads are passed over; the ends stay.
        QCOMPARE(rows.neighbour(1, 1), 2);
        QCOMPARE(rows.neighbour(2, -1), 1);
        QCOMPARE(rows.neighbour(1, -1), 1);
        QCOMPARE(rows.neighbour(0, 1), 0);
        QCOMPARE(rows.neighbour(-1, 1), 1); // the first one
    }

    void manyAreLow()
    {
        QList<LaneKey> many(LaneRows::mostDetailed);
        LaneRows rows;
        rows.arrange(many, {});
        QCOMPARE(rows.metrics().height, detailedLane.height);
        many << LaneKey();
        rows.arrange(many, {});
        QCOMPARE(rows.metrics().height, compactLane.height);
        rows.arrange(many, { .density = LaneDensity::Detailed });
        QCOMPARE(rows.metrics().height, detailedLane.height);
    }
};

FALCONER_TEST(tst_lanerows)
#include "tst_lanerows.moc"
