// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/plan.h"
#include "ui/plan/consequenceline.h"

#include <QDateTime>

namespace falconer {

// What a plan means, a line each; what is not known yet says so.
QList<ConsequenceLine> planLines(const Plan &plan, const QDateTime &now);

} // namespace falconer
