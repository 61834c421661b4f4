// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/fleetlanes.h"
#include "tests/support/testregistry.h"
#include "ui/compare/stepspanel.h"
#include "ui/shared/segmentedbutton.h"
#include "ui/shared/tableview.h"
#include "ui/timeline/sidetabs.h"
#include "ui/timeline/statuspanel.h"
#include "ui/timeline/timelinehead.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QAction>
#include <QLabel>
#include <QScrollBar>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr int seconds = 150; // the fleet in the midst of its installation

struct Stage {
    Stage()
    {
        pane.resize(1390, 500);
        pane.show();
        if (!QTest::qWaitForWindowExposed(&pane))
            qWarning("the window is not shown");
        pane.setLanes(fleetLanes(seconds));
    }

    SegmentedButton &tabs() const
    {
        return *pane.side().findChild<SegmentedButton *>(QString(), Qt::FindDirectChildrenOnly);
    }

    // A choice of the menu "Arrange".
    void choose(const QString &text) const
    {
        for (QAction *const action : pane.head().findChildren<QAction *>()) {
            if (action->text() == text)
                return action->trigger();
        }
        QFAIL(qPrintable(text));
    }

    TimelinePane pane{ [] { return fleetStart().addSecs(seconds); } };
};

class ChangingLanes final : public LaneList {
public:
    int count() const override { return 1; }
    const TimelineLane &lane(int) const override { return shown; }

    TimelineLane shown;
};

QLabel *labelWith(const QWidget &widget, const QString &text)
{
    for (QLabel *const label : widget.findChildren<QLabel *>()) {
        if (label->text().contains(text))
            return label;
    }
    return nullptr;
}

} // namespace

