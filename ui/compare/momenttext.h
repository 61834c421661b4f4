// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QDateTime;

namespace falconer {

// When something was or will be, in the local zone, as briefly as it can be told: "14:10", "Thu
// 14:10", "24 Nov 14:10". With seconds where minutes are too coarse.
QString momentText(const QDateTime &time, const QDateTime &now, bool withSeconds = false);

// About how long: "40 s", "4 min", "1 min 5 s", "1 h 12 min", "3 d 4 h".
QString aboutText(qint64 ms);

} // namespace falconer
