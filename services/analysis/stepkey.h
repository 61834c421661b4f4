// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

#include <QHash>

namespace falconer {

// What a duration is of: the whole, a phase, or a step by the name that the device gave it. Names
// compare as they are reported: "rootfs.1" and "rootfs.1 (B)" are the words of two RAUC versions
// and two steps. Percentages belong to a version and take no part.
struct StepKey {
    enum class Kind { Total, Phase, Step };

    Kind kind = Kind::Total;
    PhaseKind phase = PhaseKind::WaitingForDevice; // of a phase only
    QString name;                                  // of a step only

    static StepKey total() { return {}; }
    static StepKey of(PhaseKind phase) { return { Kind::Phase, phase, {} }; }
    static StepKey of(const QString &name)
    {
        return { Kind::Step, PhaseKind::WaitingForDevice, name };
    }

    bool operator==(const StepKey &) const = default;
};

inline size_t qHash(const StepKey &key, size_t seed = 0)
{
    return qHashMulti(seed, int(key.kind), int(key.phase), key.name);
}

} // namespace falconer
