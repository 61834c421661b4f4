// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/bartexts.h"

#include "models/statuslist.h"
#include "ui/timeline/timetexts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::BarTexts)
};

constexpr qsizetype mostMessages = 12;

// "Copying image to rootfs.1" -> "rootfs.1": what tells it from its neighbours.
QString shortName(const QString &name)
{
    static const QLatin1StringView starts[]{ "Copying image to "_L1, "Checking slot "_L1 };
    for (const QLatin1StringView start : starts) {
        if (name.startsWith(start))
            return name.mid(start.size());
    }
    return {};
}

QString outcomeWord(const Bar &bar, StepOutcome outcome)
{
    if (bar.end == BarEnd::Silent)
        return Words::tr("no end reported, the device is silent");
    switch (outcome) {
    case StepOutcome::Running:
        return Words::tr("running");
    case StepOutcome::Done:
        return Words::tr("done");
    case StepOutcome::Failed:
        return Words::tr("failed");
    case StepOutcome::NoEndReported:
        return Words::tr("no end reported");
    }
    Q_UNREACHABLE();
}

QString clockText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), u"d MMM HH:mm:ss"_s);
}

QString row(const QString &text)
{
    return u"<br>"_s + text.toHtmlEscaped();
}

QString entryRows(const QList<ActionStatus> &statuses, const QList<qint64> &ids)
{
    QString rows;
    qsizetype shown = 0, all = 0;
    for (const qint64 id : ids) {
        const auto status = std::ranges::find(statuses, id, &ActionStatus::id);
        if (status == statuses.end())
            continue;
        const QString time = status->reportedAt.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
        const QString code
            = status->code ? u' ' + Words::tr("code %1").arg(*status->code) : QString();
        for (const QString &message : status->messages) {
            if (++all <= mostMessages && ++shown > 0)
                rows += row(u"%1 %2%3: %4"_s.arg(
                    time, statusTypeText(*status), code, message.trimmed().left(160)));
        }
    }
    if (all > shown)
        rows += row(Words::tr("and %n more message(s)", nullptr, int(all - shown)));
    return rows;
}

// What others took for it.
QString usualText(const StepStatistics &usual, bool isSlow)
{
    QString text = Words::tr("usually %1 (median of %n device(s))", nullptr, usual.devices)
                       .arg(spanText(usual.median));
    if (usual.p95)
        text += u", "_s + Words::tr("95 % within %1").arg(spanText(*usual.p95));
    return isSlow ? Words::tr("slow: %1").arg(text) : text;
}

QString head(const QString &title)
{
    return u"<p style='white-space:pre-wrap'><b>"_s + title.toHtmlEscaped() + u"</b>"_s;
}

} // namespace

QString phaseName(PhaseKind kind)
{
    switch (kind) {
    case PhaseKind::WaitingForDevice:
        return Words::tr("waiting for the device");
    case PhaseKind::WaitingForConfirmation:
        return Words::tr("waiting for confirmation");
    case PhaseKind::Retrieved:
        return Words::tr("deployment read");
    case PhaseKind::Download:
        return Words::tr("download");
    case PhaseKind::Downloaded:
        return Words::tr("downloaded, not installing yet");
    case PhaseKind::Install:
        return Words::tr("installation");
    case PhaseKind::Installed:
        return Words::tr("installed, closing report awaited");
    }
    Q_UNREACHABLE();
}

QStringList barTexts(const Timeline &timeline, const PlacedBar &placed)
{
    const QString span = spanText(placed.bar.endMs - placed.bar.startMs);
    if (placed.count > 1)
        return { Words::tr("%n step(s)", nullptr, placed.count) };
    const QString name = placed.bar.step >= 0 ? timeline.steps[placed.bar.step].name
                                              : phaseName(timeline.phases[placed.bar.phase].kind);
    const QString brief = shortName(name);
    QStringList texts{ name + u"  "_s + span };
    if (!brief.isEmpty())
        texts << brief + u"  "_s + span << brief;
    else
        texts << name;
    return texts;
}

QString barToolTip(const TimelineLane &lane, const Bar &bar, const LaneInsight &insight)
{
    const Timeline &timeline = lane.timeline;
    const bool isStep = bar.step >= 0;
    const Step step = isStep ? timeline.steps[bar.step] : Step{};
    const Phase phase = isStep ? Phase{} : timeline.phases[bar.phase];
    const QDateTime start = isStep ? step.start : phase.start;
    const QDateTime end = isStep ? step.end : phase.end;
    QString text = head(isStep ? step.name : phaseName(phase.kind));
    QString line = spanText(bar.endMs - bar.startMs);
    line += u", "_s
        + outcomeWord(bar,
            isStep               ? step.outcome
                : !end.isValid() ? StepOutcome::Running
                                 : StepOutcome::Done);
    const auto percent = isStep ? step.percent : phase.percent;
    if (percent)
        line += u", "_s + Words::tr("%1 % reported").arg(std::lround(*percent));
    text += row(line);
    const StepKey key = keyOf(timeline, bar);
    if (const StepStatistics *const usual = insight.usual(key))
        text += row(usualText(*usual, insight.isSlow(key, bar.endMs - bar.startMs)));
    text += row(end.isValid() ? Words::tr("%1 to %2").arg(clockText(start), clockText(end))
                              : Words::tr("since %1").arg(clockText(start)));
    if (isStep && !step.failure.isEmpty())
        text += row(step.failure);
    if (timeline.attempts.size() > 1)
        text += row(Words::tr("attempt %1 of %2")
                        .arg((isStep ? step.attempt : phase.attempt) + 1)
                        .arg(timeline.attempts.size()));
    return text + entryRows(lane.statuses, isStep ? step.entries : phase.entries) + u"</p>"_s;
}

QString marksToolTip(const QList<Mark> &marks, const QList<ActionStatus> &statuses)
{
    QList<qint64> ids;
    for (const Mark &mark : marks)
        ids += mark.entries;
    return head(Words::tr("%n report(s)", nullptr, int(ids.size()))) + entryRows(statuses, ids)
        + u"</p>"_s;
}

} // namespace falconer
