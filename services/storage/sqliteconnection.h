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
    enum Code { Busy = 5, Corrupt = 11, NotADatabase = 26 }; // SQLite's primary result codes

    int code = 0;
    QString message;

    bool isDamage() const { return code == Corrupt || code == NotADatabase; }
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
    // The first value of the first row.
    SqliteResult<qint64> number(const QString &sql);

private:
    QString m_name; // of Qt's connection, empty: closed
};

// Puts a damaged file aside, with what SQLite wrote beside it; it must be closed. Answers under
// which name.
QString putSqliteAside(const QString &path);

} // namespace falconer
