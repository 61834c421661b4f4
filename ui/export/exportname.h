// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/timelineinview.h"

#include <QString>

namespace falconer {

// What a file is called unless the user says else, without an ending: "edge-os 4.2.0 2026-11-24
// 14-05", by the set (of one device: the device, too) and the local time. Good for any file system.
QString exportName(const TimelineInView &view);

} // namespace falconer
