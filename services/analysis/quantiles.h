// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

namespace falconer {

// From so many samples on a 95th percentile differs from the maximum: of 20 the 19th, of 19 the
// last one. Below it none is told.
constexpr qsizetype leastForP95 = 20;

// Of sorted samples. The median of an even number is the mean of the two in the middle, rounded
// down; the percentile is a sample (nearest rank). Nothing for no or too few samples.
std::optional<qint64> median(const QList<qint64> &sorted);
std::optional<qint64> percentile95(const QList<qint64> &sorted);

} // namespace falconer
