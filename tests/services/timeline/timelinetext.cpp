// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/services/timeline/timelinetext.h"

#include <QTextStream>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *phaseNames[]{ "waiting for device", "waiting for confirmation", "retrieved",
    "download", "downloaded", "install", "installed" };
constexpr const char *stepOutcomes[]{ "running", "done", "failed", "no end" };
constexpr const char *markNames[]{ "assigned", "confirmation", "retrieved", "download",
    "downloaded", "note", "log", "warning", "failure", "cancel requested", "cancel retrieved",
    "cancel rejected", "end" };
constexpr const char *outcomeNames[]{ "running", "success", "downloaded", "error", "canceled",
    "unknown" };
constexpr const char *sourceNames[]{ "none", "LastError", "ERROR line", "Installation error",
    "remark", "end message", "code" };
constexpr const char *noteNames[]{ "nothing installed", "offline assignment", "download only",
    "canceled after installation", "cancel not confirmed", "force quit", "restarted",
    "quota reached", "holes", "times stepped back", "device clock differs", "duplicates",
    "end not seen", "superseded", "cancel rejected", "full entries", "patterns too slow" };
constexpr const char *waitingNames[]{ "nothing", "poll", "confirmation", "maintenance window" };

QString seconds(const Timeline &timeline, const QDateTime &time)
{
    if (!time.isValid())
        return u"-"_s;
    return QString::number(double(timeline.assignedAt.msecsTo(time)) / 1000, 'f', 3);
}

QString span(const Timeline &timeline, const QDateTime &start, const QDateTime &end)
{
    return u"  %1 %2  "_s.arg(seconds(timeline, start), 9).arg(seconds(timeline, end), 9);
}

QString oneLine(QString text)
{
    text.replace(u'\n', " | "_L1).replace(u'\t', u' ');
    return text.size() > 120 ? text.left(117) + "..."_L1 : text;
}

QString percent(const std::optional<double> &number)
{
    return number ? u" %1%"_s.arg(*number) : QString();
}

QString times(int count)
{
    return count > 1 ? u" x%1"_s.arg(count) : QString();
}

template <typename Enum, size_t N>
QString word(const char *const (&names)[N], Enum value, int width = 0)
{
    return QString::fromLatin1(names[size_t(value)]).leftJustified(width);
}

void writeHead(QTextStream &out, const Timeline &timeline)
{
    const Outcome &outcome = timeline.outcome;
    out << "outcome   " << word(outcomeNames, outcome.kind);
    if (outcome.at.isValid())
        out << " at " << seconds(timeline, outcome.at);
    if (outcome.code)
        out << ", code " << *outcome.code;
    if (outcome.causeSource != CauseSource::None)
        out << "\ncause     " << oneLine(outcome.cause) << " ("
            << word(sourceNames, outcome.causeSource) << ')';
    out << "\nfirst report " << seconds(timeline, timeline.firstReport) << ", work "
        << seconds(timeline, timeline.workStart) << ", last report "
        << seconds(timeline, timeline.lastReport) << '\n';
    const Waiting waiting = timeline.waitsFor(timeline.lastReport);
    if (waiting != Waiting::Nothing)
        out << "waits for " << word(waitingNames, waiting) << '\n';
    for (const Note &note : timeline.notes) {
        out << "note      " << word(noteNames, note.kind);
        if (note.value)
            out << ' ' << note.value;
        out << '\n';
    }
    if (timeline.attempts.size() == 1 && !timeline.attempts.first().percent)
        return;
    for (const Attempt &attempt : timeline.attempts)
        out << "attempt " << span(timeline, attempt.start, attempt.end) << percent(attempt.percent)
            << (attempt.installationCompleted ? " installation completed" : "") << '\n';
}

void writeSteps(QTextStream &out, const Timeline &timeline)
{
    for (const Step &step : timeline.steps) {
        out << span(timeline, step.start, step.end) << word(stepOutcomes, step.outcome, 8)
            << QString(2 * step.depth, u' ') << oneLine(step.name) << percent(step.percent)
            << (step.startReported ? "" : " (begin not reported)");
        if (!step.failure.isEmpty())
            out << ": " << oneLine(step.failure);
        if (timeline.attempts.size() > 1)
            out << " [attempt " << step.attempt + 1 << ']';
        out << times(step.repeats + 1) << '\n';
    }
}

} // namespace

QString timelineText(const Timeline &timeline)
{
    QString text;
    QTextStream out(&text);
    writeHead(out, timeline);
    out << "phases\n";
    for (const Phase &phase : timeline.phases)
        out << span(timeline, phase.start, phase.end) << word(phaseNames, phase.kind)
            << percent(phase.percent)
            << (phase.endReported || !phase.end.isValid() ? "" : " (no end)") << '\n';
    if (!timeline.steps.isEmpty())
        out << "steps\n";
    writeSteps(out, timeline);
    out << "marks\n";
    for (const Mark &mark : timeline.marks) {
        out << u"  %1  "_s.arg(seconds(timeline, mark.time), 9) << word(markNames, mark.kind, 18);
        if (mark.lines > 1)
            out << mark.lines << " lines, last: ";
        out << oneLine(mark.text) << percent(mark.percent) << times(mark.count) << '\n';
    }
    return text;
}

QString timelineSummary(const Timeline &timeline)
{
    QString text = word(outcomeNames, timeline.outcome.kind, 10)
        + seconds(timeline, timeline.outcome.at).rightJustified(9)
        + u" %1 steps, %2 attempts"_s.arg(timeline.steps.size(), 4).arg(timeline.attempts.size());
    for (const Note &note : timeline.notes)
        text += ", "_L1 + word(noteNames, note.kind)
            + (note.value ? u' ' + QString::number(note.value) : QString());
    if (timeline.outcome.causeSource != CauseSource::None)
        text += ", cause: "_L1 + oneLine(timeline.outcome.cause);
    return text;
}

} // namespace falconer
