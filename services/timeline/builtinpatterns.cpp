// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/builtinpatterns.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// "40%", "62.5 %" and what follows.
QString numbered(QLatin1StringView rest)
{
    return "(?s)^(\\d+\\.?\\d*|\\.\\d+) *%\\s*"_L1 + rest;
}

QList<BuiltInPattern> anyClient()
{
    const QString client = u"*"_s;
    return {
        { client, { PatternRole::Progress, numbered("$"_L1), {}, 1 }, u"70 %"_s },
        { client, { PatternRole::End, numbered("(\\S.*) done\\.$"_L1), u"\\2"_s, 1 },
            u" 40% Checking bundle done."_s },
        { client, { PatternRole::Failed, numbered("(\\S.*) failed\\.$"_L1), u"\\2"_s, 1 },
            u" 99% Updating slots failed."_s },
        { client, { PatternRole::Failed, numbered("(\\S.*?) failed: .*"_L1), u"\\2"_s, 1 },
            u"20% unpack failed: no space"_s },
        { client, { PatternRole::Begin, numbered("(\\S.*)"_L1), u"\\2"_s, 1 },
            u" 20% Checking bundle"_s },
        { client, { PatternRole::End, u"(?s)^(.+) done\\.$"_s, u"\\1"_s }, u"Erase flash done."_s },
        { client, { PatternRole::Failed, u"(?s)^(.+) failed\\.$"_s, u"\\1"_s },
            u"Erase flash failed."_s },
    };
}

QList<BuiltInPattern> rauc()
{
    const QString client = u"RAUC"_s;
    return {
        { client, { PatternRole::Mark, u"^installing$"_s }, u"installing"_s },
        { client, { PatternRole::Mark, u"^idle$"_s }, u"idle"_s },
        { client, { PatternRole::Mark, u"^(File checksum OK\\.$|Download complete\\.)"_s },
            u"Download complete. 1.50 MB/s"_s },
        { client, { PatternRole::Mark, u"(?s)^LastError: (.*)"_s, u"\\1"_s },
            u"LastError: Installation error: no space"_s },
        { client, { PatternRole::Mark, u"(?s)^Installation error: (.*)"_s, u"\\1"_s },
            u"Installation error: no space"_s },
    };
}

QList<BuiltInPattern> raucWithoutNumbers()
{
    return { { u"rauc-hawkbit"_s,
        { PatternRole::Begin,
            u"^(Installing|Determining slot states|Checking bundle|Verifying signature|"
            "Checking manifest contents|Loading manifest file|Determining target install group|"
            "Updating slots|(Checking slot|Copying image to) .*)$"_s,
            u"\\1"_s },
        u"Verifying signature"_s } };
}

QList<BuiltInPattern> swupdate()
{
    const QString client = u"swupdate"_s;
    const QString chunk = u"Installing Update Chunk Artifacts"_s;
    return {
        { client, { PatternRole::Begin, u"^Installing Update Chunk Artifacts\\.$"_s, chunk },
            u"Installing Update Chunk Artifacts."_s },
        { client, { PatternRole::End, u"^Installed Chunk\\.$"_s, chunk }, u"Installed Chunk."_s },
        { client, { PatternRole::Mark, u"^All Chunks Installed\\.$"_s },
            u"All Chunks Installed."_s },
        { client, { PatternRole::Mark, u"(?s)^ERROR : (.*)"_s, u"\\1"_s },
            u"ERROR : SW not compatible with hardware"_s },
        { client,
            { PatternRole::Progress, u"^\\[[\\p{L}\\p{N}_]+\\] :\\s*(\\d+\\.?\\d*|\\.\\d+) *%"_s,
                {}, 1 },
            u"[read_lines_notify] : 36% Migrating"_s },
        { client, { PatternRole::Progress, u"^\\[[\\p{L}\\p{N}_]+\\] :\\s*step \\d+/\\d+:"_s },
            u"[read_lines_notify] : step 5/25: table"_s },
        { client, { PatternRole::Mark, u"(?s)^\\[[\\p{L}\\p{N}_]+\\] : .*"_s },
            u"[extract_file_to_tmp] : size 397"_s },
    };
}

} // namespace

QList<BuiltInPattern> builtInPatterns()
{
    return swupdate() + rauc() + anyClient() + raucWithoutNumbers();
}

} // namespace falconer
