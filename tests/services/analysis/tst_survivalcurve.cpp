// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/survivalcurve.h"
#include "tests/services/analysis/knowndurations.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace falconer;

namespace {

// Weeks of remission of 21 patients with 6-mercaptopurine: Freireich et al. 1963, the example of
// Kalbfleisch and Prentice and of most books on the subject.
QList<Lifetime> remissions()
{
    QList<Lifetime> lifetimes;
    for (const int week : { 6, 6, 6, 7, 10, 13, 16, 22, 23 })
        lifetimes << Lifetime{ week, true };
    for (const int week : { 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35 })
        lifetimes << Lifetime{ week, false };
    return lifetimes;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 0.0006; // the books print three digits
}

struct Watched {
    QList<Lifetime> all;
    QList<Lifetime> ended;
};

Watched watch(KnownDurations &durations, int count)
{
    Watched watched;
    for (int i = 0; i < count; ++i) {
        const double lasts = durations.next();
        const double watchedFor = 2'000'000 * durations.uniform();
        const Lifetime lifetime{ qRound64(std::min(lasts, watchedFor)), lasts <= watchedFor };
        watched.all << lifetime;
        if (lifetime.ended)
            watched.ended << lifetime;
    }
    return watched;
}

bool covers(const SurvivalCurve &curve, qint64 ms, double truth)
{
    const SurvivalCurve::Share share = curve.share(0, ms);
    return share.low <= truth && truth <= share.high;
}

} // namespace

class tst_survivalcurve : public Test {
    Q_OBJECT

private slots:
    void theBooksExample_data()
    {
        QTest::addColumn<int>("week");
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("error"); // Greenwood's, as printed
        QTest::newRow("6") << 6 << 0.857 << 0.0764;
        QTest::newRow("7") << 7 << 0.807 << 0.0869;
        QTest::newRow("9") << 9 << 0.807 << 0.0869; // a censored one is no step
        QTest::newRow("10") << 10 << 0.753 << 0.0963;
        QTest::newRow("13") << 13 << 0.690 << 0.1068;
        QTest::newRow("16") << 16 << 0.627 << 0.1141;
        QTest::newRow("22") << 22 << 0.538 << 0.1282;
    }

    void theBooksExample()
    {
        QFETCH(int, week);
        QFETCH(double, share);
        QFETCH(double, error);
        const SurvivalCurve::Share found = SurvivalCurve(remissions()).share(0, week);
        QVERIFY(isNear(found.estimate, share));
        const double width = std::exp(1.6449 * error / share / -std::log(share));
        QVERIFY(std::abs(found.low - std::pow(share, width)) < 0.003);
        QVERIFY(std::abs(found.high - std::pow(share, 1 / width)) < 0.003);
    }

    void theOrderDoesNotMatter()
    {
        QList<Lifetime> reversed = remissions();
        std::ranges::reverse(reversed);
        QCOMPARE(SurvivalCurve(reversed).share(0, 13).estimate,
            SurvivalCurve(remissions()).share(0, 13).estimate);
    }

    void whatHasLastedIsTakenIntoAccount()
    {
        const SurvivalCurve curve(remissions());
        QVERIFY(isNear(curve.share(10, 22).estimate, 0.538 / 0.753));
        QCOMPARE(curve.share(10, 10).estimate, 1.0);
        QCOMPARE(curve.share(10, 12).low, 1.0); // nothing ended then
    }

    void ofManyTheErrorsAddUpOnlyWhereTheyAreTheSame()
    {
        const SurvivalCurve curve(remissions());
        const auto widthOf = [&curve](const QList<SurvivalCurve::Span> &spans) {
            const SurvivalCurve::Share share = curve.meanShare(spans);
            return share.high - share.low;
        };
        const double one = widthOf({ { 0, 10 } });
        QVERIFY(std::abs(widthOf({ { 0, 10 }, { 0, 10 }, { 0, 10 } }) - one) < 1e-9);
        QVERIFY(widthOf({ { 0, 10 }, { 10, 22 } }) < (one + widthOf({ { 10, 22 } })) / 2);
        // What is beyond the end may be all or nothing.
        const SurvivalCurve::Share half = curve.meanShare({ { 50, 60 }, { 10, 10 } });
        QCOMPARE(half.low, 0.5);
        QCOMPARE(half.high, 1.0);
        QCOMPARE(curve.meanShare({}).high, 1.0);
    }

    void beyondTheLongestNothingIsKnown()
    {
        const SurvivalCurve curve(remissions());
        QCOMPARE(curve.longestEnded(), 23);
        const SurvivalCurve::Share beyond = curve.share(0, 1'000);
        QCOMPARE(beyond.low, 0.0);
        QCOMPARE(beyond.high, curve.share(0, 23).high);
        const SurvivalCurve::Share straggler = curve.share(23, 24);
        QCOMPARE(straggler.low, 0.0);
        QCOMPARE(straggler.high, 1.0);
    }

    void whenAllHaveEndedTheEndIsNotCertain()
    {
        QList<Lifetime> lifetimes;
        for (int i = 1; i <= 10; ++i)
            lifetimes << Lifetime{ i, true };
        const SurvivalCurve curve(lifetimes);
        QCOMPARE(curve.longestEnded(), 10);
        const SurvivalCurve::Share end = curve.share(0, 10);
        QCOMPARE(end.low, 0.0);
        QVERIFY(end.high > 0 && end.high < 0.5);
    }

    void withoutAnEndNothingIsKnown()
    {
        for (const SurvivalCurve &curve :
            { SurvivalCurve({}), SurvivalCurve({ { 5, false }, { 9, false } }) }) {
            QCOMPARE(curve.longestEnded(), 0);
            QCOMPARE(curve.share(0, 4).low, 0.0);
            QCOMPARE(curve.share(0, 4).high, 1.0);
        }
    }

    // In nine of ten cases, says the header; without the censored ones in next to none.
    void theBoundsHoldWhatTheyPromise_data()
    {
        QTest::addColumn<int>("ms");
        QTest::newRow("a quarter has ended") << 400'000;
        QTest::newRow("half has ended") << 600'000;
        QTest::newRow("three quarters have ended") << 900'000;
    }

    void theBoundsHoldWhatTheyPromise()
    {
        QFETCH(int, ms);
        constexpr int runs = 1'000;
        int covered = 0;
        int coveredByEnded = 0;
        for (quint32 seed = 1; seed <= runs; ++seed) {
            KnownDurations durations(seed, 600'000, 0.6);
            const Watched watched = watch(durations, 150);
            const double truth = durations.survival(ms);
            covered += covers(SurvivalCurve(watched.all), ms, truth) ? 1 : 0;
            coveredByEnded += covers(SurvivalCurve(watched.ended), ms, truth) ? 1 : 0;
        }
        QVERIFY2(
            covered > 0.87 * runs && covered < 0.93 * runs, qPrintable(QString::number(covered)));
        QVERIFY2(coveredByEnded < 0.5 * runs, qPrintable(QString::number(coveredByEnded)));
    }
};

FALCONER_TEST(tst_survivalcurve)
#include "tst_survivalcurve.moc"
