// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/dialect.h"

#include <QDateTime>
#include <QStringList>

namespace falconer {

// The actions that an operator looks for; the order is that of actionKindFilters(). Waiting is what
// has not begun: for a person's confirmation, or for its group of a rollout.
enum class ActionKind { All, Running, Waiting, Canceling, Failed, Canceled, Finished };

// RSQL by ActionKind, in the words of this server.
QStringList actionKindFilters(const Dialect &dialect);

// RSQL of what has come to an end: histories that no device adds to.
QString endedActionsFilter(const Dialect &dialect);

// When actions were created. Servers before 0.10 cannot be asked for that.
enum class ActionAge { Any, Hour, Day, Week, Month, OverMonth, OverQuarter };

QString actionAgeFilter(ActionAge age, const QDateTime &now); // RSQL; empty: any age

// The type of their distribution set, by its id.
QString actionSetTypeFilter(qint64 setTypeId);

// The query fields in which plain words are sought: target, set, and whose action it is.
QStringList actionSearchFields(const Dialect &dialect);

} // namespace falconer
