// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/schedule/quartzcron.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

QStringList starts(const QString &cron, const QString &after, int n, int offset = 0)
{
    const CronResult result = parseQuartzCron(cron);
    if (!result.cron)
        return { u"refused"_s };
    QStringList texts;
    const QDateTime from = QDateTime::fromString(after, Qt::ISODate);
    for (const QDateTime &time : result.cron->nextTimes(from, n, offset))
        texts << time.toString(Qt::ISODate);
    return texts;
}

// Only the days, for schedules at 02:00.
QString days(const QString &dayFields, const QString &after, int n)
{
    const QStringList fields = dayFields.split(u' ');
    QStringList texts = starts(
        u"0 0 2 %1 %2 %3"_s.arg(fields[0], fields[1], fields[2]), after + u"T00:00:00Z"_s, n);
    for (QString &text : texts)
        text = text.left(10);
    return texts.join(u' ');
}

} // namespace

class tst_quartzcron : public Test {
    Q_OBJECT

private slots:
    void findsTheNextTimes_data()
    {
        QTest::addColumn<QString>("cron");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("times");
        const QString monday = u"2026-11-23T10:00:00Z"_s;
        QTest::newRow("every day")
            << u"0 0 2 * * ?"_s << monday
            << QStringList{ u"2026-11-24T02:00:00Z"_s, u"2026-11-25T02:00:00Z"_s };
        QTest::newRow("later today")
            << u"0 30 10 * * ?"_s << monday
            << QStringList{ u"2026-11-23T10:30:00Z"_s, u"2026-11-24T10:30:00Z"_s };
        QTest::newRow("not the moment itself")
            << u"0 0 10 * * ?"_s << monday
            << QStringList{ u"2026-11-24T10:00:00Z"_s, u"2026-11-25T10:00:00Z"_s };
        QTest::newRow("steps") << u"0 0/20 * ? * *"_s << monday
                               << QStringList{ u"2026-11-23T10:20:00Z"_s,
                                      u"2026-11-23T10:40:00Z"_s };
        QTest::newRow("step from a value")
            << u"0 50/5 * ? * *"_s << monday
            << QStringList{ u"2026-11-23T10:50:00Z"_s, u"2026-11-23T10:55:00Z"_s };
        QTest::newRow("seconds") << u"*/30 * * * * ?"_s << monday
                                 << QStringList{ u"2026-11-23T10:00:30Z"_s,
                                        u"2026-11-23T10:01:00Z"_s };
        QTest::newRow("list of hours")
            << u"0 0 1,13 * * ?"_s << monday
            << QStringList{ u"2026-11-23T13:00:00Z"_s, u"2026-11-24T01:00:00Z"_s };
        QTest::newRow("range over midnight")
            << u"0 0 23-1 * * ?"_s << u"2026-11-23T23:30:00Z"_s
            << QStringList{ u"2026-11-24T00:00:00Z"_s, u"2026-11-24T01:00:00Z"_s };
        QTest::newRow("a year") << u"0 0 2 1 1 ? 2030"_s << monday
                                << QStringList{ u"2030-01-01T02:00:00Z"_s };
        QTest::newRow("a year that has passed") << u"0 0 2 1 1 ? 2020"_s << monday << QStringList{};
        QTest::newRow("30 February") << u"0 0 2 30 2 ?"_s << monday << QStringList{};
        QTest::newRow("29 February")
            << u"0 0 2 29 FEB ?"_s << monday
            << QStringList{ u"2028-02-29T02:00:00Z"_s, u"2032-02-29T02:00:00Z"_s };
    }

    void findsTheNextTimes()
    {
        QFETCH(QString, cron);
        QFETCH(QString, after);
        QFETCH(QStringList, times);
        QCOMPARE(starts(cron, after, 2), times);
    }

