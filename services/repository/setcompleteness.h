// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/distributionsets.h"
#include "services/repository/settyperules.h"

#include <QMap>

#include <optional>

namespace falconer {

// Where the modules of one type stand in a set.
struct ModulePlace {
    SoftwareModuleType type;
    bool isMandatory = false;
    QList<SoftwareModule> modules; // by name and version

    bool isMissing() const { return isMandatory && modules.isEmpty(); }
    bool isFull() const { return modules.size() >= type.maxAssignments; }

    bool operator==(const ModulePlace &) const = default;
};

// A module that makes its set incomplete (from 0.10): its type demands more artifacts.
struct ShortModule {
    SoftwareModule module;
    qint64 minArtifacts = 0; // 0: not known
    std::optional<qint64> artifacts;

    bool operator==(const ShortModule &) const = default;
};

// Why a set is complete or not, in terms of its type. hawkBit tells only whether it is.
struct SetCompleteness {
    bool complete = false;         // as the server says it
    bool areRulesKnown = false;    // false: the type was deleted or could not be read
    QList<ModulePlace> places;     // what the type demands first, each part by name
    QList<SoftwareModule> foreign; // their types have no place in the set's type
    QList<ShortModule> tooFewArtifacts;

    QList<SoftwareModuleType> missing() const;

    bool operator==(const SetCompleteness &) const = default;
};

// artifacts: by module id; those that are not known are left out.
SetCompleteness setCompleteness(const DistributionSet &set,
    const std::optional<SetTypeRules> &rules, const QMap<qint64, QList<Artifact>> &artifacts = {});

} // namespace falconer
