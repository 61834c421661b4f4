// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/markbuilder.h"

namespace falconer {

MarkKind markOf(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Assigned:
    case EntryKind::OfflineAssignment:
        return MarkKind::Assigned;
    case EntryKind::ConfirmationAsked:
    case EntryKind::Confirmed:
        return MarkKind::Confirmation;
    case EntryKind::Warning:
        return MarkKind::Warning;
    case EntryKind::CancelRequested:
        return MarkKind::CancelRequested;
    case EntryKind::CancelRetrieved:
        return MarkKind::CancelRetrieved;
    case EntryKind::CancelRejected:
        return MarkKind::CancelRejected;
    default:
        return MarkKind::Note;
    }
}

void MarkBuilder::add(
    MarkKind kind, const HistoryEntry &entry, const QString &text, std::optional<double> percent)
{
    if (!m_marks.isEmpty()) {
        Mark &last = m_marks.last();
        if (last.kind == kind && last.text == text && last.percent == percent) {
            ++last.count;
            if (kind != MarkKind::Retrieved && kind != MarkKind::Download)
                ++m_repeats;
            last.lastAt = entry.at;
            if (!last.entries.endsWith(entry.id))
                last.entries << entry.id;
            return;
        }
    }
    m_marks << Mark{ .kind = kind,
        .time = entry.at,
        .lastAt = entry.at,
        .text = text,
        .percent = percent,
        .entries = { entry.id } };
}

void MarkBuilder::addLog(const HistoryEntry &entry)
{
    Mark mark{ .kind = MarkKind::Log,
        .time = entry.at,
        .lastAt = entry.at,
        .lines = int(entry.messages.size()),
        .entries = { entry.id } };
    for (const Message &message : entry.messages) {
        if (message.percent)
            mark.percent = message.percent;
        if (message.kind != MessageKind::Empty)
            mark.text = message.text;
    }
    m_marks << mark;
}

} // namespace falconer
