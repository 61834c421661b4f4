// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/baseline.h"
#include "tests/services/analysis/madetimeline.h"
#include "tests/support/testregistry.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// Minutes of the download, and of "Copying" in the installation.
Timeline older(double download, double copying)
{
    const double start = 60 * download;
    const double end = start + 60 * copying;
    return endedTimeline(OutcomeKind::Success, end,
        { { PhaseKind::Download, 0, start }, { PhaseKind::Install, start, end } },
        { { u"Installing"_s, start, end }, { u"Copying"_s, start, end, 0 } });
}

QList<Timeline> threeOlder()
{
    return { older(4, 2), older(3, 1), older(5, 9) };
}

Timeline downloading()
{
    return runningTimeline({ { PhaseKind::Download, 0 } });
}

} // namespace

class tst_baseline : public Test {
    Q_OBJECT

private slots:
    void usuallyFourMinutesNowEleven()
    {
        const Baseline expected{ StepKey::of(PhaseKind::Download), 3, 240'000, 180'000, 300'000,
            660'000 };
        QCOMPARE(baselines(downloading(), threeOlder(), at(660)), QList<Baseline>{ expected });
    }

    void nothingBelowThreeSamples()
    {
        QCOMPARE(baselines(downloading(), threeOlder().mid(1), at(660)), QList<Baseline>());
        // A third one that did not complete it is none.
        const Timeline failed
            = endedTimeline(OutcomeKind::Error, 70, { { PhaseKind::Download, 0, 70 } });
        QCOMPARE(baselines(downloading(), threeOlder().mid(1) + QList<Timeline>{ failed }, at(660)),
            QList<Baseline>());
    }

    void nothingWhenItEnded()
    {
        QCOMPARE(baselines(older(4, 2), threeOlder(), at(660)), QList<Baseline>());
        QCOMPARE(baselines({}, threeOlder(), at(660)), QList<Baseline>());
    }

    void fromThePhaseToTheInnermostStep()
    {
        const Timeline present = runningTimeline(
            { { PhaseKind::Download, 0, 10 }, { PhaseKind::Install, 10 } },
            { { u"Installing"_s, 10 }, { u"Checking"_s, 10, 20, 0 }, { u"Copying"_s, 20, -1, 0 } });
        const QList<Baseline> known = baselines(present, threeOlder(), at(80));
        QCOMPARE(known.size(), 3);
        QCOMPARE(known[0].key, StepKey::of(PhaseKind::Install));
        QCOMPARE(known[0].present, 70'000);
        QCOMPARE(known[1].key, StepKey::of(u"Installing"_s));
        QCOMPARE(known[2].key, StepKey::of(u"Copying"_s));
        QCOMPARE(known[2].present, 60'000);
        QCOMPARE(known[2].usual, 120'000);
    }

    void aStepThatNobodyKnowsIsLeftOut()
    {
        const Timeline present
            = runningTimeline({ { PhaseKind::Install, 10 } }, { { u"Rewiring"_s, 10 } });
        const QList<Baseline> known = baselines(present, threeOlder(), at(80));
        QCOMPARE(known.size(), 1);
        QCOMPARE(known[0].key, StepKey::of(PhaseKind::Install));
    }

    // Older runs of one attempt were added; those of another attempt were not.
    void earlierRunsOfThisAttemptAreAdded()
    {
        const Timeline present = runningTimeline(
            { { PhaseKind::Install, 0, 50, 0 }, { PhaseKind::Install, 100, -1, 1 } },
            { { u"Copying"_s, 0, 50, -1, 0 }, { u"Copying"_s, 100, 110, -1, 1 },
                { u"Copying"_s, 120, -1, -1, 1 } });
        const QList<Baseline> known = baselines(present, threeOlder(), at(150));
        QCOMPARE(known.last().present, 40'000);
        QCOMPARE(known.first().present, 50'000);
    }

    void aClockBehindTheServerTellsNoNegativeTime()
    {
        QCOMPARE(baselines(downloading(), threeOlder(), at(-5)).constFirst().present, 0);
    }
};

FALCONER_TEST(tst_baseline)
#include "tst_baseline.moc"
