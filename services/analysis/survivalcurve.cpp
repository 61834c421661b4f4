// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/survivalcurve.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace falconer {

namespace {

constexpr double normalQuantile = 1.6448536269514722; // two-sided, for 90 %

// The bound of a share on the log(-log) scale; sign: 1 for the lower one.
double bound(double share, double error, double sign)
{
    if (share <= 0 || share >= 1)
        return share;
    const double width = normalQuantile * error / (share * -std::log(share));
    return std::pow(share, std::exp(sign * width));
}

} // namespace

SurvivalCurve::SurvivalCurve(QList<Lifetime> lifetimes)
{
    std::ranges::sort(lifetimes, {}, &Lifetime::ms);
    m_points << Point{ std::numeric_limits<qint64>::min(), 1, 0 };
    for (qsizetype i = 0; i < lifetimes.size();) {
        const qint64 ms = lifetimes[i].ms;
        const double atRisk = double(lifetimes.size() - i); // those censored now are still here
        double ended = 0;
        for (; i < lifetimes.size() && lifetimes[i].ms == ms; ++i)
            ended += lifetimes[i].ended ? 1 : 0;
        if (ended == 0)
            continue;
        m_longest = ms;
        if (ended < atRisk)
            m_points << Point{ ms, m_points.constLast().survival * (atRisk - ended) / atRisk,
                ended / (atRisk * (atRisk - ended)) };
    }
}

// The last point that is not after it.
qsizetype SurvivalCurve::at(qint64 ms) const
{
    const auto next = std::ranges::upper_bound(m_points, ms, {}, &Point::ms);
    return std::distance(m_points.begin(), next) - 1;
}

SurvivalCurve::Lasting SurvivalCurve::lasting(const QList<Span> &spans) const
{
    Lasting result{ 0, QList<double>(m_points.size() + 1, 0.0) };
    for (const Span &span : spans) {
        const qsizetype first = at(span.from);
        const qsizetype last = std::max(first, at(span.until));
        const double share = m_points[last].survival / m_points[first].survival;
        result.sum += share;
        result.across[first + 1] += share; // summed up below
        result.across[last + 1] -= share;
    }
    std::partial_sum(result.across.begin(), result.across.end(), result.across.begin());
    return result;
}

// Greenwood's, for a sum: each step's error counts as often as it is crossed.
double SurvivalCurve::standardError(const Lasting &lasting) const
{
    double variance = 0;
    for (qsizetype i = 0; i < m_points.size(); ++i)
        variance += m_points[i].variance * lasting.across[i] * lasting.across[i];
    return std::sqrt(variance);
}

SurvivalCurve::Share SurvivalCurve::meanShare(const QList<Span> &spans) const
{
    if (spans.isEmpty())
        return {};
    QList<Span> known = spans; // beyond the end: perhaps all, perhaps none
    erase_if(known,
        [this](const Span &span) { return span.from >= m_longest || span.until >= m_longest; });
    const double count = double(spans.size());
    const Lasting most = lasting(spans);
    const Lasting least = lasting(known);
    return { bound(least.sum / count, standardError(least) / count, 1), most.sum / count,
        bound(most.sum / count, standardError(most) / count, -1) };
}

} // namespace falconer
