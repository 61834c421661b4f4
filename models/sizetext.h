// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace falconer {

// "256 MiB", "1.4 KiB", "17 bytes": a size as it is said everywhere, in powers of 1024.
QString sizeText(qint64 bytes);

} // namespace falconer
