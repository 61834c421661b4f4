// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lanelist.h"
#include "tests/support/devicehistories.h"
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/shared/theme.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QPaintEvent>
#include <QRandomGenerator>
#include <QScreen>
#include <QScrollBar>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// Devices in the midst of their installation, whose reports come one after the other.
class GrowingLanes final : public LaneList {
public:
    explicit GrowingLanes(int count)
    {
        const QList<DeviceHistory> histories = loadDeviceHistories(u"ddi-scripted-fleet-200"_s);
        for (const DeviceHistory &history : histories.first(count)) {
            m_waiting << history.statuses;
            Action action = history.action;
            action.active = true;
            m_lanes << TimelineLane{ .controllerId = history.name, .action = action };
            grow(int(m_lanes.size()) - 1, 5);
        }
    }

    // Not told yet.
    void grow(int lane, int entries)
    {
        TimelineLane &shown = m_lanes[lane];
        for (; entries > 0 && !m_waiting[lane].isEmpty(); --entries)
            shown.statuses << m_waiting[lane].takeFirst();
        shown.timeline = buildTimeline(*shown.action, shown.statuses);
        ++shown.revision;
    }
    void announce() { emit changed(); }

    int count() const override { return int(m_lanes.size()); }
    const TimelineLane &lane(int index) const override { return m_lanes[index]; }

private:
    QList<TimelineLane> m_lanes;
    QList<QList<ActionStatus>> m_waiting;
};

// The part of a viewport that is painted anew.
class Painted final : public QObject {
public:
    explicit Painted(QWidget *viewport) { viewport->installEventFilter(this); }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }

    QRegion region;
};

struct Stage {
    explicit Stage(int count = 60)
        : lanes(count)
        , view([this] { return now; })
        , painted(view.viewport())
    {
        view.resize(900, 400);
        view.setLanes(lanes);
        view.show();
        view.activateWindow();
        view.setFocus();
    }

    // The parts that were painted one after the other are what all of it would be.
    bool isAsFresh()
    {
        QCoreApplication::processEvents();
        QEvent update(QEvent::UpdateRequest);
        QApplication::sendEvent(&view, &update);
        const QImage shown = view.screen()
                                 ->grabWindow(view.winId())
                                 .toImage()
                                 .convertToFormat(QImage::Format_RGB32);
        const QImage fresh = view.grab().toImage().convertToFormat(QImage::Format_RGB32);
        return !shown.isNull() && shown == fresh;
    }

    QDateTime now = loadDeviceHistories(u"ddi-scripted-fleet-200"_s)
                        .at(0)
                        .statuses.first()
                        .reportedAt.addSecs(150);
    GrowingLanes lanes;
    TimelineView view;
    Painted painted;
};

} // namespace

// What is painted in parts is what would be painted at once.
class tst_timelineframes : public Test {
    Q_OBJECT

private slots:
    void scrollingPaintsOnlyWhatComesIntoSight()
    {
        Stage stage;
        QVERIFY(stage.isAsFresh());
        QScrollBar &bar = *stage.view.verticalScrollBar();
        QVERIFY(bar.maximum() > 300);
        stage.painted.region = {};
        bar.setValue(30);
        QVERIFY(stage.isAsFresh()); // which paints all of it once, beside the window
        stage.painted.region = {};
        bar.setValue(42);
        QEvent update(QEvent::UpdateRequest);
        QApplication::sendEvent(&stage.view, &update);
        const QRect strip = stage.painted.region.boundingRect();
        QCOMPARE(strip.height(), 12);
        QCOMPARE(strip.bottom(), stage.view.viewport()->height() - 1);
        QVERIFY(stage.isAsFresh());
    }

    void movingTimeLeavesTheNames()
    {
        Stage stage;
        QVERIFY(stage.isAsFresh());
        for (const Qt::Key key : { Qt::Key_Plus, Qt::Key_Right, Qt::Key_Minus, Qt::Key_End }) {
            stage.painted.region = {};
            QTest::keyClick(&stage.view, key);
            QEvent update(QEvent::UpdateRequest);
            QApplication::sendEvent(&stage.view, &update);
            QCOMPARE(stage.painted.region.boundingRect().left(), stage.view.headWidth() - 1);
            QVERIFY(stage.isAsFresh());
        }
    }

