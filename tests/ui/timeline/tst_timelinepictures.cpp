// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/devicehistories.h"
#include "tests/support/pictures.h"
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QImage>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const QString fleet = u"ddi-scripted-fleet-200"_s;

// The fleet in the midst of its installation.
QDateTime midst()
{
    return loadDeviceHistories(fleet).at(0).statuses.first().reportedAt.addSecs(150);
}

TimelineLane laneUntil(DeviceHistory history, const QDateTime &now)
{
    erase_if(
        history.statuses, [&now](const ActionStatus &status) { return status.reportedAt > now; });
    history.action.active = true;
    TimelineLane lane{
        .controllerId = history.name, .action = history.action, .statuses = history.statuses
    };
    lane.timeline = buildTimeline(*lane.action, lane.statuses);
    return lane;
}

// Some of each kind, side by side.
QList<TimelineLane> fleetLanes(const QDateTime &now)
{
    QList<TimelineLane> lanes;
    QHash<QString, int> shown;
    for (const DeviceHistory &history : loadDeviceHistories(fleet)) {
        if (shown[history.kind]++ < (history.kind == "ok"_L1 ? 3 : 1))
            lanes << laneUntil(history, now);
    }
    return lanes;
}

} // namespace

// Draws real histories with either palette and at either width. FALCONER_PICTURES=DIR keeps the
// pictures to be looked at.
class tst_timelinepictures : public Test {
    Q_OBJECT

private slots:
    void draws_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<int>("width");
        QTest::newRow("light 1440") << false << 1390;
        QTest::newRow("dark 1440") << true << 1390;
        QTest::newRow("light 1024") << false << 970;
    }

    void draws()
    {
        QFETCH(bool, dark);
        QFETCH(int, width);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QDateTime now = midst();
        TimelinePane pane([now] { return now; });
        pane.resize(width, 440);
        pane.setLanes(fleetLanes(now));
        pane.view().setCurrentLane(5);
        const QImage image = pane.grab().toImage();
        keepPicture(image, pictureName(u"timeline"_s));
        // The bars are there.
        const QRect lane = pane.view().laneRect(pane.view().currentLane());
        const QPoint origin = pane.view().viewport()->mapTo(&pane, lane.topLeft());
        const QRgb ground = colours(qApp->palette()).panel.rgb();
        int drawn = 0;
        for (int x = pane.view().headWidth(); x < lane.width(); ++x)
            drawn += image.pixel(origin + QPoint(x, detailedLane.outerTop + 5)) != ground;
        QVERIFY(drawn > 20);
    }

    void comparesMany_data() { draws_data(); }

    void comparesMany()
    {
        QFETCH(bool, dark);
        QFETCH(int, width);
        const Theme theme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
        const QDateTime now = midst();
        TimelinePane pane([now] { return now; });
        pane.resize(width, 600);
        QList<TimelineLane> lanes;
        const QList<DeviceHistory> histories = loadDeviceHistories(fleet);
        for (const DeviceHistory &history : histories.first(60))
            lanes << laneUntil(history, now);
        pane.setLanes(lanes);
        pane.view().setArrangement({ LaneSort::Duration, LaneSort::State, LaneDensity::Automatic });
        QTRY_VERIFY(!pane.view().insight().typical().isEmpty());
        const LaneRows &rows = pane.view().rows();
        QCOMPARE(rows.metrics().height, compactLane.height);
        QVERIFY(rows.rows().size() > 60); // with the heads of the groups
        keepPicture(pane.grab().toImage(), pictureName(u"timeline-many"_s));
    }

    void oneWithItsPercentages()
    {
        const Theme theme(*qApp, ThemeChoice::Light);
        TimelinePane pane(afterRecordings);
        pane.resize(1390, 300);
        pane.setLanes({ recordedLane(u"rauc-hawkbit-updater-success"_s) });
        const QImage image = pane.grab().toImage();
        keepPicture(image, u"timeline-one-light"_s);
        const QRect lane = pane.view().laneRect(0);
        const QPoint below = pane.view().viewport()->mapTo(&pane, lane.bottomLeft());
        const QRgb line = colours(qApp->palette()).running.text.rgb();
        int drawn = 0;
        for (int y = below.y() + 5; y < below.y() + 60; ++y) {
            for (int x = pane.view().headWidth(); x < lane.width(); ++x)
                drawn += image.pixel(x, y) == line;
        }
        QVERIFY2(drawn > 100, qPrintable(QString::number(drawn)));
    }
};

FALCONER_TEST(tst_timelinepictures)
#include "tst_timelinepictures.moc"