    void knowsTheSpecialDays_data()
    {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<QString>("expected");
        // November 2026 begins on a Sunday and ends on a Monday; October ends on a Saturday.
        QTest::newRow("a weekday") << u"? * MON"_s << u"2026-10-05 2026-10-12 2026-10-19"_s;
        QTest::newRow("1 is Sunday") << u"? * 1"_s << u"2026-10-04 2026-10-11 2026-10-18"_s;
        QTest::newRow("a range") << u"? * MON-WED"_s << u"2026-10-05 2026-10-06 2026-10-07"_s;
        QTest::newRow("over the weekend")
            << u"? * FRI-MON"_s << u"2026-10-02 2026-10-03 2026-10-04"_s;
        QTest::newRow("small letters")
            << u"? oct,nov thu"_s << u"2026-10-01 2026-10-08 2026-10-15"_s;
        QTest::newRow("L alone is Saturday") << u"? * L"_s << u"2026-10-03 2026-10-10 2026-10-17"_s;
        QTest::newRow("the last Friday") << u"? * 6L"_s << u"2026-10-30 2026-11-27 2026-12-25"_s;
        QTest::newRow("the last Friday by name")
            << u"? * FRIL"_s << u"2026-10-30 2026-11-27 2026-12-25"_s;
        QTest::newRow("the third Friday") << u"? * 6#3"_s << u"2026-10-16 2026-11-20 2026-12-18"_s;
        QTest::newRow("the fifth Saturday")
            << u"? * SAT#5"_s << u"2026-10-31 2027-01-30 2027-05-29"_s;
        QTest::newRow("the last day") << u"L * ?"_s << u"2026-10-31 2026-11-30 2026-12-31"_s;
        QTest::newRow("three before the last")
            << u"L-3 * ?"_s << u"2026-10-28 2026-11-27 2026-12-28"_s;
        QTest::newRow("the last weekday") << u"LW * ?"_s << u"2026-10-30 2026-11-30 2026-12-31"_s;
        QTest::newRow("nearest to the 15th")
            << u"15W * ?"_s << u"2026-10-15 2026-11-16 2026-12-15"_s;
        QTest::newRow("nearest to the first")
            << u"1W * ?"_s << u"2026-10-01 2026-11-02 2026-12-01"_s;
        QTest::newRow("nearest to the 31st")
            << u"31W * ?"_s << u"2026-10-30 2026-12-31 2027-01-29"_s;
        QTest::newRow("31st only where there is one")
            << u"31 * ?"_s << u"2026-10-31 2026-12-31 2027-01-31"_s;
        QTest::newRow("every tenth day") << u"1/10 * ?"_s << u"2026-10-01 2026-10-11 2026-10-21"_s;
    }

    void knowsTheSpecialDays()
    {
        QFETCH(QString, fields);
        QFETCH(QString, expected);
        QCOMPARE(days(fields, u"2026-10-01"_s, 3), expected);
    }

    void readsTheFieldsOnTheDevicesClock()
    {
        const QString after = u"2026-11-23T00:30:00Z"_s;
        QCOMPARE(
            starts(u"0 0 2 * * ?"_s, after, 1, 3600), QStringList{ u"2026-11-23T01:00:00Z"_s });
        QCOMPARE(starts(u"0 0 2 * * ?"_s, after, 1, -5 * 3600),
            QStringList{ u"2026-11-23T07:00:00Z"_s });
        // There it is still Sunday.
        QCOMPARE(starts(u"0 0 20 ? * SUN"_s, after, 1, -5 * 3600),
            QStringList{ u"2026-11-23T01:00:00Z"_s });
    }

