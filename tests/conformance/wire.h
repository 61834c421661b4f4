// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/exchange.h"

namespace falconer {

// Sends one request over a socket of its own, its target exactly as it is, and waits for the
// answer. For the console program only; nothing of the client that is under test elsewhere.
SimResponse sendOverWire(quint16 port, const SimRequest &request);

} // namespace falconer
