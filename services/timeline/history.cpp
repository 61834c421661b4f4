// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/history.h"

#include <QHash>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// The server sets a missing device time itself, up to 300 ms before reportedAt.
constexpr qint64 leastSkewMs = 2'000;
// More messages than this at once are a log, whatever they look like.
constexpr qsizetype mostSteps = 3;
// The server takes no more of them in one entry; the line of the code counts.
constexpr qsizetype messageQuota = 50;

bool says(const ActionStatus &status, QLatin1StringView words)
{
    return std::ranges::any_of(
        status.messages, [words](const QString &message) { return message.contains(words); });
}

EntryKind kindByType(const QString &type)
{
    static const QHash<QString, EntryKind> kinds{
        { u"wait_for_confirmation"_s, EntryKind::ConfirmationAsked },
        { u"retrieved"_s, EntryKind::Retrieved },
        { u"download"_s, EntryKind::DownloadBegin },
        { u"downloaded"_s, EntryKind::Downloaded },
        { u"warning"_s, EntryKind::Warning },
        { u"canceling"_s, EntryKind::CancelRequested },
        { u"cancel_rejected"_s, EntryKind::CancelRejected },
        { u"canceled"_s, EntryKind::Canceled },
        { u"finished"_s, EntryKind::Finished },
        { u"error"_s, EntryKind::Failed },
    };
    return kinds.value(type, EntryKind::Report);
}

bool isAssignment(const ActionStatus &status)
{
    const QString first = status.messages.value(0);
    return first.startsWith("Assignment initiated by "_L1)
        || first.startsWith("Initiated by Rollout Group "_L1)
        || first.startsWith("Auto assignment by "_L1);
}

EntryKind kindOf(const ActionStatus &status)
{
    const EntryKind kind = kindByType(status.type);
    switch (kind) {
    case EntryKind::Report:
        if (isAssignment(status))
            return EntryKind::Assigned;
        return says(status, "Update Server: Target confirmed action."_L1) ? EntryKind::Confirmed
                                                                          : kind;
    case EntryKind::Retrieved:
        return says(status, "Target retrieved cancel action"_L1) ? EntryKind::CancelRetrieved
                                                                 : kind;
    case EntryKind::Canceled:
        if (says(status, "A force quit has been performed"_L1))
            return EntryKind::ForceQuit;
        // Without the server's words it is the device's remark; the action goes on.
        return says(status, "Update Server: Cancel"_L1) ? kind : EntryKind::Warning;
    case EntryKind::Finished:
        return says(status, "Action reported as offline deployment"_L1)
            ? EntryKind::OfflineAssignment
            : kind;
    default:
        return kind;
    }
}

bool isLogBatch(const QList<Message> &messages)
{
    const auto isLogLine = [](const Message &message) {
        return message.kind == MessageKind::Log || message.kind == MessageKind::ErrorLine
            || message.kind == MessageKind::HarmlessError;
    };
    return messages.size() > mostSteps || std::ranges::any_of(messages, isLogLine);
}

HistoryEntry readEntry(const ActionStatus &status, const QDateTime &at, PatternReader &patterns)
{
    HistoryEntry entry{ .id = status.id, .kind = kindOf(status), .at = at, .code = status.code };
    for (const QString &text : joinPieces(status.messages)) {
        Message message = parseMessage(text);
        patterns.read(message);
        if (message.kind != MessageKind::StatusCode)
            entry.messages << std::move(message);
    }
    entry.isLogBatch = isLogBatch(entry.messages);
    entry.isFull = status.messages.size() >= messageQuota;
    return entry;
}

} // namespace

bool HistoryEntry::isFromDevice() const
{
    switch (kind) {
    case EntryKind::Assigned:
    case EntryKind::OfflineAssignment:
    case EntryKind::ConfirmationAsked:
    case EntryKind::Confirmed:
    case EntryKind::CancelRequested:
    case EntryKind::ForceQuit:
        return false;
    default:
        return true;
    }
}

QStringList HistoryEntry::deviceTexts() const
{
    QStringList texts;
    for (const Message &message : messages) {
        if (message.kind != MessageKind::Server && message.kind != MessageKind::Empty)
            texts << message.words;
    }
    return texts;
}

QString HistoryEntry::serverText() const
{
    const auto message = std::ranges::find(messages, MessageKind::Server, &Message::kind);
    return message == messages.end() ? QString() : message->text;
}

QString HistoryEntry::words() const
{
    const QStringList texts = deviceTexts();
    if (!texts.isEmpty() || messages.isEmpty())
        return texts.join(u'\n');
    return messages.last().words;
}

HistoryEntry HistoryReader::read(const ActionStatus &status)
{
    HistoryEntry entry = readEntry(status, clamped(status.reportedAt), m_patterns);
    ++m_count;
    readDeviceTime(status);
    return entry;
}

const QDateTime &HistoryReader::clamped(const QDateTime &reportedAt)
{
    if (m_latest.isValid() && reportedAt < m_latest)
        ++m_steppedBack;
    else if (reportedAt.isValid())
        m_latest = reportedAt;
    return m_latest;
}

void HistoryReader::readDeviceTime(const ActionStatus &status)
{
    // The first entry of a rollout's action has the time of its creation there.
    if (m_count == 1 || !status.timestamp.isValid())
        return;
    const qint64 skew = status.reportedAt.msecsTo(status.timestamp);
    if (qAbs(skew) >= leastSkewMs)
        m_clockSkew = skew;
}

} // namespace falconer
