// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace falconer {

// How long something was watched, and whether it was seen to end then. If not it is censored: it
// lasts longer than that, nobody knows how much.
struct Lifetime {
    qint64 ms = 0;
    bool ended = false;
};

// The share of things that last longer than a time, from ended and censored ones together.
// Sources: Kaplan and Meier, "Nonparametric estimation from incomplete observations", JASA 53
// (1958); the variance by Greenwood (1926); the bounds on the log(-log) scale, which stay between
// 0 and 1 (Kalbfleisch and Prentice, "The Statistical Analysis of Failure Time Data", 1.4).
//
// Beyond the longest ended one nothing is known, and nothing is extrapolated: the bounds are 0 and
// the last known one. That is also so when the longest of all has ended: the step down to nothing
// has no variance.
class SurvivalCurve final {
public:
    // In nine of ten cases the truth lies between the bounds.
    static constexpr double confidence = 0.90;

    struct Share {
        double low = 0;
        double estimate = 1;
        double high = 1;
    };

    // What has lasted "from" already: does it last longer than "until"?
    struct Span {
        qint64 from = 0;
        qint64 until = 0;
    };

    explicit SurvivalCurve(QList<Lifetime> lifetimes); // O(n log n)

    Share share(qint64 from, qint64 until) const { return meanShare({ { from, until } }); }
    // The share of the spans that are lasted, with bounds for all of them together: of uncertain
    // steps that many spans cross the errors add up, of different ones they even out.
    // O(s log n + n); all or nothing for no span.
    Share meanShare(const QList<Span> &spans) const;
    qint64 longestEnded() const { return m_longest; } // ms, 0 when none has ended

private:
    struct Point {
        qint64 ms = 0;
        double survival = 1;
        double variance = 0; // d / (n (n - d)) of this step
    };
    // Of many spans the number that is lasted and, per step, of those that cross it.
    struct Lasting {
        double sum = 0;
        QList<double> across;
    };

    qsizetype at(qint64 ms) const;
    Lasting lasting(const QList<Span> &spans) const;
    double standardError(const Lasting &lasting) const;

    QList<Point> m_points; // the first one at the begin, then one an end
    qint64 m_longest = 0;
};

} // namespace falconer
