// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/quantiles.h"

#include <numeric>

namespace falconer {

std::optional<qint64> median(const QList<qint64> &sorted)
{
    if (sorted.isEmpty())
        return {};
    const qsizetype middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted[middle]
                                  : std::midpoint(sorted[middle - 1], sorted[middle]);
}

std::optional<qint64> percentile95(const QList<qint64> &sorted)
{
    if (sorted.size() < leastForP95)
        return {};
    return sorted[(95 * sorted.size() + 99) / 100 - 1]; // the rank is rounded up
}

} // namespace falconer
