// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace falconer {

struct CommandLine;

// "falconer --simulator": the demo's server alone, without a display, until a stop signal. Needs a
// QCoreApplication; returns what main() returns.
int runSimulator(const CommandLine &commandLine);

} // namespace falconer
