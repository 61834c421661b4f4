// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/plan.h"

#include <QString>

namespace falconer {

QString planTitle(const Plan &plan);
// Why it cannot be applied; empty: it can.
QString blockText(const Plan &plan);
// "1 request, about 10 devices start at their next poll (within 5 min)". pollSeconds: 0, unknown.
QString footerText(const Plan &plan, int pollSeconds);
QString assignButtonText(const Plan &plan);

} // namespace falconer
