// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

namespace falconer {

struct JournalEntry {
    enum class What {
        Assigned,
        Undone,
        Cancelled,
        Forced,
        ForceQuit,
        AssignedAgain,
        HistoryDeleted,
        Uploaded,
        FoundThere // a file that was to be uploaded
    };

    QDateTime at; // UTC
    QString server;
    QString user;
    What what = What::Assigned;
    QString subject;  // "gateway-os 2.4.0", empty when several
    qint64 asked = 0; // targets, actions or files
    qint64 done = 0;
    qint64 failed = 0; // refused, not taken, or of unknown fate

    bool operator==(const JournalEntry &) const = default;
};

// What this client changed: values in the order in which they happened. Kept in memory; whoever
// stores them hands in the earlier ones and listens to added().
class Journal final : public QObject {
    Q_OBJECT

public:
    explicit Journal(QList<JournalEntry> earlier = {}, QObject *parent = nullptr);

    const QList<JournalEntry> &entries() const { return m_entries; }
    void add(const JournalEntry &entry);

signals:
    void added(const falconer::JournalEntry &entry);

private:
    QList<JournalEntry> m_entries;
};

} // namespace falconer
