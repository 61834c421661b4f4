// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/timelinerows.h"

#include "services/timeline/messageparser.h"
#include "ui/export/timelinewords.h"

#include <QHash>

#include <algorithm>

namespace falconer {

namespace {

class RowMaker {
public:
    explicit RowMaker(const TimelineLane &lane)
        : m_lane(lane)
        , m_timeline(lane.timeline)
    {
        for (const ActionStatus &status : lane.statuses)
            m_statuses.insert(status.id, &status);
    }

    QList<TimelineRow> rows() const
    {
        QList<TimelineRow> rows;
        for (int i = 0; i < m_timeline.phases.size(); ++i)
            rows << phaseRow(i);
        for (int i = 0; i < m_timeline.steps.size(); ++i)
            rows << stepRow(i);
        for (int i = 0; i < m_timeline.marks.size(); ++i)
            rows << markRow(i);
        std::ranges::stable_sort(rows, {}, &TimelineRow::start);
        return rows;
    }

    TimelineRow actionRow() const
    {
        TimelineRow row;
        if (!m_lane.action)
            return row;
        const Outcome &outcome = m_timeline.outcome;
        row.name = m_lane.action->status;
        row.start = m_timeline.assignedAt;
        row.end = outcome.at;
        row.outcome = exportWord(outcome.kind);
        if (!outcome.cause.isEmpty())
            row.messages << outcome.cause;
        return row;
    }

private:
    TimelineRow phaseRow(int index) const
    {
        const Phase &phase = m_timeline.phases[index];
        return { .kind = TimelineRow::Kind::Phase,
            .index = index,
            .name = exportWord(phase.kind),
            .attempt = phase.attempt + 1,
            .start = phase.start,
            .end = phase.end,
            .outcome = exportWord(phaseOutcome(index)),
            .percent = phase.percent };
    }

    StepOutcome phaseOutcome(int index) const
    {
        const Phase &phase = m_timeline.phases[index];
        const bool isLast = index == m_timeline.phases.size() - 1;
        if (isLast && m_timeline.outcome.kind == OutcomeKind::Error)
            return StepOutcome::Failed;
        if (phase.end.isValid() && phase.endReported)
            return StepOutcome::Done;
        return phase.end.isValid() || !m_timeline.isRunning() ? StepOutcome::NoEndReported
                                                              : StepOutcome::Running;
    }

    TimelineRow stepRow(int index) const
    {
        const Step &step = m_timeline.steps[index];
        return { .kind = TimelineRow::Kind::Step,
            .index = index,
            .name = step.name,
            .parent = step.parent >= 0 ? m_timeline.steps[step.parent].name : QString(),
            .depth = step.depth,
            .attempt = step.attempt + 1,
            .start = step.start,
            .end = step.end,
            .outcome = exportWord(step.outcome),
            .percent = step.percent,
            .messages = messages(step.entries) };
    }

    TimelineRow markRow(int index) const
    {
        const Mark &mark = m_timeline.marks[index];
        return { .kind = TimelineRow::Kind::Mark,
            .index = index,
            .name = exportWord(mark.kind),
            .start = mark.time,
            .percent = mark.percent,
            .messages = messages(mark.entries) };
    }

    QStringList messages(const QList<qint64> &entries) const
    {
        QStringList texts;
        for (const qint64 entry : entries) {
            const ActionStatus *const status = m_statuses.value(entry);
            if (!status)
                continue;
            const QStringList whole = joinPieces(status->messages);
            for (const QString &message : whole)
                texts << readableMessage(message).trimmed();
        }
        return texts;
    }

    const TimelineLane &m_lane;
    const Timeline &m_timeline;
    QHash<qint64, const ActionStatus *> m_statuses;
};

} // namespace

QList<TimelineRow> timelineRows(const TimelineLane &lane)
{
    const RowMaker maker(lane);
    QList<TimelineRow> rows{ maker.actionRow() };
    if (lane.action)
        rows << maker.rows();
    return rows;
}

} // namespace falconer
