// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/timeline/lanewords.h"
#include "ui/timeline/statuspanel.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QString statusOf(const QString &file)
{
    const TimelineLane lane = recordedLane(file);
    return laneWords(lane, momentOf(lane, afterRecordings())).status;
}

} // namespace

class tst_timelinepane : public Test {
    Q_OBJECT

private slots:
    void theEndIsSaidInWords()
    {
        QCOMPARE(statusOf(u"rauc-hawkbit-updater-success"_s), u"finished in 14 s"_s);
        QCOMPARE(statusOf(u"rauc-hawkbit-updater-failure-image-too-big-new-rauc"_s),
            u"Slot (12 MiB) is too small for image (20 MiB)."_s);
        QCOMPARE(
            statusOf(u"ddi-scripted-range-download"_s), u"failed, the device gave no reason"_s);
        QCOMPARE(statusOf(u"swupdate-maintenance-window"_s), u"finished, but nothing installed"_s);
        QCOMPARE(statusOf(u"swupdate-cancel-while-installing"_s), u"cancelled, but installed"_s);
        QCOMPARE(statusOf(u"swupdate-force-quit"_s), u"ended by force quit"_s);
        QCOMPARE(statusOf(u"no-device-offline-assignment"_s), u"recorded as installed"_s);
        QCOMPARE(statusOf(u"rauc-hawkbit-updater-download-only"_s), u"downloaded"_s);
    }

    void aWaitingLaneSaysWhenTheDeviceComes()
    {
        TimelineLane lane{ .controllerId = u"a"_s, .action = Action{ .active = true } };
        QCOMPARE(laneWords(lane, momentOf(lane, afterRecordings())).status, u"running"_s);
        lane.statuses << ActionStatus{ .id = 1,
            .type = u"running"_s,
            .messages = { u"Assignment initiated by user 'admin'"_s },
            .reportedAt = afterRecordings() };
        lane.timeline = buildTimeline(*lane.action, lane.statuses);
        QCOMPARE(
            laneWords(lane, momentOf(lane, afterRecordings())).status, u"waits for next poll"_s);
        lane.poll = PollStatus{ .lastRequestAt = afterRecordings().addSecs(-200),
            .nextExpectedRequestAt = afterRecordings().addSecs(100) };
        QCOMPARE(laneWords(lane, momentOf(lane, afterRecordings())).end,
            u"polls every 5 min 00 s, next expected in 1 min 40 s"_s);
    }

    void nothingChosenSaysWhatToDo()
    {
        TimelinePane pane(afterRecordings);
        pane.show();
        QVERIFY(!pane.view().isVisible());
        pane.setLanes({ recordedLane(u"swupdate-success"_s) });
        QVERIFY(pane.view().isVisible());
        QVERIFY(pane.summary().contains(u"1 device"_s));
    }

    void aClickOnAStepSelectsItsStatuses()
    {
        TimelinePane pane(afterRecordings);
        pane.resize(1300, 400);
        pane.show();
        pane.setLanes({ recordedLane(u"swupdate-success"_s),
            recordedLane(u"rauc-hawkbit-updater-success"_s) });
        TimelineView &view = pane.view();
        QCOMPARE(view.currentLane(), 0);
        const QSignalSpy chosen(&view, &TimelineView::entriesChosen);
        const QList<PlacedBar> bars = view.barsOfLane(1);
        const auto widest = std::ranges::max_element(bars, {}, [](const PlacedBar &bar) {
            return bar.bar.kind == BarKind::Inner ? bar.rect.width() : 0;
        });
        const QPoint place = view.laneRect(1).topLeft() + QPoint(view.headWidth(), 0)
            + widest->rect.center().toPoint();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(view.currentLane(), 1);
        QCOMPARE(chosen.size(), 1);
        pane.statuses().copySelected();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines[0].endsWith(u"85% Copying image to rootfs.1"_s));
        QVERIFY(lines[1].endsWith(u"90% Copying image to rootfs.1 done."_s));
    }

    void keysMoveThroughTimeAndLanes()
    {
        FixedLanes lanes;
        TimelineView view(afterRecordings);
        view.setLanes(lanes);
        view.resize(900, 300);
        view.show();
        lanes.setLanes({ recordedLane(u"swupdate-success"_s), recordedLane(u"swupdate-slow"_s) });
        const double all = view.navigator().scale().msPerPixel;
        QTest::keyClick(&view, Qt::Key_Plus);
        QVERIFY(view.navigator().scale().msPerPixel < all);
        const double start = view.navigator().scale().startMs;
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.navigator().scale().startMs > start);
        QTest::keyClick(&view, Qt::Key_F);
        QCOMPARE(view.navigator().scale().msPerPixel, all);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentLane(), 1);
        QVERIFY(view.accessibleDescription().contains(u"swupdate-slow, lane 2 of 2"_s));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.currentLane(), 1);
    }

    void theChosenLaneStaysWhenOthersComeAndGo()
    {
        FixedLanes lanes;
        TimelineView view(afterRecordings);
        view.setLanes(lanes);
        lanes.setLanes({ recordedLane(u"swupdate-success"_s), recordedLane(u"swupdate-slow"_s) });
        view.setCurrentLane(1);
        lanes.setLanes({ recordedLane(u"swupdate-slow"_s), recordedLane(u"swupdate-soft"_s) });
        QCOMPARE(view.currentLane(), 0);
        lanes.setLanes({});
        QCOMPARE(view.currentLane(), -1);
    }

    void filteringCountsMatches()
    {
        StatusPanel panel;
        const TimelineLane lane = recordedLane(u"swupdate-slow"_s);
        panel.setLane(&lane);
        panel.setFilter(u"migrating"_s);
        QCOMPARE(panel.countText(), u"2 of %1"_s.arg(lane.statuses.size()));
        panel.setFilter({});
        QVERIFY(panel.countText().startsWith(QString::number(lane.statuses.size())));
    }
};

FALCONER_TEST(tst_timelinepane)
#include "tst_timelinepane.moc"
