// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace falconer {

// Shows a window before all others, minimized or not, as far as the desktop lets it.
void bringToFront(QWidget &window);

} // namespace falconer
