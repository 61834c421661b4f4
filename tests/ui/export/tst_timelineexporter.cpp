// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pictures.h"
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/export/timelineexporter.h"
#include "ui/timeline/curvepainter.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QStringList files()
{
    return { u"rauc-hawkbit-updater-success"_s, u"swupdate-success"_s,
        u"rauc-hawkbit-updater-failure-image-too-big"_s, u"swupdate-cancel-while-installing"_s,
        u"rauc-hawkbit-updater-restart-in-download"_s,
        u"rauc-hawkbit-updater-nested-three-slots"_s };
}

TimelineInView recordedView(int lanes = int(files().size()))
{
    TimelineInView view{ .now = afterRecordings(), .server = u"hawkbit.example.com"_s };
    for (int i = 0; i < lanes; ++i) {
        TimelineLane lane = recordedLane(files().at(i % files().size()));
        lane.controllerId += u" %1"_s.arg(i);
        lane.targetName = lane.controllerId;
        view.addLane(lane, momentOf(lane, view.now));
    }
    view.scale = TimeScale::fitting(0, 60'000, view.timeWidth, 100);
    return view;
}

// The text elements, or a failure.
QStringList textsOf(const QByteArray &svg)
{
    QXmlStreamReader xml(svg);
    QStringList texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == "text"_L1)
            texts << xml.readElementText();
    }
    return xml.hasError() ? QStringList{ xml.errorString() } : texts;
}

int coloursIn(const QImage &image, const QRect &rect)
{
    QSet<QRgb> seen;
    for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x)
            seen << image.pixel(x, y);
    }
    return int(seen.size());
}

} // namespace

