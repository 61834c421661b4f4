// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinegeometry.h"

#include <algorithm>

namespace falconer {

namespace {

constexpr qint64 longUnheardMs = 120'000;

qint64 msOf(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}

// A device mostly calls the whole of it "Installing": that is the lane, the steps are inside.
int outerDepth(const Timeline &timeline, int attempt)
{
    const bool hasWhole = std::ranges::any_of(timeline.steps, [&](const Step &step) {
        return step.isInstallation && step.parent < 0 && step.attempt == attempt;
    });
    const bool hasParts = std::ranges::any_of(timeline.steps,
        [attempt](const Step &step) { return step.depth > 0 && step.attempt == attempt; });
    return hasWhole && hasParts ? 1 : 0;
}

class BarMaker {
public:
    BarMaker(const Timeline &timeline, const QDateTime &now, bool silent)
        : m_timeline(timeline)
        , m_isSilent(silent)
        , m_runningEnd(m_isSilent ? msOf(timeline.lastReport) : msOf(now))
    {
    }

    QList<Bar> bars()
    {
        for (int i = 0; i < m_timeline.phases.size(); ++i)
            addPhase(i);
        int attempt = -1, outer = 0;
        for (int i = 0; i < m_timeline.steps.size(); ++i) {
            const Step &step = m_timeline.steps[i];
            if (step.attempt != attempt)
                outer = outerDepth(m_timeline, attempt = step.attempt);
            if (step.depth == outer)
                addStep(i, BarKind::Outer);
            else if (step.depth == outer + 1)
                addStep(i, BarKind::Inner);
        }
        return std::move(m_bars);
    }

private:
    void addPhase(int index)
    {
        const Phase &phase = m_timeline.phases[index];
        Bar bar{ .kind = BarKind::Quiet, .phase = index };
        switch (phase.kind) {
        case PhaseKind::WaitingForDevice:
        case PhaseKind::WaitingForConfirmation:
            return;
        case PhaseKind::Download:
            bar.kind = BarKind::Download;
            break;
        case PhaseKind::Install: // its steps tell it, from the first one on
            break;
        default:
            break;
        }
        finish(bar, phase.start, phase.end, phase.endReported);
        bar.failed = m_timeline.outcome.kind == OutcomeKind::Error && bar.kind == BarKind::Download
            && index == m_timeline.phases.size() - 1;
        m_bars << bar;
    }

    void addStep(int index, BarKind kind)
    {
        const Step &step = m_timeline.steps[index];
        Bar bar{ .kind = kind, .step = index };
        finish(bar, step.start, step.end, step.outcome != StepOutcome::NoEndReported);
        bar.failed = step.outcome == StepOutcome::Failed && !hasFailedPart(index);
        m_bars << bar;
    }

    // The innermost failure is the one to look at.
    bool hasFailedPart(int index) const
    {
        return std::ranges::any_of(m_timeline.steps, [index](const Step &step) {
            return step.parent == index && step.outcome == StepOutcome::Failed;
        });
    }

    void finish(Bar &bar, const QDateTime &start, const QDateTime &end, bool endReported) const
    {
        bar.startMs = msOf(start);
        if (end.isValid()) {
            bar.endMs = msOf(end);
            bar.end = endReported ? BarEnd::Closed : BarEnd::NotReported;
        } else {
            bar.endMs = m_timeline.isRunning() ? m_runningEnd : msOf(m_timeline.lastReport);
            bar.end = !m_timeline.isRunning() ? BarEnd::NotReported
                : m_isSilent                  ? BarEnd::Silent
                                              : BarEnd::Running;
        }
        bar.endMs = std::max(bar.endMs, bar.startMs);
    }

