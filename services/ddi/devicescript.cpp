// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/devicescript.h"

#include "services/ddi/batchscript.h"
#include "services/ddi/raucscript.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

qint64 totalSize(const QList<DdiArtifact> &artifacts)
{
    qint64 size = 0;
    for (const DdiArtifact &artifact : artifacts)
        size += artifact.size;
    return size;
}

// Silence in the middle of copying: what was to be said from there on never comes.
void fallSilent(QList<ScriptStep> &steps, QRandomGenerator &random)
{
    const auto copying = std::find_if(steps.begin(), steps.end(), [](const ScriptStep &step) {
        return step.report.details.first().contains("Copying image"_L1);
    });
    const qsizetype first = copying - steps.begin();
    const qsizetype end = std::max(first + 1, steps.size() - 3);
    steps.resize(random.bounded(int(first) + 1, int(end) + 1));
}

RaucFault chooseFault(Temper temper, QRandomGenerator &random)
{
    if (temper != Temper::Fails)
        return RaucFault::None;
    return RaucFault(random.bounded(int(RaucFault::Checksum), int(RaucFault::NoSpace) + 1));
}

} // namespace

DeviceScript writeScript(const ScriptPlan &plan)
{
    QRandomGenerator random(plan.seed);
    int totalMs = random.bounded(20'000, 90'001);
    if (plan.temper == Temper::Slow)
        totalMs = totalMs * random.bounded(20, 31) / 10;
    DeviceScript script{ .downloadMs = totalMs * random.bounded(15, 31) / 100 };
    const int workMs = totalMs - script.downloadMs;
    if (plan.temper == Temper::Batches) {
        script.starting << ScriptStep{ 30,
            { .execution = u"proceeding"_s,
                .details = { u"Installing Update Chunk Artifacts."_s } } };
        script.installing = batchSteps(plan, workMs, random.bounded(12) == 0);
        return script;
    }
    const RaucFault fault = chooseFault(plan.temper, random);
    script.damagesDownload = fault == RaucFault::Checksum;
    const double megabytes = double(totalSize(plan.artifacts)) / 1e6;
    script.downloaded = { { 20,
                              { .execution = u"proceeding"_s,
                                  .details = { u"Download complete. %1 MB/s"_s.arg(
                                      megabytes * 1000 / script.downloadMs, 0, 'f', 2) } } },
        { 5, { .execution = u"proceeding"_s, .details = { u"File checksum OK."_s } } } };
    script.installing = raucSteps(plan.rauc, fault, workMs, random);
    if (plan.temper == Temper::Hangs)
        fallSilent(script.installing, random);
    return script;
}

DdiReport badChecksumReport(
    const DdiChunk &chunk, const QString &actualSha1, const QString &expectedSha1)
{
    return { .execution = u"closed"_s,
        .finished = u"failure"_s,
        .details = { u"Software: %1 V%2. Invalid checksum: %3 expected %4"_s.arg(
            chunk.name, chunk.version, actualSha1, expectedSha1) } };
}

} // namespace falconer
