// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/distributionsets.h"
#include "services/hawkbit/metadata.h"

#include <QMap>

#include <optional>

namespace falconer {

// A set with everything in it that decides what a device gets.
struct SetContents {
    DistributionSet set;
    QMap<qint64, QList<Artifact>> artifacts; // by module id
    QList<Metadata> metadata;

    bool operator==(const SetContents &) const = default;
};

enum class DifferenceKind { Equal, Changed, OnlyLeft, OnlyRight };

enum class SetField { Name, Version, Type, Description, Complete, Valid, Locked, MigrationStep };

// One property of the sets. Texts are as the server has them, a type is its name; flags are "true"
// and "false".
struct FieldDifference {
    SetField field = SetField::Name;
    QString left;
    QString right;

    bool isEqual() const { return left == right; }

    bool operator==(const FieldDifference &) const = default;
};

// Files are compared by name, and their content by hash and size. When one is left over on each
// side only, it stands in the place of the other: names often hold a version.
struct ArtifactDifference {
    DifferenceKind kind = DifferenceKind::Equal;
    std::optional<Artifact> left;
    std::optional<Artifact> right;

    // Changed, but only the name: the content is the same.
    bool isRenamed() const;

    bool operator==(const ArtifactDifference &) const = default;
};

// A module on both sides: the same one, another version of it, or, when each side has one of a type
// only, the one that stands in its place.
struct ModuleDifference {
    DifferenceKind kind = DifferenceKind::Equal; // of the modules themselves or of their artifacts
    std::optional<SoftwareModule> left;
    std::optional<SoftwareModule> right;
    QList<ArtifactDifference> artifacts; // by name

    bool operator==(const ModuleDifference &) const = default;
};

struct MetadataDifference {
    DifferenceKind kind = DifferenceKind::Equal;
    QString key;
    QString left;
    QString right;

    bool operator==(const MetadataDifference &) const = default;
};

// What two sets have in common and what not, as plain values without words.
struct SetDifference {
    QList<FieldDifference> fields; // in the order of SetField
    QList<ModuleDifference> modules;
    QList<MetadataDifference> metadata; // by key

    // Whether a device gets the same from both: modules and their artifacts are equal.
    bool isSameSoftware() const;

    bool operator==(const SetDifference &) const = default;
};

SetDifference setDifference(const SetContents &left, const SetContents &right);

// The same bytes: equal size and the strongest hash that both have.
bool isSameContent(const Artifact &left, const Artifact &right);

} // namespace falconer
