// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/artifacts.h"
#include "services/hawkbit/distributionsets.h"
#include "services/repository/settyperules.h"

namespace falconer {

// Small parts to make sets of.
inline SoftwareModule makeModule(
    qint64 id, const QString &name, const QString &version, const QString &type)
{
    return { .id = id, .name = name, .version = version, .type = type, .typeName = type };
}

inline SoftwareModuleType makeType(
    qint64 id, const QString &key, qint64 maxAssignments, qint64 minArtifacts = 0)
{
    return { .id = id,
        .key = key,
        .name = key.toUpper(),
        .maxAssignments = maxAssignments,
        .minArtifacts = minArtifacts };
}

// One OS is demanded, any number of applications allowed.
inline SetTypeRules osAndApps()
{
    return { .type
        = { .id = 1, .key = QStringLiteral("os_app"), .name = QStringLiteral("OS with apps") },
        .mandatory = { makeType(1, QStringLiteral("os"), 1) },
        .optional
        = { makeType(2, QStringLiteral("application"), SoftwareModuleType::unlimited, 1) } };
}

inline Artifact makeArtifact(const QString &name, qint64 size, const QString &sha256)
{
    return { .providedFilename = name, .size = size, .sha256 = sha256 };
}

} // namespace falconer
