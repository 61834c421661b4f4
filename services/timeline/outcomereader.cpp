// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/outcomereader.h"

#include <QHash>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

OutcomeKind kindOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Finished:
    case EntryKind::OfflineAssignment:
        return OutcomeKind::Success;
    case EntryKind::Failed:
        return OutcomeKind::Error;
    case EntryKind::Downloaded:
        return OutcomeKind::Downloaded;
    default:
        return OutcomeKind::Canceled;
    }
}

OutcomeKind kindByAction(const Action &action)
{
    if (action.active)
        return OutcomeKind::Running;
    static const QHash<QString, OutcomeKind> kinds{
        { u"finished"_s, OutcomeKind::Success },
        { u"error"_s, OutcomeKind::Error },
        { u"canceled"_s, OutcomeKind::Canceled },
        { u"downloaded"_s, OutcomeKind::Downloaded },
    };
    return kinds.value(action.status, OutcomeKind::Unknown);
}

} // namespace

bool endsAction(const HistoryEntry &entry, bool isDownloadOnly)
{
    switch (entry.kind) {
    case EntryKind::Finished:
    case EntryKind::OfflineAssignment:
    case EntryKind::Failed:
    case EntryKind::ForceQuit:
    case EntryKind::Canceled:
        return true;
    case EntryKind::Downloaded:
        return isDownloadOnly;
    default:
        return false;
    }
}

Outcome outcomeOf(const HistoryEntry &end, const Cause &cause)
{
    Outcome outcome{ .kind = kindOf(end.kind),
        .at = end.at,
        .code = end.code,
        .entry = end.id,
        .forced = end.kind == EntryKind::ForceQuit };
    const bool hasFailed = outcome.kind == OutcomeKind::Error;
    if (!hasFailed && outcome.kind != OutcomeKind::Canceled)
        return outcome;
    if (hasFailed && cause.source != CauseSource::None) {
        outcome.causeSource = cause.source;
        outcome.cause = cause.text;
        outcome.entry = cause.entry;
        return outcome;
    }
    outcome.cause = end.deviceTexts().join(u'\n');
    if (!outcome.cause.isEmpty())
        outcome.causeSource = CauseSource::EndMessage;
    else if (hasFailed && outcome.code)
        outcome.causeSource = CauseSource::Code;
    return outcome;
}

Outcome outcomeOf(const Action &action)
{
    return { .kind = kindByAction(action), .code = action.lastStatusCode };
}

} // namespace falconer
