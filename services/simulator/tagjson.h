// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

#include <QJsonObject>

namespace falconer {

enum class TagKind { Target, Set };

QJsonObject tagJson(const SimContext &context, const SimTag &tag, TagKind kind, bool full);
// POST and DELETE below .../{n}/assigned, and its list.
void addTagAssignmentRoutes(Routes &routes);

} // namespace falconer
