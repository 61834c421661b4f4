// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/plan.h"

#include <QString>
#include <QStringList>

namespace falconer {

// "12,000"
QString numberText(qint64 number);
// "berlin-gw-0101", or "berlin-gw-0101  Entrance" where the name is another.
QStringList namesOf(const QList<PlanTarget> &targets);
// A few ids at the end of a sentence; many are behind "show".
QString withNames(const QString &sentence, const QList<PlanTarget> &targets);
// "1 h 12 min", "5 min", "40 s": without a zero at the end, as people say a planned time.
QString roundDurationText(qint64 seconds);

} // namespace falconer
