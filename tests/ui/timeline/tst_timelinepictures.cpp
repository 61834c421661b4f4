// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QImage>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A fleet's devices side by side, seen while they install.
QList<TimelineLane> fleetLanes(const QDateTime &now)
{
    QList<TimelineLane> lanes;
    QHash<QString, int> shown;
    for (DeviceHistory &history : loadDeviceHistories(u"ddi-scripted-fleet-200"_s)) {
        if (shown[history.kind]++ >= (history.kind == "ok"_L1 ? 3 : 1))
            continue;
        erase_if(history.statuses,
            [&now](const ActionStatus &status) { return status.reportedAt > now; });
        history.action.active = true;
        TimelineLane lane{
            .controllerId = history.name, .action = history.action, .statuses = history.statuses
        };
        lane.timeline = buildTimeline(*lane.action, lane.statuses);
        lanes << lane;
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
        const QDateTime now = loadDeviceHistories(u"ddi-scripted-fleet-200"_s)
                                  .at(0)
                                  .statuses.first()
                                  .reportedAt.addSecs(150);
        TimelinePane pane([now] { return now; });
        pane.resize(width, 440);
        QList<TimelineLane> lanes = fleetLanes(now);
        pane.setLanes(lanes);
        pane.view().setCurrentLane(5);
        const QImage image = pane.grab().toImage();
        const QString folder = qEnvironmentVariable("FALCONER_PICTURES");
        const QString name = QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-');
        if (!folder.isEmpty())
            image.save(folder + u"/timeline-"_s + name + u".png"_s);
        // The bars are there.
        const QRect lane = pane.view().laneRect(pane.view().currentLane());
        const QPoint origin = pane.view().viewport()->mapTo(&pane, lane.topLeft());
        const QRgb ground = colours(qApp->palette()).panel.rgb();
        int drawn = 0;
        for (int x = pane.view().headWidth(); x < lane.width(); ++x)
            drawn += image.pixel(origin + QPoint(x, LaneMetrics::outerTop + 5)) != ground;
        QVERIFY(drawn > 20);
    }
};

FALCONER_TEST(tst_timelinepictures)
#include "tst_timelinepictures.moc"
