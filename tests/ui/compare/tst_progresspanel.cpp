// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/fleetlanes.h"
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/compare/chartlegend.h"
#include "ui/compare/durationschart.h"
#include "ui/compare/progresspanel.h"
#include "ui/compare/statelevels.h"
#include "ui/compare/stateschart.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/segmentedbutton.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_progresspanel : public Test {
    Q_OBJECT

private slots:
    void tellsTheEstimateAndTheStates()
    {
        ProgressPanel panel;
        panel.resize(480, 360);
        panel.show();
        panel.setLanes(soundFleetLanes(100), fleetStart().addSecs(100));
        QVERIFY(panel.estimate().startsWith(u"Half between "_s));
        QVERIFY(panel.details().contains(u" finished"_s));
        const QStringList legend = panel.legend().texts();
        QVERIFY(legend.join(u' ').contains(u"installing"_s));
        QVERIFY(legend.join(u' ').contains(u"finished"_s));
    }

    void tooFewHaveFinished()
    {
        ProgressPanel panel;
        panel.resize(480, 360);
        panel.show();
        panel.setLanes(fleetLanes(10), fleetStart().addSecs(10));
        QCOMPARE(panel.estimate(), u"No estimate yet: 5 more device(s) must finish first"_s);
    }

    void theSwitchShowsHowLongStepsTook()
    {
        ProgressPanel panel;
        panel.resize(480, 360);
        panel.show();
        panel.setLanes(fleetLanes(300), fleetStart().addSecs(300));
        QTest::keyClick(&panel.charts(), Qt::Key_Right);
        QVERIFY(panel.durations().isVisible());
        QVERIFY(!panel.states().isVisible());
        QCOMPARE(panel.legend().texts(),
            (QStringList{ u"to the median"_s, u"to the p95"_s, u"to the longest"_s }));
        const QStringList steps = panel.durations().shownSteps();
        QVERIFY(steps.contains(u"Copying image to rootfs.1"_s));
        QVERIFY(!steps.contains(u"Total"_s));
        QVERIFY(steps.indexOf(u"Download"_s) < steps.indexOf(u"Copying image to rootfs.1"_s));
    }

    void theQuickestStepsGiveWay()
    {
        ProgressPanel panel;
        panel.resize(480, 230);
        panel.show();
        panel.setChart(ProgressPanel::Chart::Durations);
        panel.setLanes(fleetLanes(300), fleetStart().addSecs(300));
        QVERIFY(panel.durations().leftOut() > 0);
        QVERIFY(panel.durations().shownSteps().contains(u"Copying image to rootfs.1"_s));
        panel.resize(480, 700);
        QTRY_COMPARE(panel.durations().leftOut(), 0);
    }

    void aMomentIsTold()
    {
        StatesChart chart;
        chart.resize(400, 200);
        StatePoint before{ fleetStart(), {} };
        before.counts[size_t(DeviceState::Waiting)] = 3;
        StatePoint after{ fleetStart().addSecs(10), {} };
        after.counts[size_t(DeviceState::Installing)] = 2;
        after.counts[size_t(DeviceState::Failed)] = 1;
        chart.setPoints({ before, after });
        const QString clock = fleetStart().toLocalTime().toString(u"HH:mm"_s);
        QVERIFY(chart.textAt(fleetStart().addSecs(9)).startsWith(clock));
        QVERIFY(chart.textAt(fleetStart().addSecs(9)).endsWith(u": 3 waiting"_s));
        QVERIFY(chart.textAt(fleetStart().addSecs(10)).endsWith(u": 1 failed, 2 installing"_s));
        QCOMPARE(chart.textAt(fleetStart().addSecs(-1)), QString());
    }

    void statesLieUponEachOtherInSteps()
    {
        StatePoint before{ fleetStart(), {} };
        before.counts[size_t(DeviceState::Waiting)] = 3;
        StatePoint after{ fleetStart().addMSecs(10), {} };
        after.counts[size_t(DeviceState::Finished)] = 2;
        after.counts[size_t(DeviceState::Waiting)] = 1;
        const QList<QList<QPointF>> levels = stateLevels({ before, after });
        const double x = axisMs(fleetStart());
        using Line = QList<QPointF>;
        QCOMPARE(levels.first(), (Line{ { x, 0 }, { x + 10, 0 }, { x + 10, 0 } }));
        QCOMPARE(levels[1], (Line{ { x, 0 }, { x + 10, 0 }, { x + 10, 2 } }));
        QCOMPARE(levels.last(), (Line{ { x, 3 }, { x + 10, 3 }, { x + 10, 3 } }));
        QCOMPARE(roundStep(0.2), 1);
        QCOMPARE(roundStep(1.5), 2);
        QCOMPARE(roundStep(21), 50);
        QCOMPARE(roundStep(50.5), 100);
    }

    void theSameAgainChangesNothing()
    {
        ProgressPanel panel;
        panel.resize(480, 360);
        panel.show();
        const QList<TimelineLane> lanes = fleetLanes(60);
        panel.setLanes(lanes, fleetStart().addSecs(60));
        const QSignalSpy states(&panel.states(), &StatesChart::legendChanged);
        const QSignalSpy durations(&panel.durations(), &DurationsChart::legendChanged);
        panel.setLanes(lanes, fleetStart().addSecs(60));
        QCOMPARE(states.size() + durations.size(), 0);
    }

    void followsThePalette()
    {
        const Theme light(*qApp, ThemeChoice::Light);
        ProgressPanel panel;
        panel.resize(480, 360);
        panel.show();
        panel.setLanes(fleetLanes(60), fleetStart().addSecs(60));
        const QList<ChartLegend::Entry> before = panel.states().legend();
        const Theme dark(*qApp, ThemeChoice::Dark);
        QTRY_VERIFY(panel.states().legend() != before);
    }

    void withoutActionsItSaysWhatToDo()
    {
        ProgressPanel panel;
        panel.resize(480, 360);
        panel.show();
        const auto *const empty = panel.findChild<EmptyState *>();
        QVERIFY(empty->isVisible());
        panel.setLanes({ { .controllerId = u"a"_s } }, afterRecordings());
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->sentence(), u"Nothing to compare yet"_s);
    }

    // Real histories of every kind, together and alone, in a small place.
    void drawsWhateverComes()
    {
        ProgressPanel panel;
        panel.resize(380, 200);
        panel.show();
        QList<TimelineLane> lanes;
        for (const QString &file : deviceHistoryFiles()) {
            lanes << recordedLane(file);
            panel.setLanes({ lanes.last() }, afterRecordings());
            QVERIFY(!panel.grab().isNull());
        }
        panel.setLanes(lanes, afterRecordings());
        panel.setChart(ProgressPanel::Chart::Durations);
        QVERIFY(!panel.grab().isNull());
    }
};

FALCONER_TEST(tst_progresspanel)
#include "tst_progresspanel.moc"
