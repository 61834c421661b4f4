// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/storage/sqliteconnection.h"

#include <QDateTime>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

const QString driver = u"QSQLITE"_s;
const QString readVersion = u"PRAGMA user_version"_s;

tl::unexpected<SqliteFailure> failure(const QSqlError &error)
{
    constexpr int primary = 0xff; // the rest says more than we ask
    return tl::unexpected(
        SqliteFailure{ error.nativeErrorCode().toInt() & primary, error.databaseText() });
}

} // namespace

SqliteResult<void> SqliteConnection::open(const QString &path, int busyMs)
{
    close();
    if (!QSqlDatabase::isDriverAvailable(driver))
        return tl::unexpected(SqliteFailure{ .message = u"no SQLite driver for Qt"_s });
    m_name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase database = QSqlDatabase::addDatabase(driver, m_name);
    database.setDatabaseName(path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyMs));
    if (database.open())
        return {};
    const QSqlError error = database.lastError();
    database = {};
    close();
    return failure(error);
}

void SqliteConnection::close()
{
    if (isOpen())
        QSqlDatabase::removeDatabase(std::exchange(m_name, QString()));
}

SqliteResult<QSqlQuery> SqliteConnection::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(query.lastError());
    // A damaged page is found while rows are read.
    if (query.isSelect() && !query.next() && query.lastError().isValid())
        return failure(query.lastError());
    return query;
}

SqliteResult<void> SqliteConnection::execute(const QString &sql)
{
    return run(sql).map([](const QSqlQuery &) {});
}

SqliteResult<void> SqliteConnection::execute(const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (SqliteResult<void> done = execute(statement); !done)
            return done;
    }
    return {};
}

SqliteResult<void> SqliteConnection::inTransaction(const std::function<SqliteResult<void>()> &act)
{
    SqliteResult<void> result = execute(u"BEGIN IMMEDIATE"_s).and_then(act).and_then([this] {
        return execute(u"COMMIT"_s);
    });
    if (!result)
        (void)execute(u"ROLLBACK"_s); // fails where SQLite did it already
    return result;
}

SqliteResult<qint64> SqliteConnection::number(const QString &sql)
{
    return run(sql).map([](const QSqlQuery &query) { return query.value(0).toLongLong(); });
}

SqliteResult<void> SqliteConnection::prepare(const SqliteSchema &schema)
{
    const SqliteResult<qint64> version = number(readVersion);
    if (!version || *version == schema.version)
        return version.map([](qint64) {});
    return execute(u"PRAGMA journal_mode = WAL"_s).and_then([&] {
        return inTransaction([&] { return create(schema); });
    });
}

// Another process may have done it in the meantime.
SqliteResult<void> SqliteConnection::create(const SqliteSchema &schema)
{
    const SqliteResult<qint64> version = number(readVersion);
    if (!version || *version == schema.version)
        return version.map([](qint64) {});
    const SqliteResult<qint64> tables = number(u"SELECT count(*) FROM sqlite_schema"_s);
    if (!tables)
        return tl::unexpected(tables.error());
    if (*version != 0 || *tables != 0)
        return tl::unexpected(
            SqliteFailure{ SqliteFailure::Foreign, u"written by another version"_s });
    return execute(
        QStringList(schema.statements) << u"PRAGMA user_version = %1"_s.arg(schema.version));
}

QString putSqliteAside(const QString &path)
{
    QString aside
        = path + QDateTime::currentDateTimeUtc().toString(u"'.damaged-'yyyyMMdd-hhmmss"_s);
    for (const QString &ending : { u""_s, u"-wal"_s, u"-shm"_s })
        QFile::rename(path + ending, aside + ending);
    return aside;
}

bool copySqlite(const QString &path, const QString &to)
{
    for (const QString &ending : { u""_s, u"-wal"_s }) {
        QFile::copy(path + ending, to + ending);
        QFile::setPermissions(to + ending, QFile::ReadOwner | QFile::WriteOwner);
    }
    return QFile::exists(to);
}

} // namespace falconer