    void explainsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("cron");
        QTest::addColumn<CronProblem>("problem");
        QTest::addColumn<CronField>("field");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("text");
        using P = CronProblem;
        using F = CronField;
        QTest::newRow("nothing") << u"  "_s << P::Empty << F::Second << 0 << u"  "_s;
        QTest::newRow("five fields")
            << u"0 2 * * ?"_s << P::TooFewFields << F::DayOfWeek << 9 << u""_s;
        QTest::newRow("while typing") << u"0 0 "_s << P::TooFewFields << F::Hour << 4 << u""_s;
        QTest::newRow("eight fields")
            << u"0 0 2 * * ? * *"_s << P::TooManyFields << F::Year << 14 << u"*"_s;
        QTest::newRow("no number") << u"0 0 x * * ?"_s << P::NotANumber << F::Hour << 4 << u"x"_s;
        QTest::newRow("name in a wrong field")
            << u"0 0 MON * * ?"_s << P::NotANumber << F::Hour << 4 << u"MON"_s;
        QTest::newRow("negative") << u"0 -5 2 * * ?"_s << P::BadRange << F::Minute << 2 << u"-5"_s;
        QTest::newRow("too large") << u"0 0 25 * * ?"_s << P::OutOfRange << F::Hour << 4 << u"25"_s;
        QTest::newRow("in a list")
            << u"0 0,61 2 * * ?"_s << P::OutOfRange << F::Minute << 4 << u"61"_s;
        QTest::newRow("in a range")
            << u"0 0 2 * 1-13 ?"_s << P::OutOfRange << F::Month << 10 << u"13"_s;
        QTest::newRow("huge") << u"0 0 99999999999 * * ?"_s << P::OutOfRange << F::Hour << 4
                              << u"99999999999"_s;
        QTest::newRow("weekday 0")
            << u"0 0 2 ? * 0"_s << P::OutOfRange << F::DayOfWeek << 10 << u"0"_s;
        QTest::newRow("open range") << u"0 0 2- * * ?"_s << P::BadRange << F::Hour << 4 << u"2-"_s;
        QTest::newRow("years backwards")
            << u"0 0 2 * * ? 2030-2028"_s << P::BadRange << F::Year << 12 << u"2030-2028"_s;
        QTest::newRow("step 0") << u"0 */0 2 * * ?"_s << P::BadStep << F::Minute << 4 << u"0"_s;
        QTest::newRow("no step") << u"0 */ 2 * * ?"_s << P::BadStep << F::Minute << 4 << u""_s;
        QTest::newRow("wide step")
            << u"0 0/70 2 * * ?"_s << P::BadStep << F::Minute << 4 << u"70"_s;
        QTest::newRow("empty item") << u"0 0 1,,2 * * ?"_s << P::EmptyItem << F::Hour << 6 << u""_s;
        QTest::newRow("both days")
            << u"0 0 2 * * *"_s << P::BothDays << F::DayOfWeek << 10 << u"*"_s;
        QTest::newRow("neither day")
            << u"0 0 2 ? * ?"_s << P::NoDay << F::DayOfWeek << 10 << u"?"_s;
        QTest::newRow("question mark")
            << u"0 0 ? * * ?"_s << P::QuestionMark << F::Hour << 4 << u"?"_s;
        QTest::newRow("L in a list")
            << u"0 0 2 1,L * ?"_s << P::BadSpecial << F::DayOfMonth << 6 << u"1,L"_s;
        QTest::newRow("sixth Friday")
            << u"0 0 2 ? * 6#6"_s << P::OutOfRange << F::DayOfWeek << 12 << u"6"_s;
        QTest::newRow("the hour's L")
            << u"0 0 L * * ?"_s << P::NotANumber << F::Hour << 4 << u"L"_s;
        QTest::newRow("wide blanks")
            << u"0  0   99 * * ?"_s << P::OutOfRange << F::Hour << 7 << u"99"_s;
    }

    void explainsWhatIsWrong()
    {
        QFETCH(QString, cron);
        QFETCH(CronProblem, problem);
        QFETCH(CronField, field);
        QFETCH(int, position);
        QFETCH(QString, text);
        const CronResult result = parseQuartzCron(cron);
        QVERIFY(!result.cron);
        QCOMPARE(result.error.problem, problem);
        QCOMPARE(result.error.field, field);
        QCOMPARE(result.error.position, position);
        QCOMPARE(result.error.text, text);
    }

    void tellsHowItWasMeant()
    {
        const QuartzCron cron = parseQuartzCron(u"0 0/15 2,4 ? * MON-FRI"_s).cron.value();
        QCOMPARE(cron.seconds.list(), QList<int>{ 0 });
        QCOMPARE(cron.minutes.step, 15);
        QCOMPARE(cron.minutes.first, 0);
        QCOMPARE(cron.minutes.list(), (QList<int>{ 0, 15, 30, 45 }));
        QCOMPARE(cron.hours.list(), (QList<int>{ 2, 4 }));
        QVERIFY(cron.months.any);
        QCOMPARE(cron.days.kind, QuartzCron::Days::Kind::OfWeek);
        QCOMPARE(cron.daysOfWeek.list(), (QList<int>{ 2, 3, 4, 5, 6 }));
        QCOMPARE(parseQuartzCron(u"0 0 2 * * ?"_s).cron->days.kind, QuartzCron::Days::Kind::Any);
    }
};

FALCONER_TEST(tst_quartzcron)
#include "tst_quartzcron.moc"
