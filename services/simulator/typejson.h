// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

#include <QJsonObject>

namespace falconer {

QJsonObject moduleTypeJson(const SimContext &context, const SimModuleType &type);
QJsonObject setTypeJson(const SimContext &context, const SimSetType &type, bool full);

} // namespace falconer
