// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/fleetlanes.h"
#include "tests/support/testregistry.h"
#include "ui/compare/attentiontext.h"
#include "ui/compare/completiontext.h"
#include "ui/compare/failuretext.h"
#include "ui/compare/momenttext.h"

#include <QTest>

using namespace falconer;
using namespace Qt::StringLiterals;

namespace {

// A Tuesday noon in the local zone.
QDateTime noon()
{
    return QDateTime(QDate(2026, 11, 24), QTime(12, 0)).toUTC();
}

QDateTime in(int minutes, int seconds = 0)
{
    return noon().addSecs(minutes * 60 + seconds);
}

CompletionBand band(double share, const QDateTime &low, const QDateTime &high)
{
    return { .share = share, .low = low, .high = high };
}

CompletionBand reached(double share, const QDateTime &at)
{
    return { .share = share, .reached = true, .low = at, .high = at };
}

QString sentence(const CompletionBand &half, const CompletionBand &most)
{
    const CompletionEstimate estimate{ .finished = 8, .running = 12, .half = half, .most = most };
    return completionWords(estimate, { 8, 12, 0 }, noon()).sentence;
}

AttentionItem item(ActionState state, const StepKey &running, qint64 silence)
{
    AttentionItem made;
    made.attention.state = state;
    made.attention.running = running;
    made.attention.silence = silence;
    made.attention.silenceLimit = 120'000;
    made.attention.since = noon().addMSecs(-silence);
    return made;
}

QString situation(const AttentionItem &made)
{
    return attentionSituation(made, noon());
}

} // namespace

