// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/dialect.h"
#include "services/hawkbit/distributionsets.h"
#include "services/repository/settyperules.h"
#include "ui/shared/dropverdict.h"

#include <functional>
#include <optional>

class QMimeData;

namespace falconer {

class SetWriter;

// What can be dropped on a set: software modules, which go into it, and a tag. Nothing: the data
// are neither. tagged: the sets that get the tag, this one among them.
std::optional<DropVerdict> dropVerdict(const QMimeData &data, const DistributionSet &set,
    const QList<qint64> &tagged, const std::optional<SetTypeRules> &rules,
    const ServerFacts &facts);
// Beside every set.
std::optional<DropVerdict> wholeTableVerdict(const QMimeData &data);
// What is said while the drag has not reached its place yet.
QString dragSentence(const QMimeData &data);
// Keeps what it needs of the data. writer must outlive what is returned.
std::function<void()> dropDeed(const QMimeData &data, const DistributionSet &set,
    const QList<qint64> &tagged, SetWriter &writer);

} // namespace falconer
