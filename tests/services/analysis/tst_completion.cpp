// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/completion.h"
#include "tests/services/analysis/knowndurations.h"
#include "tests/services/analysis/madetimeline.h"
#include "tests/services/analysis/recordedfleet.h"
#include "tests/support/testregistry.h"

#include <QTest>

#include <algorithm>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

constexpr double never = -1;

// A device by the seconds of its first contact and its end.
CompletionDevice device(
    double contact, double end = never, OutcomeKind outcome = OutcomeKind::Success)
{
    CompletionDevice result;
    result.timeline = end == never
        ? runningTimeline({ { PhaseKind::Download, contact } })
        : endedTimeline(outcome, end, { { PhaseKind::Download, contact, end } });
    return result;
}

CompletionDevice unheard(const QDateTime &nextPoll = {})
{
    CompletionDevice result;
    result.timeline = runningTimeline({ { PhaseKind::WaitingForDevice, 0 } });
    result.nextPoll = nextPoll;
    return result;
}

QList<CompletionDevice> finished(int count, double from = 100)
{
    QList<CompletionDevice> devices;
    for (int i = 0; i < count; ++i)
        devices << device(0, from + 10 * i);
    return devices;
}

// A rollout of devices that come one after the other, stopped in the middle.
struct Simulation {
    Simulation(quint32 seed, double now)
        : durations(seed, 600'000, 0.5)
        , nowSeconds(now)
    {
        for (int i = 0; i < 150; ++i)
            add(4'000 * durations.uniform());
    }

    void add(double contact)
    {
        const double end = contact + durations.next() / 1'000;
        const double failure
            = durations.uniform() < 0.1 ? contact + 900 * durations.uniform() : 1e9;
        if (contact > nowSeconds) {
            devices << unheard(at(contact));
            starts << contact;
        } else if (std::min(end, failure) > nowSeconds) {
            devices << device(contact);
            starts << contact;
        } else if (failure < end) {
            devices << device(contact, failure, OutcomeKind::Error);
        } else {
            devices << device(contact, end);
            ++done;
        }
    }

    // How many will be done in truth, on average.
    double expectedDone(double seconds) const
    {
        double sum = done;
        for (const double start : starts) {
            const double already = durations.survival(1'000 * (nowSeconds - start));
            sum += 1 - durations.survival(1'000 * (seconds - start)) / already;
        }
        return sum;
    }

    double timeOf(double share) const
    {
        const double needed = share * double(done + starts.size());
        double first = nowSeconds;
        double last = nowSeconds + 100'000;
        while (last - first > 0.01) {
            const double middle = (first + last) / 2;
            (expectedDone(middle) >= needed ? last : first) = middle;
        }
        return last;
    }

    KnownDurations durations;
    double nowSeconds = 0;
    QList<CompletionDevice> devices;
    QList<double> starts; // of those that still run or come
    int done = 0;
};

struct Tally {
    int told = 0; // with both times
    int covered = 0;

    void add(const CompletionBand &band, const QDateTime &truth)
    {
        if (!band.high.isValid())
            return;
        ++told;
        covered += band.low <= truth && truth <= band.high ? 1 : 0;
    }
};

} // namespace

class tst_completion : public Test {
    Q_OBJECT

private slots:
    void nothingBelowFiveFinished()
    {
        QVERIFY(!estimateCompletion(finished(4) + QList{ device(0), device(0) }, at(200)));
        QVERIFY(estimateCompletion(finished(5) + QList{ device(0), device(0) }, at(200)));
        QVERIFY(!estimateCompletion({}, at(200)));
    }

    void whatIsReachedIsKnown()
    {
        const auto estimate = estimateCompletion(finished(10), at(1'000));
        QCOMPARE(estimate->finished, 10);
        QCOMPARE(estimate->running, 0);
        QVERIFY(estimate->half.reached && estimate->most.reached);
        QCOMPARE(estimate->half.low, at(140)); // the fifth
        QCOMPARE(estimate->half.high, at(140));
        QCOMPARE(estimate->most.high, at(190)); // the tenth
    }

    void whatIsNotReachedIsABand()
    {
        QList<CompletionDevice> devices = finished(40);
        for (int i = 0; i < 20; ++i)
            devices << device(480 + i);
        const auto estimate = estimateCompletion(devices, at(500));
        QCOMPARE(estimate->running, 20);
        QCOMPARE(estimate->stragglers, 0);
        QVERIFY(estimate->half.reached);
        const CompletionBand &most = estimate->most;
        QVERIFY(!most.reached);
        QVERIFY(most.low >= at(500) && most.low < most.high);
        QVERIFY(most.high <= at(480 + 20 + 490 + 1)); // the longest took 490 s
    }

    void allAssignedAtOnceTellNoUpperTime()
    {
        QList<CompletionDevice> devices = finished(10);
        for (int i = 0; i < 10; ++i)
            devices << device(0);
        const auto estimate = estimateCompletion(devices, at(191));
        QVERIFY(estimate->half.reached);
        QCOMPARE(estimate->stragglers, 10); // longer than any before them
        QCOMPARE(estimate->most.low, at(191));
        QVERIFY(!estimate->most.high.isValid());
    }

    void failedAndCanceledFallOut()
    {
        QList<CompletionDevice> devices = finished(10);
        devices << device(0, 20, OutcomeKind::Error) << device(0, 20, OutcomeKind::Canceled)
                << device(0, 20, OutcomeKind::Unknown);
        const auto estimate = estimateCompletion(devices, at(1'000));
        QCOMPARE(estimate->dropped, 3);
        QCOMPARE(estimate->finished, 10);
        QVERIFY(estimate->most.reached); // of those that can
    }

    void skippedOnesAreNoEvidence()
    {
        QList<CompletionDevice> devices = finished(4);
        for (int i = 0; i < 5; ++i) {
            devices << device(0, 1);
            devices.last().timeline.notes << Note{ NoteKind::NothingInstalled, 0 };
        }
        QVERIFY(!estimateCompletion(devices, at(1'000)));
    }

    void silentOnesMayNeverEnd()
    {
        QList<CompletionDevice> devices = finished(20);
        for (int i = 0; i < 5; ++i) {
            devices << device(280);
            devices.last().silent = true;
        }
        const auto estimate = estimateCompletion(devices, at(300));
        QCOMPARE(estimate->stragglers, 5);
        QCOMPARE(estimate->most.low, at(300));
        QVERIFY(!estimate->most.high.isValid());
        for (CompletionDevice &each : devices)
            each.silent = false;
        const auto alive = estimateCompletion(devices, at(300));
        QCOMPARE(alive->stragglers, 0);
        QVERIFY(alive->most.high.isValid());
    }

    // A silent one was at risk as long as it reported, not until now.
    void silentOnesAreCensoredAtTheirLastReport()
    {
        QList<CompletionDevice> devices = finished(20);
        for (int i = 0; i < 30; ++i)
            devices << device(310 + i);
        const auto unknown = estimateCompletion(devices + QList{ unheard() }, at(340));
        devices << device(0); // its only report was its first: no more evidence than none
        devices.last().silent = true;
        const auto silent = estimateCompletion(devices, at(340));
        QVERIFY(silent->half.high.isValid());
        QCOMPARE(silent->half.high, unknown->half.high);
        devices.last().silent = false; // at work all the time, and slow
        QVERIFY(estimateCompletion(devices, at(340))->half.high != silent->half.high);
    }

    void unheardOnesBeginWhenTheyPoll()
    {
        QList<CompletionDevice> devices = finished(40, 10);
        for (int i = 0; i < 10; ++i)
            devices << unheard(at(5'000));
        const auto expected = estimateCompletion(devices, at(1'000));
        QCOMPARE(expected->unheard, 10);
        QCOMPARE(expected->stragglers, 0);
        QVERIFY(expected->most.low > at(5'000));
        QVERIFY(expected->most.high > expected->most.low);
        for (qsizetype i = 40; i < devices.size(); ++i)
            devices[i].nextPoll = i % 2 ? QDateTime() : at(900); // overdue
        const auto unknown = estimateCompletion(devices, at(1'000));
        QVERIFY(unknown->most.low > at(1'000) && unknown->most.low < at(1'500));
        QVERIFY(!unknown->most.high.isValid());
    }

    // Nine of ten, says the header; a little more where it is not known how long the last ones
    // take.
    void theBandHoldsWhatItPromises_data()
    {
        QTest::addColumn<double>("now");
        QTest::addColumn<double>("share");
        QTest::newRow("50 %") << 2'000.0 << 0.50;
        QTest::newRow("95 %") << 3'500.0 << 0.95;
    }

    void theBandHoldsWhatItPromises()
    {
        QFETCH(double, now);
        QFETCH(double, share);
        Tally tally;
        for (quint32 seed = 1; seed <= 100; ++seed) {
            const Simulation simulation(seed, now);
            const auto estimate = estimateCompletion(simulation.devices, at(now));
            QVERIFY(estimate);
            QCOMPARE(estimate->finished, simulation.done);
            const CompletionBand &band = share < 0.9 ? estimate->half : estimate->most;
            QCOMPARE(band.share, share);
            if (!band.reached)
                tally.add(band, at(simulation.timeOf(share)));
        }
        const QString found = u"%1 of %2"_s.arg(tally.covered).arg(tally.told);
        QVERIFY2(tally.told > 80, qPrintable(found));
        QVERIFY2(tally.covered > 0.85 * tally.told && tally.covered < 0.98 * tally.told,
            qPrintable(found));
    }

    // Without the running ones the quick ones stand for all: too early, nearly always.
    void leavingOutTheRunningOnesWouldBeWrong()
    {
        int tooEarly = 0;
        constexpr int runs = 25;
        for (quint32 seed = 1; seed <= runs; ++seed) {
            KnownDurations durations(seed, 600'000, 0.6);
            QList<CompletionDevice> all;
            QList<CompletionDevice> quick;
            for (int i = 0; i < 100; ++i) {
                const double contact = 900 * durations.uniform();
                const double end = contact + durations.next() / 1'000;
                all << (end < 900 ? device(contact, end) : device(contact));
                if (end < 900)
                    quick << all.last();
            }
            // The same newcomers, foretold from either.
            const int newcomers = 50;
            for (int i = 0; i < newcomers; ++i) {
                all << unheard(at(900));
                quick << unheard(at(900));
            }
            const auto honest = estimateCompletion(all, at(900));
            const auto naive = estimateCompletion(quick, at(900));
            QVERIFY(honest && naive);
            // In truth half of the newcomers are done after 600 s; naive says well before.
            tooEarly += naive->half.high.isValid() && naive->half.high < at(1'500) ? 1 : 0;
            QVERIFY(!honest->half.high.isValid() || honest->half.high > naive->half.low);
        }
        QVERIFY2(tooEarly > 0.9 * runs, qPrintable(QString::number(tooEarly)));
    }

    void theFleetWhileItRan()
    {
        QList<CompletionDevice> devices;
        const QList<FleetDevice> fleet = recordedFleet();
        for (const FleetDevice &each : fleet)
            devices << CompletionDevice{ each.timeline, each.kind.startsWith("stuck"_L1), {} };
        const auto estimate = estimateCompletion(devices, endOfRecording(fleet));
        QCOMPARE(estimate->finished, 145);
        QCOMPARE(estimate->dropped, 25); // 17 + 7 failed, 1 canceled
        QCOMPARE(estimate->running, 30);
        QCOMPARE(estimate->unheard, 12);
        QCOMPARE(estimate->stragglers, 15);
        QVERIFY(estimate->half.reached);
        QVERIFY(!estimate->most.high.isValid()); // 30 of 175 are more than 5 %
    }
};

FALCONER_TEST(tst_completion)
#include "tst_completion.moc"
