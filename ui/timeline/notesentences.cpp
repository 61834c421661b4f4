// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/notesentences.h"

#include "ui/timeline/timetexts.h"

#include <QCoreApplication>

#include <cmath>

namespace falconer {

namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(falconer::NoteSentences)
};

} // namespace

QStringList noteSentences(const Timeline &timeline)
{
    QStringList sentences;
    for (const Note &note : timeline.notes) {
        const int count = int(note.value);
        switch (note.kind) {
        case NoteKind::Restarted:
            sentences << Words::tr("The device began %n time(s).", nullptr, count);
            break;
        case NoteKind::QuotaReached:
            sentences << Words::tr("The server keeps no more than about 1,000 reports: some of the "
                                   "progress is missing, the end is not.");
            break;
        case NoteKind::Holes:
            sentences << Words::tr("%n report(s) of a begin or an end never came.", nullptr, count);
            break;
        case NoteKind::TimesSteppedBack:
            sentences << Words::tr(
                "The server's clock stepped back at %n report(s).", nullptr, count);
            break;
        case NoteKind::DeviceClockDiffers:
            sentences << (note.value > 0
                    ? Words::tr("The device's clock is %1 ahead of the server's.")
                    : Words::tr("The device's clock is %1 behind the server's."))
                             .arg(spanText(std::abs(note.value)));
            break;
        case NoteKind::EndNotSeen:
            sentences << Words::tr("The closing report is missing.");
            break;
        case NoteKind::CancelRejected:
            sentences << Words::tr("The device refused the cancellation and went on.");
            break;
        case NoteKind::FullEntries:
            sentences << Words::tr("%n report(s) hold as many messages as the server takes at "
                                   "once: some may be missing.",
                nullptr, count);
            break;
        case NoteKind::PatternsTooSlow:
            sentences << Words::tr("%n of your message patterns took too long and were cut off: "
                                   "what they match is not read.",
                nullptr, count);
            break;
        default: // said by the lane itself, or of no use to a reader
            break;
        }
    }
    return sentences;
}

} // namespace falconer
