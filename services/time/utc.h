// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimeZone>

namespace falconer {

// What makes a QDateTime one of UTC: QDateTime::fromMSecsSinceEpoch(ms, inUtc). Qt 6.9 deprecates
// Qt::UTC for that, and what replaces it came with 6.5.
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
inline constexpr QTimeZone::Initialization inUtc = QTimeZone::UTC;
#else
inline constexpr Qt::TimeSpec inUtc = Qt::UTC;
#endif

} // namespace falconer
