// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/fleetlanes.h"
#include "tests/support/pictures.h"
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/compare/attentionpanel.h"
#include "ui/compare/failurespanel.h"
#include "ui/compare/groupview.h"
#include "ui/compare/progresspanel.h"
#include "ui/compare/stepspanel.h"

#include <QApplication>
#include <QImage>
#include <QTest>

#include <memory>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<ComparePanel> makePanel(const QString &name)
{
    if (name == "steps"_L1)
        return std::make_unique<StepsPanel>();
    if (name == "attention"_L1)
        return std::make_unique<AttentionPanel>();
    if (name == "failures"_L1)
        return std::make_unique<FailuresPanel>();
    auto panel = std::make_unique<ProgressPanel>();
    if (name == "durations"_L1)
        panel->setChart(ProgressPanel::Chart::Durations);
    return panel;
}

QList<TimelineLane> mixedLanes()
{
    QList<TimelineLane> lanes;
    for (const QString &file : deviceHistoryFiles())
        lanes << recordedLane(file);
    return lanes;
}

QDateTime lastReport(const QList<TimelineLane> &lanes)
{
    QDateTime last;
    for (const TimelineLane &lane : lanes)
        last = std::max(last, lane.timeline.lastReport);
    return last.addSecs(30);
}

} // namespace

// Draws every panel with either palette, narrow and wide. FALCONER_PICTURES=DIR keeps the pictures
// to be looked at.
class tst_comparepictures : public Test {
    Q_OBJECT

private slots:
    void draws_data()
    {
        QTest::addColumn<QString>("panel");
        QTest::addColumn<int>("seconds"); // of the fleet; 0: the recordings of real clients
        QTest::addColumn<QSize>("size");
        const QList<std::pair<QString, int>> cases{ { u"steps"_s, 300 }, { u"steps"_s, 0 },
            { u"attention"_s, 300 }, { u"attention"_s, 45 }, { u"failures"_s, 300 },
            { u"failures"_s, 0 }, { u"progress"_s, 70 }, { u"progress"_s, 300 },
            { u"durations"_s, 300 }, { u"durations"_s, 0 }, { u"progress"_s, 8 },
            { u"estimate"_s, 100 }, { u"estimate"_s, 190 } };
        for (const auto &[panel, seconds] : cases) {
            for (const QSize size : { QSize(380, 220), QSize(460, 320) })
                QTest::addRow("%s %d %d", qPrintable(panel), seconds, size.width())
                    << panel << seconds << size;
        }
    }

    void draws()
    {
        QFETCH(QString, panel);
        QFETCH(int, seconds);
        QFETCH(QSize, size);
        const QList<TimelineLane> lanes = panel == "estimate"_L1 ? soundFleetLanes(seconds)
            : seconds > 0                                        ? fleetLanes(seconds)
                                                                 : mixedLanes();
        const QDateTime now = seconds > 0 ? fleetStart().addSecs(seconds) : lastReport(lanes);
        for (const ThemeChoice choice : { ThemeChoice::Light, ThemeChoice::Dark }) {
            const Theme theme(*qApp, choice);
            const std::unique_ptr<ComparePanel> shown = makePanel(panel);
            shown->resize(size);
            shown->show();
            QVERIFY(QTest::qWaitForWindowExposed(shown.get()));
            shown->setLanes(lanes, now);
            if (auto *const view = shown->findChild<GroupView *>())
                view->setCurrentIndex(view->model()->index(0, 0));
            QCoreApplication::processEvents(); // charts lay themselves out later
            const QImage image = shown->grab().toImage();
            QCOMPARE(shown->size(), size); // nothing asks for more room
            keepPicture(image,
                pictureName(u"compare"_s)
                    + (choice == ThemeChoice::Dark ? u"-dark"_s : u"-light"_s));
            const QRgb ground = colours(qApp->palette()).panel.rgb();
            int drawn = 0;
            for (int y = 0; y < image.height(); ++y)
                drawn += image.pixel(image.width() / 3, y) != ground;
            QVERIFY(drawn > 10);
        }
    }
};

FALCONER_TEST(tst_comparepictures)
#include "tst_comparepictures.moc"
