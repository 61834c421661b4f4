// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/timelinerules.h"

#include "services/timeline/timelinebuilder.h"

#include <QSet>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostOneByOne = 40; // entries: quadratic work

bool goesBack(const QDateTime &start, const QDateTime &end)
{
    return start.isValid() && end.isValid() && end < start;
}

QString brokenPhases(const Timeline &timeline)
{
    for (qsizetype i = 0; i < timeline.phases.size(); ++i) {
        const Phase &phase = timeline.phases[i];
        const bool isLast = i + 1 == timeline.phases.size();
        if (goesBack(phase.start, phase.end))
            return u"a phase ends before it begins"_s;
        if (!isLast && (!phase.end.isValid() || goesBack(phase.end, timeline.phases[i + 1].start)))
            return u"two phases at once"_s;
        if (phase.attempt >= timeline.attempts.size())
            return u"a phase of no attempt"_s;
        if (phase.entries.isEmpty())
            return u"a phase without an entry"_s;
        if (!timeline.isRunning() && !phase.end.isValid())
            return u"a phase outlives its action"_s;
    }
    return {};
}

QString brokenSteps(const Timeline &timeline)
{
    for (qsizetype i = 0; i < timeline.steps.size(); ++i) {
        const Step &step = timeline.steps[i];
        if (goesBack(step.start, step.end))
            return u"a step ends before it begins"_s;
        if (step.end.isValid() != (step.outcome != StepOutcome::Running))
            return u"a step has an end and runs"_s;
        if (step.parent >= i || (step.parent < 0) != (step.depth == 0))
            return u"a step before its parent"_s;
        if (step.parent >= 0 && timeline.steps[step.parent].depth + 1 != step.depth)
            return u"a step hangs in the air"_s;
        if (step.parent >= 0 && goesBack(timeline.steps[step.parent].start, step.start))
            return u"a step begins before its parent"_s;
        if (step.percent.value_or(0) < 0 || step.percent.value_or(0) > 100)
            return u"a percentage without sense"_s;
        if (step.attempt >= timeline.attempts.size() || step.entries.isEmpty())
            return u"a step from nowhere"_s;
    }
    return timeline.isRunning() || timeline.currentStep() < 0 ? QString()
                                                              : u"a step outlives its action"_s;
}

QString brokenRest(const Timeline &timeline)
{
    for (const Attempt &attempt : timeline.attempts) {
        if (goesBack(attempt.start, attempt.end))
            return u"an attempt ends before it begins"_s;
    }
    for (const Mark &mark : timeline.marks) {
        if (goesBack(mark.time, mark.lastAt) || mark.count < 1 || mark.entries.isEmpty())
            return u"a broken mark"_s;
    }
    return {};
}

// Nothing that was sent is lost.
QString lostEntries(const Timeline &timeline, const QList<ActionStatus> &statuses)
{
    QSet<qint64> shown;
    const auto gather = [&shown](const auto &parts) {
        for (const auto &part : parts) {
            for (const qint64 entry : part.entries)
                shown << entry;
        }
    };
    gather(timeline.phases);
    gather(timeline.steps);
    gather(timeline.marks);
    for (const ActionStatus &status : statuses) {
        if (!shown.contains(status.id))
            return "entry "_L1 + QString::number(status.id) + " is lost"_L1;
    }
    return {};
}

QString dependsOnParts(const Action &action, const QList<ActionStatus> &statuses,
    const MessagePatterns &patterns, const Timeline &whole)
{
    const qsizetype half = statuses.size() / 2;
    TimelineBuilder halves(action, patterns);
    halves.add(statuses.first(half));
    halves.add(statuses.sliced(half));
    if (halves.timeline() != whole)
        return u"two halves are not the whole"_s;
    if (statuses.size() > mostOneByOne)
        return {};
    TimelineBuilder single(action, patterns);
    for (const ActionStatus &status : statuses)
        single.add({ status });
    return single.timeline() == whole ? QString() : u"one by one is not the whole"_s;
}

QString brokenRule(
    const Action &action, const QList<ActionStatus> &statuses, const MessagePatterns &patterns)
{
    const Timeline whole = buildTimeline(action, statuses, patterns);
    for (const QString &broken : { brokenPhases(whole), brokenSteps(whole), brokenRest(whole),
             lostEntries(whole, statuses), dependsOnParts(action, statuses, patterns, whole) }) {
        if (!broken.isEmpty())
            return broken;
    }
    return {};
}

MessagePatterns ownPatterns()
{
    return MessagePatterns({ { PatternRole::Begin, u"^> *(.+)"_s, u"\\1"_s },
        { PatternRole::End, u"^< *(.+)"_s, u"\\1"_s },
        { PatternRole::Failed, u"^! *(.+)"_s, u"\\1"_s },
        { PatternRole::Progress, u"^~ *(\\d+) *(.*)"_s, u"\\2"_s, 1 },
        { PatternRole::Mark, u"^#.*"_s } });
}

} // namespace

QString brokenRule(const QList<ActionStatus> &statuses)
{
    static const MessagePatterns own = ownPatterns();
    for (const QString &forceType : { u"forced"_s, u"downloadonly"_s }) {
        const Action action{ .active = true, .status = u"running"_s, .forceType = forceType };
        for (const MessagePatterns &patterns : { MessagePatterns(), own }) {
            if (QString broken = brokenRule(action, statuses, patterns); !broken.isEmpty())
                return broken;
        }
    }
    return {};
}

} // namespace falconer
