// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/recoverability.h"
#include "services/hawkbit/dialect.h"
#include "ui/deploy/dragpayload.h"
#include "ui/shared/dropverdict.h"

#include <QString>

namespace falconer {

// What is known before the drag ends, without asking anybody; the plan asks the rest. Used by
// drags, by the Assign... command and by its tooltip, so that all three say the same.
DropVerdict assignVerdict(
    const DistributionSet &set, const PickedTargets &targets, const ServerFacts &facts);

// The same for a drag that has not reached its place yet: where the other half is still open.
DropVerdict dragVerdict(const DragPayload &payload, const ServerFacts &facts);

// What the timeline has read of the picked targets.
struct ReadTargets {
    QList<Action> actions; // that are shown, one a target; a target may be without any
    qint64 count = 0;      // fewer than the targets: the server is asked first
};

// Whether one of these actions could be cancelled, forced or force-quit, or why none can.
DropVerdict recoverVerdict(RecoveryKind kind, const PickedTargets &targets, const ReadTargets &read,
    const ServerFacts &facts);

// "12 targets", or the name of the only one.
QString targetsTitle(const PickedTargets &targets);

} // namespace falconer