class tst_timelineexporter : public Test {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_plurals.load(u":/translations/falconer_en.qm"_s));
        QCoreApplication::installTranslator(&m_plurals);
    }

    void drawsAPicture()
    {
        const QImage image = TimelineExporter(recordedView()).image();
        QCOMPARE(image.devicePixelRatio(), 2.0);
        QCOMPARE(image.height(), 2 * TimelinePrint(recordedView()).height(0, int(files().size())));
        QVERIFY(coloursIn(image, QRect(0, 0, image.width(), 120)) > 10);        // head
        QVERIFY(coloursIn(image, QRect(image.width() / 2, 180, 600, 300)) > 5); // bars
        keepPicture(pngOf(image), u"export.png"_s);
        QVERIFY(pngOf(image).startsWith("\x89PNG"));
    }

    void isLightInADarkWindow()
    {
        const Theme dark(*qApp, ThemeChoice::Dark);
        const QImage image = TimelineExporter(recordedView()).image();
        QCOMPARE(QColor(image.pixel(2, 2)), colours(themePalette(false)).panel);
    }

    void namesAreTextInAnSvg()
    {
        const QByteArray svg = TimelineExporter(recordedView()).svg();
        keepPicture(svg, u"export.svg"_s);
        const QStringList texts = textsOf(svg);
        const TimelineInView view = recordedView();
        for (const LaneInView &shown : view.lanes)
            QVERIFY2(texts.contains(shown.lane.title()), qPrintable(texts.join(u'\n')));
        QVERIFY(texts.contains(TimelinePrint(view).title()));
        QVERIFY(!svg.contains("<image")); // signs are shapes
    }

    // There is no clipping in an SVG.
    void whatBeganEarlierDoesNotCoverTheNames()
    {
        TimelineInView view = recordedView();
        const auto namesOf = [](const TimelineInView &inView) {
            QSvgRenderer renderer(TimelineExporter(inView).svg());
            QImage image(renderer.defaultSize(), QImage::Format_RGB32);
            QPainter painter(&image);
            renderer.render(&painter);
            return image.copy(0, 90, 200, image.height() - 100);
        };
        const QImage before = namesOf(view);
        QVERIFY(coloursIn(before, before.rect()) > 5);
        view.scale.startMs += 9'000;
        keepPicture(TimelineExporter(view).svg(), u"export-panned.svg"_s);
        QCOMPARE(namesOf(view), before);
    }

    void manyLanesAreManyPages_data()
    {
        QTest::addColumn<int>("lanes");
        QTest::newRow("none") << 0;
        QTest::newRow("few") << 6;
        QTest::newRow("many") << 90;
    }

    void manyLanesAreManyPages()
    {
        QFETCH(int, lanes);
        const QByteArray pdf = TimelineExporter(recordedView(lanes)).pdf();
        keepPicture(pdf, u"export-%1.pdf"_s.arg(lanes));
        QVERIFY(pdf.startsWith("%PDF"));
        const qsizetype pages = pdf.count("/Type /Page\n");
        QVERIFY2(
            lanes < 10 ? pages == 1 : pages >= 4 && pages <= 8, qPrintable(QString::number(pages)));
        QVERIFY(pdf.contains("/MediaBox [0 0 842") || pdf.contains("/MediaBox [0 0 841"));
    }

    void aPictureOfVeryManyLanesStaysWithinReason()
    {
        const TimelineInView view = recordedView(TimelineExporter::mostImageRows + 20);
        const QImage image = TimelineExporter(view).image();
        QCOMPARE(
            image.height(), 2 * TimelinePrint(view).height(0, TimelineExporter::mostImageRows));
    }

    void takesWhatTheViewShows()
    {
        FixedLanes lanes;
        QList<TimelineLane> recorded = recordedView().timelineLanes();
        lanes.setLanes(recorded);
        TimelineView view([] { return afterRecordings(); });
        view.resize(800, 120); // less than its lanes need
        view.setLanes(lanes);
        view.setAxis({ LaneAlignment::WallClock, Qt::UTC });
        view.show();
        view.zoomIn();
        TimelineInView inView = timelineInView(view, afterRecordings(), u"server"_s);
        QCOMPARE(inView.timelineLanes(), recorded);
        QCOMPARE(inView.axis, view.axis());
        QCOMPARE(inView.zone, QTimeZone::utc());
        QCOMPARE(inView.scale, view.navigator().scale());
        QCOMPARE(inView.timeWidth, view.viewport()->width() - view.headWidth());
        // In the order and the groups of the view.
        view.setArrangement({ LaneSort::Duration, LaneSort::State });
        inView = timelineInView(view, afterRecordings());
        QCOMPARE(inView.rows.size(), view.rows().rows().size());
        QVERIFY(inView.rows.size() > recorded.size());
        QCOMPARE(inView.rows.first().lane, -1);
        QVERIFY(!inView.rows.first().title.isEmpty());
        QVERIFY(inView.timelineLanes() != recorded);
        QCOMPARE(inView.timelineLanes().size(), recorded.size());
        keepPicture(TimelineExporter(inView).svg(), u"export-groups.svg"_s);
    }

    void noHeadOfAGroupStandsAlone()
    {
        TimelineInView view = recordedView(4);
        view.rows.insert(2, { .title = u"Failed"_s });
        const TimelinePrint print(view);
        QCOMPARE(print.rowsWithin(print.height(0, 2), 0), 2);
        QCOMPARE(print.rowsWithin(print.height(0, 3), 0), 2);
        QCOMPARE(print.rowsWithin(print.height(0, 4), 0), 4);
        QCOMPARE(print.rowsWithin(10, 0), 1);
        QCOMPARE(print.rowsWithin(10'000, 0), 5);
    }

    // What lies around the lanes: the usual course over them, the percentages of the only one.
    void drawsWhatIsUsual()
    {
        FixedLanes lanes;
        QList<TimelineLane> fleet;
        for (const DeviceHistory &history : loadDeviceHistories(u"ddi-scripted-fleet-200"_s)) {
            fleet << TimelineLane{ .controllerId = history.name,
                .action = history.action,
                .statuses = history.statuses,
                .timeline = buildTimeline(history.action, history.statuses) };
        }
        lanes.setLanes(fleet);
        TimelineView view([] { return afterRecordings(); });
        view.resize(1200, 600);
        view.setLanes(lanes);
        view.show();
        QTRY_VERIFY(!view.insight().typical().isEmpty());
        const TimelineInView many = timelineInView(view, afterRecordings(), u"hawkbit"_s);
        QCOMPARE(many.metrics, &compactLane);
        keepPicture(TimelineExporter(many).pdf(), u"export-fleet.pdf"_s);
        lanes.setLanes(fleet.mid(0, 1));
        const TimelineInView one = timelineInView(view, afterRecordings());
        keepPicture(pngOf(TimelineExporter(one).image()), u"export-one.png"_s);
        QCOMPARE(TimelinePrint(one).height(0, 1),
            TimelinePrint(recordedView(2)).height(0, 1) + CurvePainter::height);
    }

    void saysWhatItIs()
    {
        TimelineInView view = recordedView(2);
        view.lanes[0].lane.action->distributionSet = u"edge-os:4.2.0"_s;
        view.lanes[1].lane.action->distributionSet = u"edge-os:4.2.0"_s;
        QCOMPARE(TimelinePrint(view).title(), u"Install timeline, edge-os 4.2.0, 2 devices"_s);
        view.lanes[1].lane.action->distributionSet = u"edge-os:4.3.0"_s;
        QCOMPARE(TimelinePrint(view).title(), u"Install timeline, 2 sets, 2 devices"_s);
        view.lanes.removeLast();
        QCOMPARE(TimelinePrint(view).title(), u"Install timeline, edge-os 4.2.0, 1 device"_s);
    }

private:
    QTranslator m_plurals;
};

FALCONER_TEST(tst_timelineexporter)
#include "tst_timelineexporter.moc"
