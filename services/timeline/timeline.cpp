// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/timeline.h"

#include <algorithm>

namespace falconer {

bool Timeline::hasNote(NoteKind kind) const
{
    return std::ranges::find(notes, kind, &Note::kind) != notes.end();
}

int Timeline::currentStep() const
{
    for (qsizetype i = steps.size() - 1; i >= 0; --i) {
        if (steps[i].outcome == StepOutcome::Running)
            return int(i);
    }
    return -1;
}

qint64 Timeline::silence(const QDateTime &now) const
{
    if (!isRunning() || !lastReport.isValid())
        return 0;
    return std::max<qint64>(0, lastReport.msecsTo(now));
}

Waiting Timeline::waitsFor(const QDateTime &now) const
{
    if (!isRunning())
        return Waiting::Nothing;
    if (cancelRequested)
        return cancelFetched ? Waiting::Nothing : Waiting::Poll;
    const bool waitsForWindow = windowStart.isValid() && now < windowStart;
    switch (phases.isEmpty() ? PhaseKind::WaitingForDevice : phases.last().kind) {
    case PhaseKind::WaitingForDevice:
        return Waiting::Poll;
    case PhaseKind::WaitingForConfirmation:
        return Waiting::Confirmation;
    case PhaseKind::Retrieved:
    case PhaseKind::Downloaded:
        return waitsForWindow ? Waiting::MaintenanceWindow : Waiting::Nothing;
    default:
        return Waiting::Nothing;
    }
}

} // namespace falconer
