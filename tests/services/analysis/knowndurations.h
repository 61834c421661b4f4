// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>

#include <cmath>
#include <numbers>

namespace falconer {

// Durations of a known distribution, the same for the same seed everywhere: lognormal.
class KnownDurations final {
public:
    KnownDurations(quint32 seed, double medianMs, double sigma)
        : m_random(seed)
        , m_medianMs(medianMs)
        , m_sigma(sigma)
    {
    }

    double uniform() { return m_random.generateDouble(); }
    double next()
    {
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        const double normal = radius * std::cos(2 * std::numbers::pi * uniform());
        return m_medianMs * std::exp(m_sigma * normal);
    }
    // The truth: the share that lasts longer.
    double survival(double ms) const
    {
        if (ms <= 0)
            return 1;
        return 0.5 * std::erfc(std::log(ms / m_medianMs) / m_sigma / std::numbers::sqrt2);
    }

private:
    QRandomGenerator m_random;
    double m_medianMs;
    double m_sigma;
};

} // namespace falconer
