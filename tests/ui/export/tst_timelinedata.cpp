// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"
#include "tests/ui/timeline/recordedlane.h"
#include "ui/export/timelinecsv.h"
#include "ui/export/timelinejson.h"
#include "ui/export/timelinetext.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTranslator>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const QList<TimelineLane> &lanes)
{
    TimelineInView view{ .now = afterRecordings(), .zone = QTimeZone("Europe/Berlin") };
    for (const TimelineLane &lane : lanes)
        view.addLane(lane, lane.action ? momentOf(lane, view.now) : LaneMoment{ view.now });
    return timelineText(view);
}

// What somebody read and found good. To write it anew after a change, and then read the difference:
// FALCONER_UPDATE_GOLDEN=1 falconer_tests_ui tst_timelinedata
void compareWithKept(const QByteArray &bytes, const QString &name)
{
    if (qEnvironmentVariableIsSet("FALCONER_UPDATE_GOLDEN")) {
        QFile file(QStringLiteral(FALCONER_TEST_DATA "/export/") + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return;
    }
    const QList<QByteArray> now = bytes.split('\n');
    const QList<QByteArray> kept = testData(u"export/"_s + name).split('\n');
    for (qsizetype i = 0; i < std::min(now.size(), kept.size()); ++i)
        QCOMPARE(now[i], kept[i]);
    QCOMPARE(now.size(), kept.size());
}

// A reader of RFC 4180, apart from the writer.
QList<QStringList> readCsv(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes.mid(3));
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted && c == u'"' && text.mid(i + 1, 1) == "\""_L1)
            cell += text[++i];
        else if (c == u'"')
            quoted = !quoted;
        else if (!quoted && c == u',')
            row << std::exchange(cell, {});
        else if (!quoted && c == u'\n') {
            row << std::exchange(cell, {}).chopped(1);
            rows << std::exchange(row, {});
        } else
            cell += c;
    }
    return rows;
}

// A device that says one thing.
TimelineLane saying(const QString &message, const QString &controllerId = u"device"_s)
{
    TimelineLane lane{ .controllerId = controllerId, .action = Action{ .id = 7, .active = true } };
    lane.statuses << ActionStatus{
        .id = 1, .type = u"running"_s, .messages = { message }, .reportedAt = afterRecordings()
    };
    lane.timeline = buildTimeline(*lane.action, lane.statuses);
    return lane;
}

} // namespace

class tst_timelinedata : public Test {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_plurals.load(u":/translations/falconer_en.qm"_s));
        QCoreApplication::installTranslator(&m_plurals);
    }

    void keepsItsForm_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : { "rauc-hawkbit-updater-success", "swupdate-success",
                 "rauc-hawkbit-updater-failure-image-too-big" })
            QTest::newRow(file) << QString::fromLatin1(file);
    }

    void keepsItsForm()
    {
        QFETCH(QString, file);
        const QList<TimelineLane> lanes{ recordedLane(file) };
        compareWithKept(timelineCsv(lanes), file + u".csv"_s);
        compareWithKept(timelineJson(lanes), file + u".json"_s);
        compareWithKept(textOf(lanes).toUtf8(), file + u".txt"_s);
    }

    // Of every real history: nothing fails, and every table is a table.
    void takesEveryRealHistory()
    {
        QList<TimelineLane> lanes;
        for (const QString &file : deviceHistoryFiles())
            lanes << recordedLane(file);
        const QList<QStringList> rows = readCsv(timelineCsv(lanes));
        QVERIFY(rows.size() > 1'000);
        for (const QStringList &row : rows)
            QCOMPARE(row.size(), rows.first().size());
        const QJsonObject json = QJsonDocument::fromJson(timelineJson(lanes)).object();
        QCOMPARE(json["lanes"_L1].toArray().size(), lanes.size());
        const QString text = textOf(lanes);
        for (const TimelineLane &lane : lanes)
            QVERIFY(text.contains(lane.controllerId));
    }

    void runsNothingInASpreadsheet_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
            { "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=HYPERLINK(\"http://x\",\"y\")" })
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("wide") << u"\uff1dcmd"_s;
    }

    void runsNothingInASpreadsheet()
    {
        QFETCH(QString, text);
        const QList<QStringList> rows = readCsv(timelineCsv({ saying(text, text) }));
        QVERIFY(rows.size() > 2);
        bool isThere = false;
        for (const QStringList &row : rows.mid(1)) {
            QCOMPARE(row.first(), u'\'' + text);
            for (const QString &cell : row)
                QVERIFY2(!u"=+-@\t\r\n\uff1d"_s.contains(cell.left(1)) || cell.isEmpty(),
                    qPrintable(cell));
            isThere |= row.last() == u'\'' + text;
        }
        QVERIFY(isThere);
    }

    void keepsQuotesCommasAndLines()
    {
        const QString text = u"one, \"two\"; three\nfour \u4f60\u597d"_s;
        const QList<QStringList> rows = readCsv(timelineCsv({ saying(text) }));
        QCOMPARE(rows.last().last(), text);
    }

    void aDeviceWithoutAnActionHasALine()
    {
        const QList<TimelineLane> lanes{ { .controllerId = u"new"_s } };
        const QList<QStringList> rows = readCsv(timelineCsv(lanes));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[1].mid(0, 4), QStringList({ u"new"_s, {}, {}, u"action"_s }));
        QVERIFY(textOf(lanes).startsWith(u"new: no action yet\n"_s));
    }

    void namesTheZone()
    {
        QCOMPARE(zoneText(QTimeZone("Europe/Berlin"), afterRecordings()),
            u"Europe/Berlin (UTC+01:00)"_s);
        QCOMPARE(zoneText(QTimeZone("America/St_Johns"), afterRecordings()),
            u"America/St_Johns (UTC-03:30)"_s);
        QCOMPARE(zoneText(QTimeZone::utc(), afterRecordings()), u"UTC"_s);
    }

private:
    QTranslator m_plurals;
};

FALCONER_TEST(tst_timelinedata)
#include "tst_timelinedata.moc"
