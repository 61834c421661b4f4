// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/outcomereader.h"

#include <QHash>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostCauseLines = 4;

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

bool ends(const Action &action, const HistoryEntry &entry)
{
    switch (entry.kind) {
    case EntryKind::Finished:
    case EntryKind::OfflineAssignment:
    case EntryKind::Failed:
    case EntryKind::ForceQuit:
    case EntryKind::Canceled:
        return true;
    case EntryKind::Downloaded:
        return action.forceType == "downloadonly"_L1;
    default:
        return false;
    }
}

// A log begins with what happened before this installation.
qsizetype firstLineOfInstallation(const HistoryEntry &entry)
{
    const auto &lines = entry.messages;
    const auto begin = std::find_if(lines.rbegin(), lines.rend(),
        [](const Message &line) { return line.text.startsWith("Software Update started"_L1); });
    return begin == lines.rend() ? 0 : std::distance(begin, lines.rend()) - 1;
}

struct Finding {
    QStringList lines; // newest first
    qint64 entry = 0;
};

Finding findLines(const History &history, qint64 attemptStart, MessageKind kind, qsizetype most)
{
    Finding found;
    for (auto entry = history.entries.rbegin(); entry != history.entries.rend(); ++entry) {
        if (entry->id < attemptStart)
            break;
        const qsizetype first = firstLineOfInstallation(*entry);
        for (qsizetype i = entry->messages.size() - 1; i >= first; --i) {
            const Message &message = entry->messages[i];
            if (message.kind != kind || found.lines.contains(message.text))
                continue;
            if (message.text.isEmpty() || found.lines.size() == most)
                continue;
            if (found.lines.isEmpty())
                found.entry = entry->id;
            found.lines << message.text;
        }
        if (first > 0)
            break;
    }
    return found;
}

// A client without a mark for it: what it says right after its steps failed.
Finding findRemark(const History &history, qint64 attemptStart)
{
    Finding found;
    for (const HistoryEntry &entry : history.entries) {
        if (entry.id < attemptStart || entry.isLogBatch || entry.kind != EntryKind::Report)
            continue;
        for (const Message &message : entry.messages) {
            if (message.kind == MessageKind::StepFailed)
                found = { .lines = {}, .entry = entry.id };
            else if (message.kind == MessageKind::Plain && found.entry != 0)
                found = { .lines = { message.text }, .entry = entry.id };
        }
    }
    return found;
}

void findCause(
    Outcome &outcome, const History &history, const HistoryEntry &end, qint64 attemptStart)
{
    static constexpr std::pair<MessageKind, CauseSource> order[]{
        { MessageKind::LastError, CauseSource::LastError },
        { MessageKind::ErrorLine, CauseSource::ErrorLine },
        { MessageKind::InstallError, CauseSource::InstallationError },
        { MessageKind::Plain, CauseSource::Remark },
    };
    for (const auto &[kind, source] : order) {
        // The lines above the last ERROR are often the script's own words: kept behind it.
        const qsizetype most = kind == MessageKind::ErrorLine ? mostCauseLines : 1;
        const Finding found = kind == MessageKind::Plain
            ? findRemark(history, attemptStart)
            : findLines(history, attemptStart, kind, most);
        if (found.lines.isEmpty())
            continue;
        outcome.causeSource = source;
        outcome.cause = found.lines.join(u'\n');
        outcome.entry = found.entry;
        return;
    }
    outcome.entry = end.id;
    outcome.cause = end.deviceTexts().join(u'\n');
    if (!outcome.cause.isEmpty())
        outcome.causeSource = CauseSource::EndMessage;
    else if (outcome.code)
        outcome.causeSource = CauseSource::Code;
}

} // namespace

const HistoryEntry *findEnd(const Action &action, const History &history)
{
    const auto end = std::ranges::find_if(
        history.entries, [&action](const HistoryEntry &entry) { return ends(action, entry); });
    return end == history.entries.end() ? nullptr : &*end;
}

Outcome readOutcome(const Action &action, const History &history, qint64 attemptStart)
{
    const HistoryEntry *end = findEnd(action, history);
    if (!end)
        return { .kind = kindByAction(action), .code = action.lastStatusCode };
    Outcome outcome{ .kind = kindOf(end->kind),
        .at = end->at,
        .code = end->code,
        .entry = end->id,
        .forced = end->kind == EntryKind::ForceQuit };
    if (outcome.kind == OutcomeKind::Error) {
        findCause(outcome, history, *end, attemptStart);
    } else if (outcome.kind == OutcomeKind::Canceled) {
        outcome.cause = end->deviceTexts().join(u'\n');
        if (!outcome.cause.isEmpty())
            outcome.causeSource = CauseSource::EndMessage;
    }
    return outcome;
}

} // namespace falconer
