// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/completiontext.h"

#include "services/analysis/stepdurations.h"
#include "services/time/utc.h"
#include "ui/compare/momenttext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::CompletionText)
};

constexpr qint64 minute = 60; // s
constexpr qint64 soon = 10 * minute;
constexpr qint64 fineStep = 10; // s, where minutes are too coarse

// Outwards, so that what is told is true; two ends never fall together.
struct Ends {
    QDateTime low;
    QDateTime high; // invalid: none
    bool isFine = false;
};

Ends roundedEnds(const CompletionBand &band, const QDateTime &now)
{
    const QDateTime &end = band.high.isValid() ? band.high : band.low;
    Ends ends{ .isFine = now.secsTo(end) < soon };
    const qint64 step = ends.isFine ? fineStep : minute;
    const qint64 low = band.low.toSecsSinceEpoch() / step * step;
    ends.low = QDateTime::fromSecsSinceEpoch(low, inUtc);
    if (band.high.isValid()) {
        const qint64 high = (band.high.toSecsSinceEpoch() + step - 1) / step * step;
        ends.high = QDateTime::fromSecsSinceEpoch(std::max(high, low + step), inUtc);
    }
    return ends;
}

QString shareText(const CompletionBand &band)
{
    return band.share > 0.5 ? Words::tr("95 %") : Words::tr("half");
}

QString bandText(const CompletionBand &band, const QDateTime &now)
{
    const QString share = shareText(band);
    if (band.reached)
        return Words::tr("%1 done since %2").arg(share, momentText(band.low, now));
    if (!band.low.isValid())
        return Words::tr("%1: no time can be told yet").arg(share);
    const Ends ends = roundedEnds(band, now);
    const bool isNow = ends.low <= now;
    const QString low = momentText(ends.low, now, ends.isFine);
    if (!ends.high.isValid())
        return isNow
            ? Words::tr("%1: no latest time can be told yet").arg(share)
            : Words::tr("%1 not before %2, no latest time can be told yet").arg(share, low);
    const QString high = momentText(ends.high, now, ends.isFine);
    return isNow ? Words::tr("%1 between now and %2").arg(share, high)
                 : Words::tr("%1 between %2 and %3").arg(share, low, high);
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

// There is a first time, and no last one.
bool isOpen(const CompletionBand &band)
{
    return !band.reached && band.low.isValid() && !band.high.isValid();
}

QString openSentence(const CompletionEstimate &estimate, const QDateTime &now)
{
    const Ends half = roundedEnds(estimate.half, now);
    const Ends most = roundedEnds(estimate.most, now);
    const QString mostAt = momentText(most.low, now, most.isFine);
    if (most.low <= now)
        return Words::tr("No latest time can be told yet");
    if (half.low <= now)
        return Words::tr("95 % not before %1; no latest time can be told yet").arg(mostAt);
    return Words::tr("Half not before %1, 95 % not before %2; no latest time can be told yet")
        .arg(momentText(half.low, now, half.isFine), mostAt);
}

QString sentenceOf(const CompletionEstimate &estimate, const QDateTime &now)
{
    if (isOpen(estimate.half) && isOpen(estimate.most))
        return openSentence(estimate, now);
    const QString half = bandText(estimate.half, now);
    const QString most = bandText(estimate.most, now);
    return capitalised(Words::tr("%1; %2").arg(half, most));
}

QString droppedText(int dropped)
{
    return Words::tr("%n without success left out", nullptr, dropped);
}

QString detailsOf(const CompletionEstimate &estimate)
{
    QStringList parts{ Words::tr("%n of %1 finished", nullptr, estimate.finished)
                           .arg(estimate.finished + estimate.running) };
    if (estimate.stragglers > 0)
        parts << Words::tr("%n straggler(s)", nullptr, estimate.stragglers);
    if (estimate.unheard > 0)
        parts << Words::tr("%n not heard of yet", nullptr, estimate.unheard);
    if (estimate.dropped > 0)
        parts << droppedText(estimate.dropped);
    return parts.join(u"; "_s);
}

CompletionWords wordsOfEnded(const CompletionCounts &counts)
{
    CompletionWords words;
    words.sentence
        = Words::tr("Nothing runs any more: %n device(s) finished", nullptr, counts.finished);
    if (counts.others > 0)
        words.details = Words::tr("%n ended without success", nullptr, counts.others);
    return words;
}

CompletionWords wordsWithoutEstimate(const CompletionCounts &counts)
{
    CompletionWords words;
    const int missing = std::max(0, leastForEstimate - counts.finished);
    words.sentence
        = Words::tr("No estimate yet: %n more device(s) must finish first", nullptr, missing);
    words.details = Words::tr("%n of %1 finished", nullptr, counts.finished)
                        .arg(counts.finished + counts.running);
    if (counts.others > 0)
        words.details += u"; "_s + droppedText(counts.others);
    return words;
}

} // namespace

CompletionCounts completionCounts(const QList<CompletionDevice> &devices)
{
    CompletionCounts counts;
    for (const CompletionDevice &device : devices) {
        const Timeline &timeline = device.timeline;
        if (timeline.isRunning())
            ++counts.running;
        else if (endedByWork(timeline) && timeline.firstReport.isValid()
            && timeline.outcome.at.isValid())
            ++counts.finished;
        else
            ++counts.others;
    }
    return counts;
}

CompletionWords completionWords(const std::optional<CompletionEstimate> &estimate,
    const CompletionCounts &counts, const QDateTime &now)
{
    if (counts.running == 0)
        return wordsOfEnded(counts);
    if (!estimate)
        return wordsWithoutEstimate(counts);
    return { sentenceOf(*estimate, now), detailsOf(*estimate) };
}

} // namespace falconer
