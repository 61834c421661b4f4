// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/fieldreader.h"
#include "services/simulator/routes.h"

namespace falconer {

// Puts modules into a set, or refuses: unknown ones, types that the set's type lacks, too many.
// More of one type than it may have: the older goes.
std::optional<SimResponse> addModules(
    const SimContext &context, SimSet &set, const QList<qint64> &modules);
// The "os", "runtime" and "application" of the old wire.
QList<qint64> shortcutModules(const SimContext &context, FieldReader &reader);

void addSetModuleRoutes(Routes &routes); // distributionsets/{n}/assignedSM
void addSetInvalidationRoutes(Routes &routes);
void addSetListRoutes(Routes &routes); // its targets, filters and statistics

} // namespace falconer
