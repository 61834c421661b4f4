// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/history/historyfile.h"

#include "services/history/historycodec.h"
#include "services/history/historyfolder.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlQuery>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// Ours, and how it is laid out: whoever changes the table or historycodec counts it up.
constexpr int schemaVersion = 0x46'43'00'01;
constexpr int busyMs = 1'000;

const QString createTable = u"CREATE TABLE histories (controllerId TEXT NOT NULL,"
                            " actionId INTEGER NOT NULL, createdAt INTEGER NOT NULL,"
                            " used INTEGER NOT NULL, checksum BLOB NOT NULL,"
                            " statuses BLOB NOT NULL,"
                            " UNIQUE (controllerId, actionId, createdAt))"_s;
const QString createIndex = u"CREATE INDEX byUse ON histories (used)"_s;
const QString nextUse = u"(SELECT ifnull(max(used), 0) + 1 FROM histories)"_s;
const QString ofKey = u" WHERE controllerId = ? AND actionId = ? AND createdAt = ?"_s;

QVariantList valuesOf(const HistoryKey &key)
{
    return { key.controllerId, key.actionId, key.createdAt };
}

} // namespace

HistoryFile::HistoryFile(QString path, qint64 maxBytes)
    : m_path(std::move(path))
    , m_maxBytes(maxBytes)
{
}

Result<std::optional<QList<ActionStatus>>> HistoryFile::load(const HistoryKey &key)
{
    return attempt<Found>([this, &key] { return read(key); });
}

Result<void> HistoryFile::keep(const HistoryKey &key, const QList<ActionStatus> &statuses)
{
    const QByteArray bytes = packHistory(statuses);
    if (bytes.size() > m_maxBytes / 4)
        return {}; // it would throw out too many others
    return attempt<void>([this, &key, &bytes] {
        return m_connection.inTransaction(
            [&] { return insert(key, bytes).and_then([this] { return makeRoom(); }); });
    });
}

// Tries once more with a new file when the old one is no good, or of another version. Another
// process that writes for long is no failure: what is not kept is fetched again.
template <typename T> Result<T> HistoryFile::attempt(const std::function<SqliteResult<T>()> &act)
{
    SqliteResult<T> result = connect().and_then(act);
    if (!result && (result.error().isDamage() || result.error().code == SqliteFailure::Foreign)) {
        m_connection.close();
        removeFiles();
        result = connect().and_then(act);
    }
    if (!result && result.error().code == SqliteFailure::Busy)
        return Result<T>();
    return result.map_error([this](const SqliteFailure &failure) {
        return Error{ .kind = ErrorKind::Io, .message = failure.message, .where = m_path };
    });
}

SqliteResult<void> HistoryFile::connect()
{
    if (m_connection.isOpen() && QFileInfo::exists(m_path))
        return {};
    QDir().mkpath(QFileInfo(m_path).path()); // where that fails, opening says it
    return m_connection.open(m_path, busyMs)
        .and_then([this] {
            return m_connection.prepare({ schemaVersion, { createTable, createIndex } });
        })
        .or_else([this](const SqliteFailure &) { m_connection.close(); });
}

void HistoryFile::removeFiles()
{
    removeHistories(m_path);
}

SqliteResult<std::optional<QList<ActionStatus>>> HistoryFile::read(const HistoryKey &key)
{
    const auto row
        = m_connection.run(u"SELECT statuses, checksum FROM histories"_s + ofKey, valuesOf(key));
    if (!row)
        return tl::unexpected(row.error());
    if (!row->isValid())
        return Found();
    const QByteArray bytes = row->value(0).toByteArray();
    if (row->value(1).toByteArray() != historyChecksum(key, bytes))
        return tl::unexpected(SqliteFailure{ SqliteFailure::Corrupt, u"wrong checksum"_s });
    // A file that cannot be written is still good to read.
    (void)m_connection.run(u"UPDATE histories SET used = "_s + nextUse + ofKey, valuesOf(key));
    return unpackHistory(bytes);
}

SqliteResult<void> HistoryFile::insert(const HistoryKey &key, const QByteArray &bytes)
{
    return m_connection
        .run(u"INSERT OR REPLACE INTO histories VALUES (?, ?, ?, "_s + nextUse + u", ?, ?)"_s,
            valuesOf(key) + QVariantList{ historyChecksum(key, bytes), bytes })
        .map([](const QSqlQuery &) {});
}

SqliteResult<void> HistoryFile::makeRoom()
{
    const QString usedBytes
        = u"SELECT (pages.page_count - free.freelist_count) * size.page_size FROM"
          " pragma_page_count pages, pragma_freelist_count free, pragma_page_size size"_s;
    while (true) {
        const SqliteResult<qint64> used = m_connection.number(usedBytes);
        if (!used || *used <= m_maxBytes)
            return used.map([](qint64) {});
        const auto removed
            = m_connection.run(u"DELETE FROM histories WHERE rowid ="
                               " (SELECT rowid FROM histories ORDER BY used LIMIT 1)"_s);
        if (!removed || removed->numRowsAffected() < 1)
            return removed.map([](const QSqlQuery &) {});
    }
}

} // namespace falconer
