// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/dialect.h"
#include "services/repository/setfates.h"
#include "ui/composition/setverdicts.h"
#include "ui/plan/consequenceline.h"

namespace falconer {

enum class SetDeed { Delete, Lock, Unlock }; // Unlock: its modules too

// One act on several sets: which of them it is for, and the words.

std::optional<SetDeed> deedOf(SetCommand command); // nothing: it is for one set only
bool hasLockedModules(const DistributionSet &set);
// Those that the server would not refuse, and on which it would change something.
QList<DistributionSet> setsToDo(
    SetDeed deed, const QList<DistributionSet> &sets, const ServerFacts &facts);
QString leftOutText(SetDeed deed); // when it is for none of them

QString setsTitle(SetDeed deed, qsizetype sets); // "Delete 12 distribution sets"
QString setsButton(SetDeed deed);
// What it would do. fates: of those to be deleted.
QList<ConsequenceLine> setsLines(SetDeed deed, const QList<DistributionSet> &sets,
    const QList<SetFate> &fates, const ServerFacts &facts);
QString setsDoneText(SetDeed deed, int sets); // behind a number: "were deleted"

} // namespace falconer