class tst_timelineside : public Test {
    Q_OBJECT

private slots:
    void aStepOfTheTableIsShownWhereItTookLongest()
    {
        Stage stage;
        stage.pane.side().open(SideTabs::Steps);
        TableView &table = stage.pane.side().steps().table();
        QTRY_VERIFY(table.model()->rowCount() > 5);
        int row = 0;
        while (row < table.model()->rowCount()
            && !table.model()->index(row, 0).data().toString().contains(u"Copying image"_s))
            ++row;
        const QString slowest = table.model()->index(row, StepColumn::Slowest).data().toString();
        table.scrollTo(table.model()->index(row, 0));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
            table.visualRect(table.model()->index(row, 0)).center());
        TimelineView &view = stage.pane.view();
        QCOMPARE(view.lane(view.currentLane()).controllerId, slowest);
        const LanePicture picture = view.pictureOf(view.currentLane());
        QVERIFY(picture.selectedStep >= 0);
        QVERIFY(
            picture.lane->timeline.steps[picture.selectedStep].name.contains(u"Copying image"_s));
        // It fills the room: that is where one looks.
        const Step &step = picture.lane->timeline.steps[picture.selectedStep];
        const double width
            = double(step.start.msecsTo(step.end)) / view.navigator().scale().msPerPixel;
        QVERIFY2(width > 300, qPrintable(QString::number(width)));
    }

    void troubleInTheHeadLeadsToItsList()
    {
        Stage stage;
        QTRY_VERIFY(labelWith(stage.pane.head(), u"failed"_s));
        QLabel *const label = labelWith(stage.pane.head(), u"failed"_s);
        QVERIFY(label->text().contains(u"attention"_s));
        emit label->linkActivated(u"failures"_s);
        QCOMPARE(stage.pane.side().current(), SideTabs::Failures);
        QCOMPARE(stage.tabs().currentIndex(), int(SideTabs::Failures));
        emit label->linkActivated(u"attention"_s);
        QCOMPARE(stage.pane.side().current(), SideTabs::Attention);
    }

    void aClickOnABarComesBackToTheStatuses()
    {
        Stage stage;
        QCOMPARE(stage.pane.view().verticalScrollBar()->value(), 0); // begins at the top
        stage.pane.side().open(SideTabs::Progress);
        TimelineView &view = stage.pane.view();
        const QList<PlacedBar> bars = view.barsOfLane(view.currentLane());
        const auto bar = std::ranges::find_if(
            bars, [](const PlacedBar &placed) { return placed.bar.kind != BarKind::Quiet; });
        QVERIFY(bar != bars.end());
        const QRect lane = view.laneRect(view.currentLane());
        const QPointF place = bar->rect.center() + QPointF(view.headWidth(), 0) + lane.topLeft();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place.toPoint());
        QCOMPARE(stage.pane.side().current(), SideTabs::Statuses);
    }

    void theMenuArranges()
    {
        const Stage stage;
        TimelineView &view = stage.pane.view();
        QCOMPARE(view.rows().rows().size(), view.laneCount());
        stage.choose(u"Grouped by state"_s);
        QVERIFY(view.rows().rows().size() > view.laneCount());
        QCOMPARE(view.rows().rows().first().group.state, LaneState::NeedsPerson);
        stage.choose(u"Always with all steps"_s);
        QCOMPARE(view.rows().metrics().height, detailedLane.height);
        stage.choose(u"No groups"_s);
        QCOMPARE(view.rows().rows().size(), view.laneCount());
        stage.choose(u"UTC"_s);
        QCOMPARE(view.axis().zone, Qt::UTC);
    }

    void lanesStayWhereTheyAreUnderThePointer()
    {
        Stage stage;
        TimelineView &view = stage.pane.view();
        stage.pane.setLanes(fleetLanes(30));
        stage.choose(u"Latest report first"_s);
        const QList<int> before = view.visibleLanes();
        view.viewport()->setAttribute(Qt::WA_UnderMouse, true);
        // The same lanes with other reports: the order would be another one.
        QList<TimelineLane> later;
        for (const TimelineLane &lane : fleetLanes(60)) {
            if (view.lanes()->indexOf(lane.key()) >= 0)
                later << lane;
        }
        QCOMPARE(later.size(), view.laneCount());
        stage.pane.setLanes(later);
        QCOMPARE(view.visibleLanes(), before);
        view.viewport()->setAttribute(Qt::WA_UnderMouse, false);
        QEvent left(QEvent::Leave);
        QCoreApplication::sendEvent(&view, &left);
        QVERIFY(view.visibleLanes() != before);
    }

    // Reports come into a lane first, and are told a moment later.
    void aLaneThatChangedBeforeItIsToldIsDrawnAsItIs()
    {
        ChangingLanes lanes;
        lanes.shown = fleetLanes(seconds, 1).value(0);
        TimelineView view([] { return fleetStart().addSecs(seconds); });
        view.resize(1'000, 200);
        view.setLanes(lanes);
        view.grab();
        QVERIFY(!view.barsOfLane(0).isEmpty());
        lanes.shown.statuses.clear();
        lanes.shown.timeline = {};
        ++lanes.shown.revision;
        view.grab(); // of steps that are gone nothing may be asked
        QVERIFY(view.barsOfLane(0).isEmpty());
    }

    void anEndFarAwayIsNotDrawn()
    {
        Stage stage;
        QList<TimelineLane> lanes = fleetLanes(seconds, 1);
        const QDateTime end = fleetStart().addYears(10);
        lanes.first().timeline.outcome = { .kind = OutcomeKind::Canceled, .at = end };
        lanes.first().timeline.lastReport = end;
        stage.pane.setLanes(lanes);
        TimelineView &view = stage.pane.view();
        for (int i = 0; i < 120; ++i)
            QTest::keyClick(&view, Qt::Key_Plus); // as far as it goes
        QTest::keyClick(&view, Qt::Key_Home);
        view.grab();
        QCOMPARE(view.navigator().scale().msPerPixel, TimeScale::leastMsPerPixel);
    }

    void whatIsSearchedIsMarkedOnTheAxis()
    {
        Stage stage;
        TimelineView &view = stage.pane.view();
        QVERIFY(view.pictureOf(view.currentLane()).hits.isEmpty());
        stage.pane.statuses().setFilter(u"slot"_s);
        const QList<qint64> hits = view.pictureOf(view.currentLane()).hits;
        QVERIFY(!hits.isEmpty());
        QVERIFY(std::ranges::is_sorted(hits));
        stage.pane.statuses().setFilter({});
        QVERIFY(view.pictureOf(view.currentLane()).hits.isEmpty());
    }
};

FALCONER_TEST(tst_timelineside)
#include "tst_timelineside.moc"
