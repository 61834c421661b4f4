// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/demotargets.h"

namespace falconer {

// Gives the live devices of a demo fleet the actions that brought them to their state, with the
// entries that real devices write: installed sets have a finished action, failed devices a failed
// one, hung devices an open one that fell silent, pending ones an open one that nobody read yet.
void addDemoHistory(
    Fleet &fleet, const DemoLayout &layout, const DemoCatalog &catalog, qint64 start);

} // namespace falconer
