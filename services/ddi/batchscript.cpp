// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/batchscript.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int linesPerBatch = 48;

QStringList logLines(const ScriptPlan &plan, bool fails)
{
    QStringList lines{
        u"[read_state] : Key  ustate  not found in Bootloader s environment."_s,
        u"ERROR : Cannot read stored update state."_s, // noise of every good run
        u"Software Update started !"_s,
        u"[network_initializer] : Software update started"_s,
        u"[swupdate_verify_file] : Verified OK"_s,
        "[get_common_fields] : Version "_L1 + plan.setVersion,
        "[get_common_fields] : Description "_L1 + plan.setName,
        u"[parse_hw_compatibility] : Accepted Hw Revision : 1.0"_s,
        u"[check_hw_compatibility] : Hardware compatibility verified"_s,
    };
    for (const DdiArtifact &artifact : plan.artifacts) {
        lines << u"[extract_files] : Found file"_s
              << "[extract_files] :  filename "_L1 + artifact.filename
              << u"[extract_files] :  size %1 required"_s.arg(artifact.size);
    }
    lines << u"[network_initializer] : Valid image found: copying to FLASH"_s
          << u"Installation in progress"_s;
    constexpr int tables = 25;
    const int reached = fails ? 17 : tables;
    for (int table = 1; table <= reached; ++table) {
        lines << u"[read_lines_notify] : step %1/%2: converting table t%1"_s.arg(table).arg(tables)
              << u"[read_lines_notify] : %1% Migrating"_s.arg(table * 100 / tables);
    }
    if (fails) {
        lines << u"ERROR : migrate-db: ERROR no space left on device"_s
              << u"ERROR : execute postinstall scripts failed"_s << u"Installation failed !"_s;
    } else {
        lines << u"SWUPDATE successful !"_s;
    }
    return lines << u"[network_initializer] : Main thread sleep again !"_s
                 << u"Waiting for requests..."_s;
}

} // namespace

QList<ScriptStep> batchSteps(const ScriptPlan &plan, int workMs, bool fails)
{
    QList<ScriptStep> steps;
    const auto say = [&](int delayMs, const QStringList &details) {
        steps << ScriptStep{ delayMs, { .execution = u"proceeding"_s, .details = details } };
    };
    const QStringList lines = logLines(plan, fails);
    const int batches = int(lines.size() + linesPerBatch - 1) / linesPerBatch;
    for (int batch = 0; batch < batches; ++batch)
        say(workMs * 7 / 10 / batches, lines.mid(qsizetype(batch) * linesPerBatch, linesPerBatch));
    if (!fails) {
        say(100, { u"Installed Chunk."_s });
        say(30, { u"All Chunks Installed."_s });
    }
    const int restartMs = fails ? 100 : workMs * 3 / 10;
    steps << ScriptStep{ restartMs,
        { .execution = u"closed"_s,
            .finished = fails ? u"failure"_s : u"success"_s,
            .details = { fails ? u"No suitable .swu image found"_s : u"Update Installed."_s } } };
    return steps;
}

} // namespace falconer
