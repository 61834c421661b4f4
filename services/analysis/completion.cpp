// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/completion.h"

#include "services/analysis/stepdurations.h"
#include "services/analysis/survivalcurve.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace falconer {

namespace {

constexpr qint64 second = 1'000; // ms

// A device that may still finish.
struct Waiting {
    qint64 elapsed = 0; // ms since its first contact
    qint64 delay = 0;   // ms until its first contact
    bool isHeard = true;
    bool isLost = false; // at worst it never ends
};

class Forecast final {
public:
    Forecast(const QList<CompletionDevice> &devices, const QDateTime &now);

    int finished() const { return int(m_finishedAt.size()); }
    CompletionEstimate estimate() const;

private:
    QList<Lifetime> sortOut(const QList<CompletionDevice> &devices);
    void addRunning(const CompletionDevice &device, QList<Lifetime> &lifetimes);
    CompletionBand band(double share) const;
    QList<SurvivalCurve::Span> spansUntil(qint64 ms, bool atBest) const;
    double doneAtBest(qint64 ms) const;
    double doneAtWorst(qint64 ms) const;
    QDateTime firstTime(double needed, const std::function<double(qint64)> &done) const;

    QDateTime m_now;
    QList<QDateTime> m_finishedAt; // sorted
    QList<Waiting> m_waiting;
    CompletionEstimate m_counts;
    SurvivalCurve m_curve;
};

Forecast::Forecast(const QList<CompletionDevice> &devices, const QDateTime &now)
    : m_now(now)
    , m_curve(sortOut(devices))
{
    std::ranges::sort(m_finishedAt);
}

QList<Lifetime> Forecast::sortOut(const QList<CompletionDevice> &devices)
{
    QList<Lifetime> lifetimes;
    for (const CompletionDevice &device : devices) {
        const Timeline &timeline = device.timeline;
        const QDateTime &start = timeline.firstReport;
        const QDateTime &end = timeline.outcome.at;
        if (timeline.isRunning()) {
            addRunning(device, lifetimes);
        } else if (endedByWork(timeline) && start.isValid() && end.isValid()) {
            m_finishedAt << end;
            lifetimes << Lifetime{ start.msecsTo(end), true };
        } else {
            ++m_counts.dropped;
            const bool isSkip = timeline.outcome.kind == OutcomeKind::Success
                || timeline.outcome.kind == OutcomeKind::Downloaded;
            if (!isSkip && start.isValid() && end.isValid())
                lifetimes << Lifetime{ start.msecsTo(end), false };
        }
    }
    return lifetimes;
}

void Forecast::addRunning(const CompletionDevice &device, QList<Lifetime> &lifetimes)
{
    const QDateTime &start = device.timeline.firstReport;
    if (!start.isValid()) {
        ++m_counts.unheard;
        const bool isExpected = device.nextPoll.isValid() && device.nextPoll >= m_now;
        const qint64 delay = isExpected ? m_now.msecsTo(device.nextPoll) : 0;
        m_waiting << Waiting{ 0, delay, false, device.silent || !isExpected };
        return;
    }
    const qint64 elapsed = std::max<qint64>(0, start.msecsTo(m_now));
    m_waiting << Waiting{ elapsed, 0, true, device.silent };
    lifetimes << Lifetime{ device.silent ? start.msecsTo(device.timeline.lastReport) : elapsed,
        false };
}

// Of the devices that are at work by then, at best with those that may be. A silent one is none of
// them: nobody knows whether it works.
QList<SurvivalCurve::Span> Forecast::spansUntil(qint64 ms, bool atBest) const
{
    QList<SurvivalCurve::Span> spans;
    for (const Waiting &device : m_waiting) {
        const bool mayWork = !device.isLost || (atBest && !device.isHeard);
        if (mayWork && ms >= device.delay)
            spans << SurvivalCurve::Span{ device.elapsed, device.elapsed + ms - device.delay };
    }
    return spans;
}

// How many are done some time from now. A silent one may be done already, its report being late.
double Forecast::doneAtBest(qint64 ms) const
{
    const auto silent = std::ranges::count_if(
        m_waiting, [](const Waiting &device) { return device.isLost && device.isHeard; });
    const QList<SurvivalCurve::Span> spans = spansUntil(ms, true);
    return finished() + double(silent) + double(spans.size()) * (1 - m_curve.meanShare(spans).low);
}

double Forecast::doneAtWorst(qint64 ms) const
{
    const QList<SurvivalCurve::Span> spans = spansUntil(ms, false);
    return finished() + double(spans.size()) * (1 - m_curve.meanShare(spans).high);
}

// By bisection: what is done only grows. To the second, as nobody needs more of an estimate.
// Invalid when it never comes to that many.
QDateTime Forecast::firstTime(double needed, const std::function<double(qint64)> &done) const
{
    qint64 delay = 0;
    for (const Waiting &device : m_waiting)
        delay = std::max(delay, device.delay);
    qint64 last = (m_curve.longestEnded() + delay) / second + 1;
    if (done(last * second) < needed)
        return {};
    qint64 first = 0;
    while (first < last) {
        const qint64 middle = std::midpoint(first, last);
        if (done(middle * second) >= needed)
            last = middle;
        else
            first = middle + 1;
    }
    return m_now.addSecs(last);
}

CompletionBand Forecast::band(double share) const
{
    const double needed = share * double(m_finishedAt.size() + m_waiting.size());
    for (qsizetype i = 0; i < m_finishedAt.size(); ++i) {
        if (double(i + 1) >= needed)
            return { share, true, m_finishedAt[i], m_finishedAt[i] };
    }
    return { share, false, firstTime(needed, [this](qint64 ms) { return doneAtBest(ms); }),
        firstTime(needed, [this](qint64 ms) { return doneAtWorst(ms); }) };
}

CompletionEstimate Forecast::estimate() const
{
    CompletionEstimate result = m_counts;
    result.finished = finished();
    result.running = int(m_waiting.size());
    result.stragglers = int(std::ranges::count_if(m_waiting, [this](const Waiting &device) {
        return device.isHeard && (device.isLost || device.elapsed >= m_curve.longestEnded());
    }));
    result.half = band(0.50);
    result.most = band(0.95);
    return result;
}

} // namespace

std::optional<CompletionEstimate> estimateCompletion(
    const QList<CompletionDevice> &devices, const QDateTime &now)
{
    const Forecast forecast(devices, now);
    if (forecast.finished() < leastForEstimate)
        return {};
    return forecast.estimate();
}

} // namespace falconer
