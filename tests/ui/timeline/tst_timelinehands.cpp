// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/shared/theme.h"
#include "ui/timeline/bartexts.h"
#include "ui/timeline/statuspanel.h"
#include "ui/timeline/timelinepane.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QTreeView>
#include <QWheelEvent>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

const QString rauc = u"rauc-hawkbit-updater-success"_s;
const QString swupdate = u"swupdate-success"_s;

struct Stage {
    explicit Stage(const QStringList &files = { rauc, swupdate })
        : pane(afterRecordings)
    {
        pane.resize(1'300, 400);
        pane.show();
        QList<TimelineLane> lanes;
        for (const QString &file : files)
            lanes << recordedLane(file);
        pane.setLanes(lanes);
    }

    QPoint placeOf(int lane, const PlacedBar &bar) const
    {
        return pane.view().laneRect(lane).topLeft() + QPoint(pane.view().headWidth(), 0)
            + bar.rect.center().toPoint();
    }
    PlacedBar widestStep(int lane) const
    {
        PlacedBar widest;
        for (const PlacedBar &bar : pane.view().barsOfLane(lane)) {
            if (bar.bar.step >= 0 && bar.count == 1 && bar.rect.width() > widest.rect.width())
                widest = bar;
        }
        return widest;
    }
    double timeAt(double x) const
    {
        const TimeScale &scale = pane.view().navigator().scale();
        return scale.startMs + x * scale.msPerPixel;
    }
    void wheel(const QPoint &place, const QPoint &angle, Qt::KeyboardModifiers keys = {}) const
    {
        QWidget *const port = pane.view().viewport();
        QWheelEvent event(place, port->mapToGlobal(place), {}, angle, Qt::NoButton, keys,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(port, &event);
    }
    QTreeView &table() const { return *pane.statuses().findChild<QTreeView *>(); }
    QScrollBar &bar() const { return *table().verticalScrollBar(); }

    TimelinePane pane;
};

} // namespace

class tst_timelinehands : public Test {
    Q_OBJECT

private slots:
    void theWheelZoomsAtThePointer()
    {
        const Stage stage;
        const QPoint place(stage.pane.view().headWidth() + 300, 60);
        const double before = stage.timeAt(300);
        const double scale = stage.pane.view().navigator().scale().msPerPixel;
        stage.wheel(place, { 0, 240 });
        QVERIFY(stage.pane.view().navigator().scale().msPerPixel < scale);
        QVERIFY(qAbs(stage.timeAt(300) - before) < 1);
        stage.wheel(place, { 0, -240 });
        QVERIFY(qAbs(stage.pane.view().navigator().scale().msPerPixel - scale) < scale / 100);
    }

    void theWheelOverTheNamesScrolls()
    {
        Stage stage({ rauc, swupdate, rauc, swupdate, rauc, swupdate, rauc, swupdate, rauc,
            swupdate, rauc, swupdate });
        const double scale = stage.pane.view().navigator().scale().msPerPixel;
        stage.wheel({ 40, 100 }, { 0, -120 });
        QVERIFY(stage.pane.view().verticalScrollBar()->value() > 0);
        QCOMPARE(stage.pane.view().navigator().scale().msPerPixel, scale);
    }

    void draggingPansAndChoosesNothing()
    {
        const Stage stage;
        const QSignalSpy chosen(&stage.pane.view(), &TimelineView::currentLaneChanged);
        QWidget *const port = stage.pane.view().viewport();
        const QPoint from(stage.pane.view().headWidth() + 400, 70);
        const double under = stage.timeAt(400);
        QTest::mousePress(port, Qt::LeftButton, {}, from);
        for (int step = 1; step <= 10; ++step)
            QTest::mouseMove(port, from - QPoint(20 * step, 0));
        QTest::mouseRelease(port, Qt::LeftButton, {}, from - QPoint(200, 0));
        QVERIFY(qAbs(stage.timeAt(200) - under) < 1); // it stays under the pointer
        QCOMPARE(chosen.size(), 0);
    }

    void doubleClickFitsTheStep()
    {
        const Stage stage;
        const PlacedBar step = stage.widestStep(0);
        QTest::mouseDClick(
            stage.pane.view().viewport(), Qt::LeftButton, {}, stage.placeOf(0, step));
        const double shown = double(step.bar.endMs - step.bar.startMs)
            / stage.pane.view().navigator().scale().msPerPixel;
        const int room = stage.pane.view().viewport()->width() - stage.pane.view().headWidth();
        QVERIFY2(shown > room / 2.0 && shown < room, qPrintable(QString::number(shown)));
    }

