// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace falconer {

// From now on SIGINT and SIGTERM end the application's event loop, so that everything is taken down
// in order. Needs a QCoreApplication. Does nothing on Windows.
void endLoopOnStopSignals();

} // namespace falconer
