// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/fleetlanes.h"
#include "tests/support/hand.h"
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/compare/stepspanel.h"
#include "ui/shared/emptystate.h"
#include "ui/shared/tableheader.h"
#include "ui/shared/tableview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QStringList steps(const StepsPanel &panel)
{
    QStringList names;
    for (int row = 0; row < panel.table().model()->rowCount(); ++row)
        names << panel.table().model()->index(row, 0).data().toString().trimmed();
    return names;
}

void clickCell(StepsPanel &panel, int row, int column)
{
    TableView &table = panel.table();
    table.scrollTo(table.model()->index(row, column));
    QTest::mouseClick(panel.window()->windowHandle(), Qt::LeftButton, {},
        placeOf(table, table.model()->index(row, column)));
}

void clickHeader(StepsPanel &panel, int column)
{
    TableHeader &header = panel.table().header();
    const QPoint place(header.sectionViewportPosition(column) + 10, header.height() / 2);
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, place);
}

} // namespace

class tst_stepspanel : public Test {
    Q_OBJECT

private slots:
    void showsStepsAsTheyFollow()
    {
        StepsPanel panel;
        panel.resize(620, 400);
        panel.show();
        panel.setLanes(fleetLanes(300), fleetStart().addSecs(300));
        QCOMPARE(steps(panel).value(0), u"Total"_s);
        QVERIFY(steps(panel).indexOf(u"Checking bundle"_s)
            < steps(panel).indexOf(u"Copying image to rootfs.1"_s));
        QCOMPARE(panel.summary().section(u':', 0, 0),
            u"The slowest step is Copying image to rootfs.1"_s);
    }

    void whatIsHiddenDoesNotWork()
    {
        StepsPanel panel;
        panel.resize(620, 400);
        panel.setLanes(fleetLanes(300), fleetStart().addSecs(300));
        QCOMPARE(panel.table().model()->rowCount(), 0);
        panel.show();
        QVERIFY(panel.table().model()->rowCount() > 5);
        panel.hide();
        panel.setLanes(QList<TimelineLane>(), fleetStart());
        QVERIFY(panel.table().model()->rowCount() > 5);
        panel.show();
        QCOMPARE(panel.table().model()->rowCount(), 0);
    }

    void lanesAreReadWhenTheyAreSeen()
    {
        StepsPanel panel;
        panel.resize(620, 400);
        std::unique_ptr<FixedLanes> lanes = fixed(fleetLanes(300));
        panel.setLanes(*lanes, fleetStart().addSecs(300));
        lanes->setLanes({ recordedLane(u"rauc-hawkbit-updater-success"_s) });
        panel.show();
        const int rows = panel.table().model()->rowCount();
        QVERIFY(rows > 5);
        panel.hide();
        panel.setLanes(*lanes, afterRecordings());
        lanes.reset();
        panel.show();
        QCOMPARE(panel.table().model()->rowCount(), 0);
    }

    void withoutAnyStepItSaysWhy()
    {
        StepsPanel panel;
        panel.resize(400, 300);
        panel.show();
        auto *const empty = panel.findChild<EmptyState *>();
        QTRY_VERIFY(empty->isVisible());
        panel.setLanes({ recordedLane(u"rauc-hawkbit-updater-success"_s) }, afterRecordings());
        QVERIFY(!empty->isVisible());
        panel.setLanes(QList<TimelineLane>(), afterRecordings());
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->sentence(), u"No step has been completed yet"_s);
    }

    void theHeadSorts()
    {
        StepsPanel panel;
        panel.resize(620, 400);
        panel.show();
        panel.setLanes({ recordedLane(u"rauc-hawkbit-updater-success"_s) }, afterRecordings());
        const QStringList course = steps(panel);
        clickHeader(panel, StepColumn::Median);
        clickHeader(panel, StepColumn::Median);
        QCOMPARE(steps(panel).value(0), u"Total"_s);
        QVERIFY(steps(panel) != course);
        clickHeader(panel, StepColumn::Step);
        QCOMPARE(steps(panel), course);
    }

    void aClickGoesThere()
    {
        StepsPanel panel;
        panel.resize(620, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.setLanes(fleetLanes(300), fleetStart().addSecs(300));
        const QSignalSpy stepChosen(&panel, &StepsPanel::stepChosen);
        const QSignalSpy deviceChosen(&panel, &StepsPanel::deviceChosen);
        const int row = int(steps(panel).indexOf(u"Copying image to rootfs.1"_s));
        clickCell(panel, row, StepColumn::Median);
        QCOMPARE(stepChosen.size(), 1);
        QCOMPARE(stepChosen[0][0].value<StepKey>(), StepKey::of(u"Copying image to rootfs.1"_s));
        clickCell(panel, row, StepColumn::Slowest);
        QCOMPARE(stepChosen.size(), 1);
        QCOMPARE(deviceChosen.size(), 1);
        QVERIFY(deviceChosen[0][0].toString().startsWith(u"press-"_s));
        QTest::keyClick(&panel.table(), Qt::Key_Left); // off the slowest device
        QTest::keyClick(&panel.table(), Qt::Key_Return);
        QCOMPARE(stepChosen.size(), 2);
    }

    void copiesWhatIsSelectedOrAll()
    {
        StepsPanel panel;
        panel.resize(620, 400);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        panel.setLanes({ recordedLane(u"rauc-hawkbit-updater-success"_s) }, afterRecordings());
        panel.table().setFocus();
        QTest::keyClick(&panel.table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'),
            qsizetype(panel.table().model()->rowCount()));
        clickCell(panel, 1, StepColumn::Max);
        QTest::keyClick(&panel.table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1].section(u'\t', 0, 0), steps(panel).value(1));
    }

    void whatIsNotReadIsSaid()
    {
        StepsPanel panel;
        panel.resize(400, 300);
        panel.show();
        panel.setLanes({ recordedLane(u"rauc-hawkbit-updater-success"_s),
                           { .controllerId = u"new"_s, .isLoading = true } },
            afterRecordings());
        const QList<QLabel *> labels = panel.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().startsWith(u"1 device(s) not read yet"_s);
        }));
    }
};

FALCONER_TEST(tst_stepspanel)
#include "tst_stepspanel.moc"
