// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journalfile.h"

#include "services/deployment/journalword.h"
#include "services/time/utc.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// Ours, and how it is laid out: whoever changes the table counts it up.
constexpr int schemaVersion = 0x46'4a'00'01;
constexpr int busyMs = 1'000;

const QString createTable
    = u"CREATE TABLE entries (id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL,"
      " server TEXT NOT NULL, user TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL,"
      " asked INTEGER NOT NULL, done INTEGER NOT NULL, failed INTEGER NOT NULL)"_s;

QVariantList valuesOf(const JournalEntry &entry)
{
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    return { entry.at.toMSecsSinceEpoch(), text(entry.server), text(entry.user),
        journalWord(entry.what), text(entry.subject), entry.asked, entry.done, entry.failed };
}

// Nothing for what only a later version knows.
std::optional<JournalEntry> entryOf(const QSqlQuery &row)
{
    const auto what = journalWhat(row.value(3).toString());
    if (!what)
        return {};
    return JournalEntry{ .at = QDateTime::fromMSecsSinceEpoch(row.value(0).toLongLong(), inUtc),
        .server = row.value(1).toString(),
        .user = row.value(2).toString(),
        .what = *what,
        .subject = row.value(4).toString(),
        .asked = row.value(5).toLongLong(),
        .done = row.value(6).toLongLong(),
        .failed = row.value(7).toLongLong() };
}

} // namespace

JournalFile::JournalFile(QString path, qsizetype most)
    : m_path(std::move(path))
    , m_most(most)
{
}

Result<JournalFile::Content> JournalFile::load()
{
    SqliteResult<Content> content = open().and_then([this] { return read(); });
    if (!content && content.error().isDamage()) {
        Error damage = errorOf(content.error());
        m_connection.close();
        damage.where = putSqliteAside(m_path);
        content = open().and_then([this] { return read(); });
        if (content)
            content->putAside = damage;
    }
    if (content)
        return *std::move(content);
    m_connection.close();
    const Error error = errorOf(content.error());
    if (content.error().isOfTheDisk())
        content = readCopy();
    if (!content)
        return tl::unexpected(error);
    content->notKept = error;
    return *std::move(content);
}

Result<void> JournalFile::append(const QList<JournalEntry> &entries)
{
    SqliteResult<void> done = m_connection.isOpen() ? SqliteResult<void>() : open();
    done = done.and_then(
        [&] { return m_connection.inTransaction([&] { return insert(entries); }); });
    if (!done)
        m_connection.close();
    return done.map_error([this](const SqliteFailure &failure) { return errorOf(failure); });
}

SqliteResult<void> JournalFile::open()
{
    QDir().mkpath(QFileInfo(m_path).path()); // where that fails, opening says it
    return m_connection.open(m_path, busyMs).and_then([this] {
        return m_connection.prepare({ schemaVersion, { createTable } });
    });
}

SqliteResult<JournalFile::Content> JournalFile::read()
{
    Content content;
    auto row = m_connection.run(u"SELECT at, server, user, what, subject, asked, done, failed"
                                " FROM entries ORDER BY id DESC LIMIT ?"_s,
        { m_most });
    if (!row)
        return tl::unexpected(row.error());
    for (; row->isValid(); row->next()) {
        if (const auto entry = entryOf(*row))
            content.entries << *entry;
    }
    std::ranges::reverse(content.entries);
    return content;
}

// Where nothing can be written.
SqliteResult<JournalFile::Content> JournalFile::readCopy() const
{
    const QTemporaryDir folder;
    JournalFile copy(folder.filePath(u"journal.sqlite"_s), m_most);
    if (!copySqlite(m_path, copy.m_path))
        return tl::unexpected(SqliteFailure{ .message = u"cannot be read"_s });
    return copy.open().and_then([&copy] { return copy.read(); });
}

SqliteResult<void> JournalFile::insert(const QList<JournalEntry> &entries)
{
    for (const JournalEntry &entry : entries) {
        const auto done = m_connection.run(
            u"INSERT INTO entries (at, server, user, what, subject, asked, done, failed)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
            valuesOf(entry));
        if (!done)
            return tl::unexpected(done.error());
    }
    return m_connection
        .run(u"DELETE FROM entries WHERE id <= (SELECT max(id) FROM entries) - ?"_s, { m_most })
        .map([](const QSqlQuery &) {});
}

Error JournalFile::errorOf(const SqliteFailure &failure) const
{
    return { .kind = ErrorKind::Io, .message = failure.message, .where = m_path };
}

} // namespace falconer
