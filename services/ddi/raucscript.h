// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ddi/devicescript.h"

#include <QRandomGenerator>

namespace falconer {

// What went wrong on real devices; the first has no step that fails.
enum class RaucFault {
    None,
    Checksum,
    NoInstaller,
    BrokenBundle,
    Signature,
    Compatible,
    InstallCheck,
    SlotTooSmall,
    SlotHook,
    NoSpace,
};

// The nested steps of RAUC as rauc-hawkbit-updater reports them, a message each: "%3d%% step", then
// "%3d%% step done." or, from the inside out, "failed." (recordings/devices, section 2). workMs is
// how long the whole lasts about; the random numbers only vary the shares.
QList<ScriptStep> raucSteps(
    RaucVersion version, RaucFault fault, int workMs, QRandomGenerator &random);

} // namespace falconer
