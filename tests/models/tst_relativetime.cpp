// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/relativetime.h"
#include "services/time/utc.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

class tst_relativetime : public Test {
    Q_OBJECT

private slots:
    void saysHowLongAgo_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 seconds, const QString &text) {
            QTest::addRow("%lld s", static_cast<long long>(seconds)) << seconds << text;
        };
        row(-5, u"now"_s); // the server's clock runs ahead
        row(0, u"now"_s);
        row(1, u"1 s ago"_s);
        row(59, u"59 s ago"_s);
        row(60, u"1 min ago"_s);
        row(239, u"3 min ago"_s);
        row(3'599, u"59 min ago"_s);
        row(3'600, u"1 h 0 min ago"_s);
        row(4'320, u"1 h 12 min ago"_s);
        row(86'399, u"23 h 59 min ago"_s);
        row(86'400, u"1 d ago"_s);
        row(3 * 86'400 + 5, u"3 d ago"_s);
    }
    void saysHowLongAgo()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, text);
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, inUtc);
        QCOMPARE(relativeTime(now.addSecs(-seconds), now), text);
    }

    void saysNothingOfNoTime()
    {
        QCOMPARE(relativeTime({}, QDateTime::currentDateTimeUtc()), QString());
        QCOMPARE(exactTime({}), QString());
    }

    void saysHowLong_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("negative") << qint64(-1) << u"0 s"_s;
        QTest::newRow("seconds") << qint64(12'900) << u"12 s"_s;
        QTest::newRow("minutes") << qint64(242'000) << u"4 min 02 s"_s;
        QTest::newRow("hours") << qint64(4'320'000) << u"1 h 12 min"_s;
        QTest::newRow("days") << qint64(3 * 86'400'000 + 4 * 3'600'000) << u"3 d 4 h"_s;
    }
    void saysHowLong()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, text);
        QCOMPARE(durationText(ms), text);
    }

    void exactTimesNameTheirZone()
    {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, inUtc);
        const QString text = exactTime(time);
        QVERIFY(text.startsWith(time.toLocalTime().toString(u"yyyy-MM-dd HH:mm:ss"_s)));
        QVERIFY(text.endsWith(time.toLocalTime().timeZoneAbbreviation()));
    }
};

FALCONER_TEST(tst_relativetime)
#include "tst_relativetime.moc"