class tst_comparetexts : public Test {
    Q_OBJECT

private slots:
    void momentsAreBrief()
    {
        QCOMPARE(momentText(in(130), noon()), u"14:10"_s);
        QCOMPARE(momentText(in(130, 5), noon(), true), u"14:10:05"_s);
        QCOMPARE(momentText(in(2 * 24 * 60), noon()), u"Thu 12:00"_s);
        QCOMPARE(momentText(in(9 * 24 * 60), noon()), u"3 Dec 12:00"_s);
        QCOMPARE(momentText({}, noon()), QString());
        QCOMPARE(aboutText(40'400), u"40 s"_s);
        QCOMPARE(aboutText(240'000), u"4 min"_s);
        QCOMPARE(aboutText(65'000), u"1 min 5 s"_s);
        QCOMPARE(aboutText(72 * 60'000), u"1 h 12 min"_s);
        QCOMPARE(aboutText(-5), u"0 s"_s);
    }

    void anEstimateIsABand()
    {
        QCOMPARE(sentence(band(0.5, in(122, 30), in(129, 30)), band(0.95, in(295), in(339, 1))),
            u"Half between 14:02 and 14:10; 95 % between 16:55 and 17:40"_s);
        QCOMPARE(sentence(reached(0.5, in(-10)), band(0.95, in(-1), in(60))),
            u"Half done since 11:50; 95 % between now and 13:00"_s);
        QCOMPARE(sentence(band(0.5, in(60), {}), band(0.95, in(180), {})),
            u"Half not before 13:00, 95 % not before 15:00; no latest time can be told yet"_s);
        QCOMPARE(sentence(reached(0.5, in(-10)), band(0.95, in(60), {})),
            u"Half done since 11:50; 95 % not before 13:00, no latest time can be told yet"_s);
        QCOMPARE(sentence(band(0.5, in(0), {}), band(0.95, in(60), {})),
            u"95 % not before 13:00; no latest time can be told yet"_s);
        QCOMPARE(sentence(band(0.5, in(0), {}), band(0.95, in(0), {})),
            u"No latest time can be told yet"_s);
        QCOMPARE(sentence(band(0.5, {}, {}), band(0.95, {}, {})),
            u"Half: no time can be told yet; 95 %: no time can be told yet"_s);
    }

    void aBandNeverFallsTogether()
    {
        QCOMPARE(sentence(band(0.5, in(3), in(3)), band(0.95, in(3, 1), in(3, 2))),
            u"Half between 12:03:00 and 12:03:10; 95 % between 12:03:00 and 12:03:10"_s);
        QCOMPARE(sentence(band(0.5, in(90), in(90)), band(0.95, in(90), in(90))),
            u"Half between 13:30 and 13:31; 95 % between 13:30 and 13:31"_s);
    }

    void whoDoesNotCountIsSaid()
    {
        CompletionEstimate estimate{ .finished = 20,
            .running = 20,
            .dropped = 1,
            .stragglers = 12,
            .unheard = 1,
            .half = reached(0.5, in(-5)),
            .most = band(0.95, in(60), in(90)) };
        QCOMPARE(completionWords(estimate, { 20, 20, 1 }, noon()).details,
            u"20 of 40 finished; 12 straggler(s); 1 not heard of yet; 1 without success left out"_s);
        estimate.dropped = 2;
        estimate.stragglers = 1;
        estimate.unheard = 0;
        QCOMPARE(completionWords(estimate, { 20, 20, 2 }, noon()).details,
            u"20 of 40 finished; 1 straggler(s); 2 without success left out"_s);
    }

    void withoutEnoughFinishedThereIsNoEstimate()
    {
        CompletionWords words = completionWords({}, { 3, 9, 0 }, noon());
        QCOMPARE(words.sentence, u"No estimate yet: 2 more device(s) must finish first"_s);
        QCOMPARE(words.details, u"3 of 12 finished"_s);
        words = completionWords({}, { 4, 9, 1 }, noon());
        QCOMPARE(words.sentence, u"No estimate yet: 1 more device(s) must finish first"_s);
        words = completionWords({}, { 3, 0, 1 }, noon());
        QCOMPARE(words.sentence, u"Nothing runs any more: 3 device(s) finished"_s);
        QCOMPARE(words.details, u"1 ended without success"_s);
    }

    // The counts are those that the estimate itself makes.
    void countsAreTheEstimates()
    {
        QList<CompletionDevice> devices;
        for (const TimelineLane &lane : fleetLanes(100))
            devices << CompletionDevice{ .timeline = lane.timeline };
        const CompletionCounts counts = completionCounts(devices);
        const auto estimate = estimateCompletion(devices, fleetStart().addSecs(100));
        QVERIFY(estimate);
        QCOMPARE(counts.finished, estimate->finished);
        QCOMPARE(counts.running, estimate->running);
        QCOMPARE(counts.others, estimate->dropped);
    }

    void silenceIsToldWithWhatIsUsual()
    {
        const StepKey copying = StepKey::of(u"Copying image to rootfs.1"_s);
        AttentionItem made = item(ActionState::Silent, copying, 240'000);
        QCOMPARE(situation(made),
            u"silent for 4 min in Copying image to rootfs.1; up to 2 min is usual"_s);
        made.usual = 60'000;
        QCOMPARE(
            situation(made), u"silent for 4 min in Copying image to rootfs.1; usual is 1 min"_s);
        QCOMPARE(
            situation(item(ActionState::Silent, StepKey::of(PhaseKind::WaitingForDevice), 240'000)),
            u"polls, but has not begun for 4 min"_s);
        QCOMPARE(situation(item(ActionState::Silent, StepKey::of(PhaseKind::Download), 240'000)),
            u"silent for 4 min in Download; up to 2 min is usual"_s);
    }

    void everyStateIsToldInWords()
    {
        const StepKey waiting = StepKey::of(PhaseKind::WaitingForDevice);
        AttentionItem made = item(ActionState::NotPolled, waiting, 720'000);
        made.attention.missedPolls = 2;
        QCOMPARE(situation(made), u"missed 2 poll(s), last heard of 12 min ago"_s);
        made = item(ActionState::WaitingForWindow, waiting, 1'000);
        made.attention.due = in(200);
        QCOMPARE(situation(made), u"window opens in 3 h 20 min, at 15:20"_s);
        made = item(ActionState::WaitingForDevice, waiting, 1'000);
        made.attention.due = in(2);
        QCOMPARE(situation(made), u"next poll in 2 min, at 12:02"_s);
        made.attention.due = in(-2);
        QCOMPARE(situation(made), u"its poll was due 2 min ago"_s);
        made.attention.due = {};
        QCOMPARE(situation(made), u"begins when it polls next; nobody knows when"_s);
        QCOMPARE(situation(item(ActionState::CancelNotConfirmed, waiting, 300'000)),
            u"cancel asked for 5 min ago"_s);
        QCOMPARE(situation(item(ActionState::WaitingForConfirmation, waiting, 300'000)),
            u"asked for 5 min ago"_s);
        QCOMPARE(situation(item(ActionState::QuotaReached, waiting, 300'000)),
            u"last progress 5 min ago"_s);
        made = item(ActionState::Installing, StepKey::of(u"Checking bundle"_s), 30'000);
        made.usual = 4'000;
        QCOMPARE(situation(made), u"Checking bundle, for 30 s in all; usual is 4 s"_s);
        for (int state = int(ActionState::Scheduled); state <= int(ActionState::Silent); ++state) {
            QVERIFY(!attentionTitle(ActionState(state)).isEmpty());
            QVERIFY(!attentionReason({ .state = ActionState(state) }).isEmpty());
        }
    }

    void failuresAreToldInWords()
    {
        FailureCluster cluster{ .code = 4,
            .count = 7,
            .firstSeen = in(-30),
            .lastSeen = in(-1),
            .devices = { u"a"_s, u"b"_s },
            .example = u"Installation error: Failed updating slot rootfs.1: Slot (12582912 bytes) "
                       "is too small for image (20971520 bytes).\nmore"_s };
        QCOMPARE(failureTitle(cluster), u"Slot (12 MiB) is too small for image (20 MiB)."_s);
        QCOMPARE(failureDetail(cluster, noon()), u"2 device(s), code 4; first 11:30, last 11:59"_s);
        cluster.hadBefore = true;
        cluster.devices = { u"a"_s };
        cluster.firstSeen = cluster.lastSeen;
        QCOMPARE(failureDetail(cluster, noon()),
            u"1 device(s), code 4; at 11:59; also before, with the former set"_s);
        cluster.example.clear();
        QCOMPARE(failureTitle(cluster), u"Failed with code 4, without a message"_s);
        cluster.code.reset();
        QCOMPARE(failureTitle(cluster), u"Failed, the device gave no reason"_s);
    }

    void failuresAreCopiedALineEach()
    {
        const FailureCluster cluster{
            .count = 2, .devices = { u"a"_s, u"b"_s }, .example = u"one\ttwo\nthree"_s
        };
        const QStringList lines = failuresAsText({ cluster }, true).split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[1].split(u'\t'),
            (QStringList{ u"2"_s, {}, {}, {}, u"no"_s, u"one two three"_s, u"a b"_s }));
        QCOMPARE(lines[0].count(u'\t'), lines[1].count(u'\t'));
    }
};

FALCONER_TEST(tst_comparetexts)
#include "tst_comparetexts.moc"
