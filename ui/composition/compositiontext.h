// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/softwaretitles.h"
#include "services/repository/modulefit.h"
#include "services/repository/setcompleteness.h"

#include <QString>
#include <QStringList>

namespace falconer {

// Where modules of a type stand: "OS", "OS: none yet - drag one here".
QString placeText(const ModulePlace &place);
// What the type says of it: "needed, one at most", "any number".
QString placeRule(const ModulePlace &place);

// Why a set is incomplete, a sentence each: "needs 1 OS module, has none". Empty for one that is
// complete.
QStringList incompleteReasons(const SetCompleteness &completeness);

// "needs OS; takes Application": what a type demands and allows.
QString rulesText(const SetTypeRules &rules);

// Why these modules may not be put into the set; empty: they may.
QString misfitText(const DistributionSet &set, const ModuleFit &fit);

// "2 files, 120 MiB"
QString artifactsText(const QList<Artifact> &artifacts);

} // namespace falconer
