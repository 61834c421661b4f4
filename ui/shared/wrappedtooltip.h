// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace falconer {

// Plain text for a tooltip: its long lines are broken, which Qt does to rich text only, so that
// what a server says is not wider than the screen. Never read as rich text itself.
QString wrappedToolTip(const QString &text);

} // namespace falconer
