// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/deploy/dragpayload.h"
#include "ui/shared/dragpicture.h"

namespace falconer {

// What the pointer carries: name, version and how many. selectedTargets: where a set would go if it
// were dropped on the selection, 0: nothing is selected.
DragWords dragWords(const DragPayload &payload, qint64 selectedTargets);

} // namespace falconer
