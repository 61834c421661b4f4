// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/repository/setdifference.h"

#include <QString>

namespace falconer {

// One line of a comparison as it is read.
struct DifferenceLine {
    DifferenceKind kind = DifferenceKind::Equal;
    QString label; // "Version", "OS", "release-notes"
    QString left;  // empty: it is not there
    QString right;
    QString verdict;       // "changed", "only left", "same": tells without a colour
    bool isInside = false; // a file of the module above it

    bool operator==(const DifferenceLine &) const = default;
};

struct DifferenceSection {
    QString title;
    QList<DifferenceLine> different;
    QList<DifferenceLine> equal; // folded

    bool operator==(const DifferenceSection &) const = default;
};

// Modules with their artifacts, metadata and properties, in this order.
QList<DifferenceSection> differenceSections(const SetDifference &difference);

// "2 of 3 modules differ", "Nothing differs".
QString differenceSummary(const SetDifference &difference);

// All of it to be pasted elsewhere, what is equal too: a line each thing, its parts parted by tabs.
QString differencePlainText(const QString &left, const QString &right, const QString &summary,
    const QList<DifferenceSection> &sections);

} // namespace falconer
