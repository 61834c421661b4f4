// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"

namespace falconer {

// What must be true of the timeline of any history, whatever a device sent; read at once and in
// parts, with and without own patterns. Returns what is broken, else nothing.
QString brokenRule(const QList<ActionStatus> &statuses);

} // namespace falconer
