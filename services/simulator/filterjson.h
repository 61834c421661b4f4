// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/simulator/routes.h"

#include <QJsonObject>

namespace falconer {

QJsonObject filterJson(const SimContext &context, const SimFilter &filter, bool full);

} // namespace falconer
