// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"
#include "services/timeline/patternreader.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace falconer {

// What an entry is, told by its type and the server's own words.
enum class EntryKind {
    Assigned,
    OfflineAssignment, // recorded as installed by a person
    ConfirmationAsked, // or denied: it still waits
    Confirmed,
    Retrieved,
    DownloadBegin, // the server saw a file being read, or the device says so
    Downloaded,    // type "downloaded"
    Warning,
    CancelRequested,
    CancelRetrieved,
    CancelRejected,
    Canceled,
    ForceQuit,
    Finished,
    Failed,
    Report, // anything else: its messages tell
};

struct HistoryEntry {
    qint64 id = 0;
    EntryKind kind = EntryKind::Report;
    QDateTime at;            // UTC, never before the former entry's
    QList<Message> messages; // cut ones joined, the status code's line left out
    std::optional<int> code;
    bool isLogBatch = false; // lines of one moment: they begin and end nothing
    bool isFull = false;     // as many messages as the server takes at once

    // A sign of life; the rest was done by the server or by people.
    bool isFromDevice() const;
    // What the device said, line by line; without the server's words.
    QStringList deviceTexts() const;
    QString serverText() const; // the first line
    // What it says: the device's words, else the server's last ones.
    QString words() const;
};

// Reads entries one by one, oldest first, each once; clamps their times.
class HistoryReader final {
public:
    explicit HistoryReader(const MessagePatterns &patterns = {})
        : m_patterns(patterns)
    {
    }

    HistoryEntry read(const ActionStatus &status);

    qsizetype count() const { return m_count; }
    int steppedBack() const { return m_steppedBack; }
    // Of the device's clock, as last told, in ms; 0: none worth telling.
    qint64 clockSkew() const { return m_clockSkew; }
    const PatternReader &patterns() const { return m_patterns; }

private:
    const QDateTime &clamped(const QDateTime &reportedAt);
    void readDeviceTime(const ActionStatus &status);

    PatternReader m_patterns;
    QDateTime m_latest;
    qsizetype m_count = 0;
    int m_steppedBack = 0;
    qint64 m_clockSkew = 0;
};

} // namespace falconer