    const Timeline &m_timeline;
    bool m_isSilent = false;
    qint64 m_runningEnd = 0;
    QList<Bar> m_bars;
};

QRectF barRect(const Bar &bar, double left, double right, const LaneMetrics &metrics)
{
    switch (bar.kind) {
    case BarKind::Inner:
        return QRectF(left, metrics.innerTop, right - left, metrics.innerHeight);
    case BarKind::Quiet:
        return { left, metrics.middle() - 1, right - left, 2 };
    default:
        return QRectF(left, metrics.outerTop, right - left, metrics.outerHeight);
    }
}

// Where what was reported of a lane begins on its axis.
qint64 laneBegin(const Timeline &timeline, LaneAlignment alignment, qint64 zero)
{
    if (alignment == LaneAlignment::WallClock || alignment == LaneAlignment::Assignment)
        return msOf(timeline.assignedAt);
    return timeline.workStart.isValid() ? std::min(msOf(timeline.workStart), zero) : zero;
}

} // namespace

StepKey keyOf(const Timeline &timeline, const Bar &bar)
{
    return bar.step >= 0 ? StepKey::of(timeline.steps[bar.step].name)
                         : StepKey::of(timeline.phases[bar.phase].kind);
}

bool isSilent(const Timeline &timeline, const Attention &attention)
{
    if (!timeline.workStart.isValid())
        return false;
    return attention.state == ActionState::Silent || attention.state == ActionState::NotPolled
        || (attention.state == ActionState::CancelNotConfirmed && attention.needsPerson
            && attention.silence >= longUnheardMs);
}

bool endedUnheard(const Timeline &timeline)
{
    return !timeline.isRunning() && timeline.outcome.at.isValid() && timeline.lastReport.isValid()
        && msOf(timeline.outcome.at) - msOf(timeline.lastReport) >= longUnheardMs;
}

QList<Bar> barsOf(const Timeline &timeline, const QDateTime &now, bool silent)
{
    return BarMaker(timeline, now, silent).bars();
}

qint64 laneZero(const Timeline &timeline, LaneAlignment alignment, const QDateTime &now)
{
    if (alignment == LaneAlignment::WallClock)
        return 0;
    const QDateTime origin = laneOrigin(timeline, alignment);
    if (origin.isValid())
        return msOf(origin);
    return timeline.assignedAt.isValid() ? laneEnd(timeline, now) : 0;
}

qint64 laneEnd(const Timeline &timeline, const QDateTime &now)
{
    if (timeline.outcome.at.isValid())
        return msOf(timeline.outcome.at);
    if (timeline.isRunning())
        return std::max(msOf(now), msOf(timeline.assignedAt));
    return msOf(timeline.lastReport.isValid() ? timeline.lastReport : timeline.assignedAt);
}

TimeExtent extentOf(const LaneList &lanes, const LaneInsight &insight, LaneAlignment alignment,
    const QDateTime &now)
{
    TimeExtent extent;
    bool isFirst = true;
    for (int i = 0; i < lanes.count(); ++i) {
        const Timeline &timeline = lanes.lane(i).timeline;
        if (!lanes.lane(i).action || !timeline.assignedAt.isValid())
            continue;
        const qint64 zero = laneZero(timeline, alignment, now);
        const qint64 begin = laneBegin(timeline, alignment, zero);
        qint64 end = laneEnd(timeline, now);
        // Lanes that only wait, and the silence of others, must not press the rest together.
        if (isSilent(timeline, insight.attention(i)) || endedUnheard(timeline))
            end = std::max(msOf(timeline.lastReport), begin);
        else if (timeline.isRunning() && !timeline.workStart.isValid())
            end = begin + 1'000;
        const double first = double(begin - zero);
        const double last = double(end - zero);
        extent = isFirst
            ? TimeExtent{ first, last }
            : TimeExtent{ std::min(extent.firstMs, first), std::max(extent.lastMs, last) };
        isFirst = false;
    }
    return extent;
}

QList<PlacedBar> placeBars(const QList<Bar> &bars, qint64 zeroMs, const TimeScale &scale,
    double width, const LaneMetrics &metrics)
{
    QList<PlacedBar> placed;
    int lastOf[4] = { -1, -1, -1, -1 }; // by kind: what was placed last
    int inner = 0;
    for (const Bar &bar : bars) {
        const double left = scale.x(double(bar.startMs - zeroMs));
        double right = scale.x(double(bar.endMs - zeroMs));
        if (bar.kind == BarKind::Quiet && right - left < 1)
            continue;
        const bool isNext = bar.kind == BarKind::Inner && inner++ % 2 == 1;
        const bool isShort = right - left <= LaneMetrics::leastBarWidth;
        right = std::max(right, left + LaneMetrics::leastBarWidth);
        if (right < 0 || left > width)
            continue;
        int &last = lastOf[int(bar.kind)];
        if (last >= 0 && bar.kind != BarKind::Quiet) {
            PlacedBar &former = placed[last];
            const bool formerIsShort
                = former.count > 1 || former.rect.width() < LaneMetrics::leastBarWidth + 0.01;
            const bool overlaps = left < former.rect.right();
            if (overlaps && isShort && formerIsShort) {
                former.rect.setRight(std::max(former.rect.right(), left + 1));
                former.bar.failed |= bar.failed;
                former.bar.end = bar.end;
                ++former.count;
                continue;
            }
        }
        last = int(placed.size());
        placed << PlacedBar{ bar, barRect(bar, left, right, metrics), 1, isNext };
    }
    return placed;
}

int barAt(const QList<PlacedBar> &bars, QPointF place)
{
    for (int i = int(bars.size()) - 1; i >= 0; --i) {
        if (bars[i].bar.kind == BarKind::Quiet)
            continue;
        if (bars[i].rect.adjusted(-2, -1, 2, 1).contains(place))
            return i;
    }
    return -1;
}

} // namespace falconer
