// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/targets.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace falconer {

// Which targets are meant: rows that a view has at hand, ids of others, or everything that a filter
// matches ("select all" is a query, not a million rows).
struct TargetSelection {
    QList<Target> targets;         // known already, not asked for again
    QStringList controllerIds;     // beside targets, known by id only
    std::optional<QString> filter; // RSQL, empty: all targets; the lists above are then ignored

    bool operator==(const TargetSelection &) const = default;
};

} // namespace falconer
