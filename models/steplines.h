// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanelist.h"
#include "services/analysis/stepstatistics.h"

#include <Qt>

#include <optional>

namespace falconer {

// How long many devices took for one step, and what that is of the whole.
struct StepLine {
    StepStatistics statistics;
    int place = 0; // in the course of an installation
    // 0 to 1, of the total's median. Not of what lies before the work, nor of what less than half
    // of the devices did: then it is no part of the usual total.
    std::optional<double> share;
    bool hasParts = false;  // others lie inside it, with lines of their own
    bool isSlowest = false; // the one step to look at: no parts, the largest share

    bool operator==(const StepLine &) const = default;
};

// The histories of the lanes that have been read.
QList<DeviceTimeline> readHistories(const LaneList &lanes);
bool isRead(const TimelineLane &lane);

// In the course of an installation: the total, the phases, the steps.
QList<StepLine> stepLines(
    const QList<StepStatistics> &statistics, const QList<DeviceTimeline> &devices);

// Whether it is a part of the total, which begins with the work.
bool isWork(const StepKey &key);

// By what a column shows (its sortKey); by an unknown one as they follow each other. Lines without
// a value are last in both directions.
void sortStepLines(QList<StepLine> &lines, const QString &sortKey, Qt::SortOrder order);

} // namespace falconer
