// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/ddi/ddivalues.h"
#include "services/ddi/temper.h"

#include <QList>
#include <QString>

namespace falconer {

// Which RAUC a device runs: percentages and names of steps belong to a version.
enum class RaucVersion { V1_8, V1_16 };

// A report and how long the device works before it sends it.
struct ScriptStep {
    int delayMs = 0;
    DdiReport report;

    bool operator==(const ScriptStep &) const = default;
};

// What a device will do with a deployment.
struct DeviceScript {
    QList<ScriptStep> starting;   // before it fetches anything
    int downloadMs = 0;           // how long fetching the artifacts lasts at least
    bool damagesDownload = false; // its memory is bad: the hash will not fit
    QList<ScriptStep> downloaded; // after the bytes arrived
    QList<ScriptStep> installing; // the last one closes the action, unless the device hangs

    bool operator==(const DeviceScript &) const = default;
};

struct ScriptPlan {
    Temper temper = Temper::Normal;
    quint32 seed = 0;
    RaucVersion rauc = RaucVersion::V1_8;
    QString setName;
    QString setVersion;
    QList<DdiArtifact> artifacts;
};

// A pure function: the same plan gives the same script. Messages are those of rauc-hawkbit-updater
// 1.4 and, for Temper::Batches, of swupdate 2022.12, as recorded from real devices. The whole lasts
// 20 to 90 s, slow devices up to three times as long.
DeviceScript writeScript(const ScriptPlan &plan);

// The end of a download that did not bring what the server announced.
DdiReport badChecksumReport(
    const DdiChunk &chunk, const QString &actualSha1, const QString &expectedSha1);

} // namespace falconer
