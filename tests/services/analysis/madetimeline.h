// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

namespace falconer {

// Timelines written by hand. Times are seconds after a fixed moment.
QDateTime at(double seconds);

struct MadePhase {
    PhaseKind kind = PhaseKind::Download;
    double start = 0;
    double end = -1; // none: it lasts
    int attempt = 0;
};

struct MadeStep {
    QString name;
    double start = 0;
    double end = -1; // none: it runs
    int parent = -1;
    int attempt = 0;
};

// A running one: assigned at 0, heard of and at work when its phases say so.
Timeline runningTimeline(const QList<MadePhase> &phases, const QList<MadeStep> &steps = {});
Timeline endedTimeline(OutcomeKind outcome, double end, const QList<MadePhase> &phases,
    const QList<MadeStep> &steps = {});

} // namespace falconer
