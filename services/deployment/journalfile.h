// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/journal.h"
#include "services/http/result.h"
#include "services/storage/sqliteconnection.h"

namespace falconer {

// The SQLite file that the journal is kept in, the oldest entries thrown out first. It blocks, and
// belongs to the thread that asks it first. Several processes may use one file. A damaged file is
// put aside under another name, and a new one begun. Errors are of kind Io; the file is opened
// again at the next write.
class JournalFile final {
public:
    struct Content {
        QList<JournalEntry> entries;   // in their order
        std::optional<Error> putAside; // a damaged file was: what it held is not in entries
        std::optional<Error> notKept;  // it could be read, but not written
    };

    JournalFile(QString path, qsizetype most); // entries

    Result<Content> load();
    Result<void> append(const QList<JournalEntry> &entries); // all or none

private:
    SqliteResult<void> open();
    SqliteResult<Content> read();
    SqliteResult<Content> readCopy() const;
    SqliteResult<void> insert(const QList<JournalEntry> &entries);
    Error errorOf(const SqliteFailure &failure) const;

    QString m_path;
    qsizetype m_most;
    SqliteConnection m_connection;
};

} // namespace falconer
