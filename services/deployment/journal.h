// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

namespace falconer {

struct JournalEntry {
    // A new one gets a word in journalword.cpp.
    enum class What {
        Assigned,
        Undone,
        Cancelled,
        Forced,
        ForceQuit,
        AssignedAgain,
        HistoryDeleted,
        Uploaded,
        FoundThere, // a file that was to be uploaded
        ModuleCreated,
        ModuleChanged,
        ModuleLocked,
        ModuleUnlocked,
        ModuleDeleted,
        ArtifactDeleted,
        SetCreated,
        SetChanged,
        SetComposed, // modules were put in or taken out
        SetLocked,
        SetUnlocked,
        SetInvalidated,
        SetDeleted,
        TypeCreated,
        TypeChanged,
        TypeDeleted
    };

    QDateTime at; // UTC
    QString server;
    QString user;
    What what = What::Assigned;
    QString subject;  // "gateway-os 2.4.0"; empty: several, of which only the number is known
    qint64 asked = 0; // targets, actions, files, or things of the repository
    qint64 done = 0;
    qint64 failed = 0; // refused, not taken, or of unknown fate

    bool operator==(const JournalEntry &) const = default;
};

// What this client changed: values in the order in which they happened, the newest `most` of them.
// Kept in memory; JournalStore keeps them in a file.
class Journal final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype most = 10'000;

    using QObject::QObject;

    const QList<JournalEntry> &entries() const { return m_entries; }
    void add(const JournalEntry &entry);
    // What happened before the program was started, read meanwhile.
    void addEarlier(const QList<JournalEntry> &entries);

signals:
    void added(const falconer::JournalEntry &entry);
    void earlierAdded();

private:
    void dropOldest();

    QList<JournalEntry> m_entries;
};

} // namespace falconer
