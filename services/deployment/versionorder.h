// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>

namespace falconer {

// Compares versions as people do: runs of digits by value (1.9 < 1.10), a pre-release before its
// release (1.12.0-rc1 < 1.12.0) but a revision after it (1.0 < 1.0-2), what follows a '+' only when
// all else is equal, letters without regard to case. A leading 'v' is ignored.
std::weak_ordering compareVersions(const QString &left, const QString &right);

} // namespace falconer
