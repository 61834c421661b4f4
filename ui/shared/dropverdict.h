// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace falconer {

// Whether something may be dropped, or done, and what to say of it: the deed, or why not.
struct DropVerdict {
    bool allowed = false;
    QString sentence; // "Assign gateway-os 2.4.0 to 12 targets", "camera-fw 7.1 is incomplete: ..."

    bool operator==(const DropVerdict &) const = default;
};

} // namespace falconer