    void hoveringTellsAll()
    {
        const Stage stage;
        const PlacedBar step = stage.widestStep(0);
        const QPoint place = stage.placeOf(0, step);
        QWidget *const port = stage.pane.view().viewport();
        QHelpEvent event(QEvent::ToolTip, place, port->mapToGlobal(place));
        QApplication::sendEvent(port, &event);
        const TimelineLane &lane = stage.pane.view().lane(0);
        const Step &hovered = lane.timeline.steps[step.bar.step];
        const QString text = QToolTip::text();
        QVERIFY2(text.contains(hovered.name), qPrintable(text));
        const ActionStatus *first = nullptr;
        for (const ActionStatus &status : lane.statuses) {
            if (status.id == hovered.entries.first())
                first = &status;
        }
        QVERIFY(first);
        QVERIFY2(text.contains(first->reportedAt.toLocalTime().toString(u"HH:mm:ss"_s)),
            qPrintable(text));
        QVERIFY2(text.contains(first->messages.first().trimmed()), qPrintable(text));
        QToolTip::hideText();
    }

    void aStatusMarksItsStep()
    {
        const Stage stage;
        stage.pane.view().setCurrentLane(0);
        const int drawn = stage.widestStep(0).bar.step;
        const Step &step = stage.pane.view().lane(0).timeline.steps[drawn];
        const QImage before = stage.pane.view().viewport()->grab().toImage();
        emit stage.pane.statuses().entryChosen(step.entries.first());
        QVERIFY(stage.pane.view().viewport()->grab().toImage() != before);
    }

    void anOlderActionIsReached()
    {
        Stage stage;
        QList<Action> actions{ *stage.pane.view().lane(0).action };
        Action older = actions.first();
        older.id -= 1;
        older.status = u"error"_s;
        actions << older;
        stage.pane.setActions(actions);
        auto *const picker = stage.pane.findChild<QComboBox *>();
        QVERIFY(picker->isVisible());
        QCOMPARE(picker->currentIndex(), 0);
        const QSignalSpy chosen(&stage.pane, &TimelinePane::actionChosen);
        picker->setFocus();
        QTest::keyClick(picker, Qt::Key_Down);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().at(1).toLongLong(), older.id);
    }

    void theNewestStaysInSightUnlessTheUserScrolls()
    {
        TimelineLane lane = recordedLane(u"ddi-scripted-soak-950"_s);
        const QList<ActionStatus> all = lane.statuses;
        lane.statuses = all.mid(40);
        Stage stage({});
        stage.pane.setLanes({ lane });
        QTRY_VERIFY(stage.bar().maximum() > 0);
        QTRY_COMPARE(stage.bar().value(), stage.bar().maximum());
        lane.statuses = all.mid(20);
        stage.pane.setLanes({ lane });
        QTRY_COMPARE(stage.bar().value(), stage.bar().maximum());
        stage.pane.resize(1'024, 300); // other widths, other heights
        QTRY_COMPARE(stage.bar().value(), stage.bar().maximum());

        stage.bar().triggerAction(QAbstractSlider::SliderPageStepSub);
        const int read = stage.bar().value();
        QVERIFY(read < stage.bar().maximum());
        const QModelIndex top = stage.table().indexAt({ 5, 5 });
        lane.statuses = all;
        stage.pane.setLanes({ lane });
        QTest::qWait(0);
        QCOMPARE(stage.table().indexAt({ 5, 5 }).row(), top.row());
    }

    void messagesFitTheirColumn()
    {
        Stage stage({ swupdate });
        stage.pane.resize(972, 300);
        QTreeView &table = stage.table();
        QTRY_COMPARE(table.header()->length(), table.viewport()->width());
        QVERIFY(table.columnWidth(StatusList::MessagesColumn) > 80);
        // As high as its words need at this width: nothing is cut.
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            const QModelIndex index = table.model()->index(row, StatusList::MessagesColumn);
            QVERIFY(table.visualRect(index).height()
                >= table.itemDelegate()->sizeHint({}, index).height());
        }
    }

    void attentionTakesTheColoursOfTheLook()
    {
        Theme theme(*qApp, ThemeChoice::Light);
        Stage stage({ u"rauc-hawkbit-updater-failure-checksum"_s });
        QLabel *attention = nullptr;
        for (QLabel *label : stage.pane.findChildren<QLabel *>()) {
            if (label->text().contains(u"failed"_s))
                attention = label;
        }
        QVERIFY(attention);
        const QString light = attention->text();
        theme.setChoice(ThemeChoice::Dark);
        QTRY_VERIFY(attention->text() != light);
        QVERIFY(attention->text().contains(toneColour(stage.pane.palette(), Tone::Failure).name()));
    }

    void anEndLongAfterTheSilenceDoesNotPressTheRest()
    {
        TimelineLane lane = recordedLane(rauc);
        const QDateTime last = lane.timeline.lastReport;
        lane.timeline.outcome
            = { .kind = OutcomeKind::Canceled, .at = last.addSecs(40 * 60), .forced = true };
        Stage stage({});
        stage.pane.setLanes({ lane });
        const TimeScale &scale = stage.pane.view().navigator().scale();
        const qint64 worked = lane.timeline.workStart.msecsTo(last);
        const int room = stage.pane.view().viewport()->width() - stage.pane.view().headWidth();
        QVERIFY(double(worked) / scale.msPerPixel > room / 2.0);
        QVERIFY(!endedUnheard(recordedLane(rauc).timeline));
    }
};

FALCONER_TEST(tst_timelinehands)
#include "tst_timelinehands.moc"
