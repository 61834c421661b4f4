// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/maintenance.h"
#include "services/time/utc.h"
#include "tests/support/recordings.h"
#include "tests/support/testregistry.h"

#include <QJsonArray>
#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_maintenance : public Test {
    Q_OBJECT

private slots:
    void readsDurations()
    {
        QCOMPARE(parseWindowDuration(u"01:30:00"_s), 5400);
        QCOMPARE(parseWindowDuration(u"00:00:01"_s), 1);
        for (const QString &text : { u""_s, u"00:00:00"_s, u"1:30:00"_s, u"01:30"_s, u"24:00:00"_s,
                 u"00:60:00"_s, u"PT1H"_s, u" 01:30:00"_s })
            QVERIFY2(!parseWindowDuration(text), qPrintable(text));
    }

    void readsOffsets()
    {
        QCOMPARE(parseUtcOffset(u"+01:00"_s), 3600);
        QCOMPARE(parseUtcOffset(u"-09:30"_s), -34200);
        QCOMPARE(parseUtcOffset(u"Z"_s), 0);
        QCOMPARE(parseUtcOffset(u"+18:00"_s), 18 * 3600);
        for (const QString &text : { u""_s, u"+18:01"_s, u"+1:00"_s, u"01:00"_s, u"+01"_s,
                 u"Europe/Berlin"_s, u"UTC"_s, u"+01:60"_s, u"z"_s })
            QVERIFY2(!parseUtcOffset(text), qPrintable(text));
        for (const int seconds : { 0, 3600, -34200, 20700 })
            QCOMPARE(parseUtcOffset(utcOffsetText(seconds)), seconds);
        QCOMPARE(utcOffsetText(-34200), u"-09:30"_s);
    }

    void refusesAWindowThatNeverOpensAgain()
    {
        const QDateTime now(QDate(2026, 11, 23), QTime(10, 0), inUtc);
        const WindowCheck past
            = checkWindow({ u"0 0 2 1 1 ? 2020"_s, u"01:00:00"_s, u"Z"_s, {} }, now);
        QVERIFY(!past.isValid());
        QCOMPARE(past.cronError.problem, CronProblem::NeverHappens);

        const WindowCheck daily
            = checkWindow({ u"0 0 2 * * ?"_s, u"01:00:00"_s, u"+01:00"_s, {} }, now);
        QVERIFY(daily.isValid());
        QCOMPARE(daily.nextStarts.size(), 5);
        QCOMPARE(daily.nextStarts.first(), QDateTime(QDate(2026, 11, 24), QTime(1, 0), inUtc));

        QVERIFY(!checkWindow({ u"0 0 2 * * ?"_s, {}, u"Z"_s, {} }, now).isValid());
        QVERIFY(!checkWindow({ u"0 0 2 * * ?"_s, u"01:00:00"_s, {}, {} }, now).isValid());
    }

    // Every window that a real server was sent: it and we agree.
    void judgesLikeRealServers_data()
    {
        QTest::addColumn<QString>("corpus");
        QTest::newRow("1.0.4") << u"hawkbit-1.0.4"_s;
        QTest::newRow("0.9.0") << u"hawkbit-0.9.0"_s;
    }

    void judgesLikeRealServers()
    {
        QFETCH(QString, corpus);
        const QDateTime recorded(QDate(2026, 11, 22), QTime(0, 0), inUtc);
        int judged = 0;
        for (const RecordedStep &step : loadCorpus(corpus).steps) {
            const QJsonValue body = step.json["request"_L1]["body"_L1];
            const QJsonObject order
                = body.isArray() ? body.toArray().first().toObject() : body.toObject();
            const QJsonObject window = order["maintenanceWindow"_L1].toObject();
            if (window.isEmpty() || step.path().contains("offline"_L1))
                continue;
            const WindowCheck check
                = checkWindow({ window["schedule"_L1].toString(), window["duration"_L1].toString(),
                                  window["timezone"_L1].toString(), {} },
                    recorded);
            const bool accepted = step.status() == 200;
            QVERIFY2(check.isValid() == accepted, qPrintable(step.name));
            ++judged;
        }
        QVERIFY(judged >= 5);
    }
};

FALCONER_TEST(tst_maintenance)
#include "tst_maintenance.moc"