    void anyMixOfMovesIsAsFresh_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void anyMixOfMovesIsAsFresh()
    {
        QFETCH(quint32, seed);
        Theme theme(*qApp, ThemeChoice::Light);
        Stage stage;
        QVERIFY(stage.isAsFresh());
        QRandomGenerator random(seed);
        const QList<Qt::Key> keys{ Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Left, Qt::Key_Right,
            Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End, Qt::Key_F };
        for (int step = 0; step < 60; ++step) {
            // Up to three at once, as between two frames.
            QStringList moves;
            for (int i = random.bounded(3); i >= 0; --i)
                moves << move(stage, theme, random, keys);
            if (moves.contains(u"report"_s)) // others came before, between and after them
                stage.lanes.announce();
            QVERIFY2(
                stage.isAsFresh(), qPrintable(u"step %1: %2"_s.arg(step).arg(moves.join(u", "_s))));
        }
    }

    // A report that is there but not told yet must not stand in one half of a lane.
    void movingWhatChangedUntold()
    {
        Stage stage;
        QVERIFY(stage.isAsFresh());
        const auto growAll = [&stage] {
            for (int lane = 0; lane < stage.lanes.count(); ++lane)
                stage.lanes.grow(lane, 3);
        };
        growAll();
        stage.view.verticalScrollBar()->setValue(13);
        QVERIFY(stage.isAsFresh());
        growAll();
        QTest::keyClick(&stage.view, Qt::Key_Plus);
        QVERIFY(stage.isAsFresh());
    }

    // While time passes between two paints.
    void theNowLineIsOneLine()
    {
        Stage stage;
        stage.view.setAxis({ .alignment = LaneAlignment::WallClock });
        QTest::keyClick(&stage.view, Qt::Key_End);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(&stage.view, Qt::Key_Plus);
        QTest::keyClick(&stage.view, Qt::Key_End);
        QVERIFY(stage.isAsFresh());
        for (int value = 10; value < 60; value += 10) {
            stage.now = stage.now.addMSecs(90);
            stage.view.verticalScrollBar()->setValue(value);
            QVERIFY(stage.isAsFresh());
        }
    }

private:
    static QString move(
        Stage &stage, Theme &theme, QRandomGenerator &random, const QList<Qt::Key> &keys)
    {
        TimelineView &view = stage.view;
        QScrollBar &bar = *view.verticalScrollBar();
        switch (random.bounded(10)) {
        case 0:
        case 1:
            bar.setValue(random.bounded(bar.maximum() + 1));
            return u"jump"_s;
        case 2:
        case 3:
            bar.setValue(bar.value() + random.bounded(81) - 40);
            return u"scroll"_s;
        case 4: {
            const int lane = random.bounded(stage.lanes.count());
            stage.lanes.grow(lane, 1 + random.bounded(4));
            stage.now = stage.now.addMSecs(random.bounded(3'000));
            if (random.bounded(2))
                stage.lanes.announce();
            return u"report"_s;
        }
        case 5:
            theme.setChoice(random.bounded(2) ? ThemeChoice::Dark : ThemeChoice::Light);
            return u"theme"_s;
        case 6:
            view.resize(700 + random.bounded(300), 300 + random.bounded(200));
            return u"resize"_s;
        case 7:
            view.setArrangement({ .group
                = random.bounded(2) ? std::optional(LaneSort::State) : std::optional<LaneSort>(),
                .density = random.bounded(2) ? LaneDensity::Detailed : LaneDensity::Automatic });
            return u"arrangement"_s;
        default: {
            const Qt::Key key = keys[random.bounded(keys.size())];
            QTest::keyClick(&view, key);
            return QString::number(key, 16);
        }
        }
    }
};

FALCONER_TEST(tst_timelineframes)
#include "tst_timelineframes.moc"
