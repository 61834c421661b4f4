// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/dialect.h"
#include "services/hawkbit/distributionsets.h"
#include "services/repository/selecteditems.h"
#include "services/repository/settyperules.h"
#include "ui/shared/dropverdict.h"

namespace falconer {

enum class SetCommand { New, Edit, Clone, Compare, Lock, Unlock, Invalidate, Delete };

// Whether a command can be used on what is selected, with what it will do, or why not: used by the
// buttons, the menu and their tooltips, so that all say the same.
using SetSelection = ItemSelection<DistributionSet>;

DropVerdict setVerdict(SetCommand command, const SetSelection &selected, const ServerFacts &facts);

// Whether modules may be dropped on a set, or taken out of it. rules: nothing while they are not
// known.
DropVerdict addVerdict(const DistributionSet &set, const std::optional<SetTypeRules> &rules,
    const QList<SoftwareModule> &modules, const ServerFacts &facts);
DropVerdict removeVerdict(
    const DistributionSet &set, const SoftwareModule &module, const ServerFacts &facts);

// Why metadata of sets cannot be written; empty: they can.
QString mayUpdateSets(const ServerFacts &facts);

// Why something cannot be done with tags; empty: it can.
struct TagObstacles {
    QString changing; // giving and taking, too
    QString making;
    QString deleting;
};

TagObstacles tagObstacles(const ServerFacts &facts);

} // namespace falconer
