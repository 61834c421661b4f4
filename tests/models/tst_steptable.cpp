// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/steptable.h"
#include "tests/models/fleetlanes.h"
#include "tests/support/testregistry.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QString inSeconds(qint64 ms)
{
    return u"%1 s"_s.arg(double(ms) / 1000, 0, 'f', 1);
}

StepLine line(int place, const QString &name, qint64 median, std::optional<qint64> p95 = {})
{
    return { .statistics = { .key = StepKey::of(name),
                 .devices = 3,
                 .median = median,
                 .p95 = p95,
                 .max = median * 2,
                 .slowest = u"slow-"_s + name },
        .place = place };
}

QStringList namesOf(const QList<StepLine> &lines)
{
    QStringList names;
    for (const StepLine &each : lines)
        names << stepText(each.statistics.key);
    return names;
}

QList<StepLine> linesOf(const QList<TimelineLane> &lanes)
{
    const QList<DeviceTimeline> histories = readHistories(*fixed(lanes));
    return stepLines(stepStatistics(histories), histories);
}

StepTable table()
{
    return { stepColumns(inSeconds),
        [](const StepLine &each) { return stepKeyText(each.statistics.key); } };
}

} // namespace

class tst_steptable : public Test {
    Q_OBJECT

private slots:
    void theSlowestStepHasNoneInside()
    {
        const QList<StepLine> lines = linesOf(fleetLanes(230));
        QStringList slowest;
        for (const StepLine &each : lines) {
            if (each.isSlowest)
                slowest << stepText(each.statistics.key);
        }
        QCOMPARE(slowest, QStringList{ u"Copying image to rootfs.1"_s });
        QCOMPARE(stepText(lines.first().statistics.key), u"Total"_s);
        QCOMPARE(lines.first().share, 1.0);
        QVERIFY(std::ranges::all_of(lines, [](const StepLine &each) {
            return each.share.has_value() == isWork(each.statistics.key);
        }));
    }

    void ofOneAloneNothingIsSlowest()
    {
        Timeline timeline;
        timeline.workStart = fleetStart();
        timeline.phases << Phase{ .kind = PhaseKind::Download,
            .start = fleetStart(),
            .end = fleetStart().addSecs(9),
            .endReported = true };
        timeline.phases << Phase{ .kind = PhaseKind::Install, .start = fleetStart().addSecs(9) };
        const QList<StepLine> lines
            = stepLines(stepStatistics({ { u"a"_s, timeline } }), { { u"a"_s, timeline } });
        QCOMPARE(lines.size(), 1);
        QVERIFY(!lines.first().isSlowest);
        QVERIFY(!lines.first().share);
    }

    void lanesThatAreNotReadAreLeftOut()
    {
        QList<TimelineLane> lanes = fleetLanes(230, 1);
        const qsizetype all = lanes.size();
        lanes[0].statuses.clear();
        lanes[1].action.reset();
        QCOMPARE(readHistories(*fixed(lanes)).size(), all - 2);
    }

    void sorts_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("up");
        QTest::addColumn<QString>("order");
        QTest::newRow("as they follow") << QString() << true << u"a b c"_s;
        QTest::newRow("median") << u"median"_s << true << u"b c a"_s;
        QTest::newRow("median down") << u"median"_s << false << u"a c b"_s;
        QTest::newRow("without a value last") << u"p95"_s << true << u"c a b"_s;
        QTest::newRow("last also down") << u"p95"_s << false << u"a c b"_s;
        QTest::newRow("equal stay in their course") << u"devices"_s << false << u"a b c"_s;
        QTest::newRow("slowest device") << u"slowest"_s << false << u"c b a"_s;
    }

    void sorts()
    {
        QFETCH(QString, key);
        QFETCH(bool, up);
        QList<StepLine> lines{ line(2, u"c"_s, 20, 25), line(0, u"a"_s, 30, 40),
            line(1, u"b"_s, 10) };
        sortStepLines(lines, key, up ? Qt::AscendingOrder : Qt::DescendingOrder);
        QTEST(namesOf(lines).join(u' '), "order");
    }

    void rowsMoveAndStay()
    {
        StepTable model = table();
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QList<StepLine> lines = linesOf(fleetLanes(60));
        model.setItems(lines);
        const QPersistentModelIndex kept(model.index(3, StepColumn::Step));
        const QString words = kept.data().toString();
        const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        sortStepLines(lines, u"median"_s, Qt::DescendingOrder);
        model.setItems(lines);
        QCOMPARE(kept.data().toString(), words);
        model.setItems(linesOf(fleetLanes(230)));
        QCOMPARE(kept.data().toString(), words);
        QCOMPARE(resets.size(), 0);
    }

    void aDashSaysFromWhenOnThereIsAPercentile()
    {
        StepTable model = table();
        model.setItems({ line(0, u"few"_s, 10), line(1, u"many"_s, 10, 2'000) });
        QCOMPARE(model.index(0, StepColumn::P95).data().toString(), u"\u2013"_s);
        QCOMPARE(model.index(0, StepColumn::P95).data(Qt::ToolTipRole).toString(),
            u"from 20 devices on"_s);
        QCOMPARE(model.index(1, StepColumn::P95).data().toString(), u"2.0 s"_s);
    }

    void copiesAsATable()
    {
        const QString text
            = stepsAsText({ line(0, u"tab\tname"_s, 1'000) }, stepColumns(inSeconds));
        QCOMPARE(text,
            u"Step\tMedian\tp95\tMax\tSlowest device\tDevices\tShare\n"
            "tab name\t1.0 s\t\u2013\t2.0 s\tslow-tab name\t3\t\u2013"_s);
    }
};

FALCONER_TEST(tst_steptable)
#include "tst_steptable.moc"
