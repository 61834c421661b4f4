// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVariant>

#include <tl/expected.hpp>

#include <functional>

class QSqlQuery;

namespace falconer {

struct SqliteFailure {
    // SQLite's primary result codes; Foreign: whole, but of something else, or another version's.
    enum Code { Foreign = -1, Busy = 5, Corrupt = 11, NotADatabase = 26 };

    int code = 0;
    QString message;

    bool isDamage() const { return code == Corrupt || code == NotADatabase; }
    // Rights, room, the device: neither what the file holds nor who else has it.
    bool isOfTheDisk() const { return code > 0 && code != Busy && !isDamage(); }
};

// Tables, and the number that a file has of them (user_version), so that it is known again.
struct SqliteSchema {
    int version = 0;
    QStringList statements;
};

template <typename T> using SqliteResult = tl::expected<T, SqliteFailure>;

// One connection to one SQLite file, for the thread that opened it. A query must not outlive it.
class SqliteConnection final {
public:
    SqliteConnection() = default;
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;
    ~SqliteConnection() { close(); }

    // busyMs: how long a statement waits for another process that writes.
    SqliteResult<void> open(const QString &path, int busyMs);
    bool isOpen() const { return !m_name.isEmpty(); }
    void close();

    // Runs one statement and stands on its first row, if it has one.
    SqliteResult<QSqlQuery> run(const QString &sql, const QVariantList &values = {});
    SqliteResult<void> execute(const QString &sql);
    SqliteResult<void> execute(const QStringList &statements); // up to the first that fails
    // All that act does, or nothing; no other process writes meanwhile.
    SqliteResult<void> inTransaction(const std::function<SqliteResult<void>()> &act);
    // Makes the tables of a file that is new, and has it written as one that several processes
    // share: in WAL mode a crash in mid-write leaves it whole, and readers never wait for a writer.
    // One that holds anything else is refused, see SqliteFailure::Foreign.
    SqliteResult<void> prepare(const SqliteSchema &schema);
    // The same without the mode, inside a transaction.
    SqliteResult<void> create(const SqliteSchema &schema);
    // The first value of the first row.
    SqliteResult<qint64> number(const QString &sql);

private:
    QString m_name; // of Qt's connection, empty: closed
};

// Puts a damaged file aside, with what SQLite wrote beside it; it must be closed. Answers under
// which name.
QString putSqliteAside(const QString &path);

// Copies a file that can only be read to where it can be opened: even to read, SQLite would put a
// file of its own beside it. false: it cannot be read either.
bool copySqlite(const QString &path, const QString &to);

} // namespace falconer
