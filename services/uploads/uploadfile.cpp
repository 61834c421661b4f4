// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadfile.h"

#include "services/uploads/uploadschema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyMs = 1'000;

SqliteResult<void> nothing(const SqliteResult<QSqlQuery> &result)
{
    return result.map([](const QSqlQuery &) {});
}

} // namespace

UploadFile::UploadFile(QString path)
    : m_path(std::move(path))
{
}

Result<UploadFile::Content> UploadFile::load()
{
    SqliteResult<Content> content = open().and_then([this] { return read(); });
    std::optional<Error> aside;
    if (!content && content.error().isDamage()) {
        aside = errorOf(content.error());
        m_connection.close();
        aside->where = putSqliteAside(m_path);
        content = open().and_then([this] { return read(); });
    }
    std::optional<Error> notKept;
    if (!content) {
        m_connection.close();
        notKept = errorOf(content.error());
        if (content.error().isOfTheDisk())
            content = readCopy();
    }
    if (!content)
        return tl::unexpected(*notKept);
    m_found = content->uploads;
    content->putAside = aside;
    content->notKept = notKept;
    return *std::move(content);
}

Result<void> UploadFile::write(const UploadChanges &changes)
{
    return takeUp()
        .and_then([&] { return m_connection.inTransaction([&] { return apply(changes); }); })
        .map_error([this](const SqliteFailure &failure) { return errorOf(failure); });
}

void UploadFile::limitPages(int pages)
{
    (void)m_connection.execute(u"PRAGMA max_page_count = %1"_s.arg(pages));
}

// In WAL mode a crash in mid-write leaves the file whole, and FULL makes a commit survive a power
// cut. The lock of an exclusive connection ends with its process, however that ends.
SqliteResult<void> UploadFile::open()
{
    QDir().mkpath(QFileInfo(m_path).path()); // where that fails, opening says it
    return m_connection.open(m_path, busyMs)
        .and_then([this] {
            return m_connection.execute(QStringList{ u"PRAGMA locking_mode = EXCLUSIVE"_s,
                u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s });
        })
        .and_then(
            [this] { return m_connection.inTransaction([this] { return prepareSchema(); }); });
}

SqliteResult<void> UploadFile::prepareSchema()
{
    const SqliteResult<qint64> version = m_connection.number(u"PRAGMA user_version"_s);
    if (!version || *version == UploadSchema::version)
        return version.map([](qint64) {});
    if (*version >= UploadSchema::firstVersion && *version < UploadSchema::version)
        return m_connection.execute(UploadSchema::migration(int(*version)));
    return m_connection.create({ UploadSchema::version, UploadSchema::creation() });
}

SqliteResult<UploadFile::Content> UploadFile::read()
{
    Content content;
    auto row = m_connection.run(UploadSchema::selection());
    if (!row)
        return tl::unexpected(row.error());
    for (; row->isValid(); row->next())
        content.uploads << UploadSchema::read(*row);
    const auto lastPlace = m_connection.number(u"SELECT ifnull(max(position), 0) FROM uploads"_s);
    if (!lastPlace)
        return tl::unexpected(lastPlace.error());
    m_lastPlace = *lastPlace;
    return m_connection.number(u"SELECT ifnull(max(seq), 0) FROM sqlite_sequence"_s)
        .map([&content](qint64 lastId) {
            content.lastId = lastId;
            return content;
        });
}

// Where nothing can be written.
SqliteResult<UploadFile::Content> UploadFile::readCopy() const
{
    const QTemporaryDir folder;
    UploadFile copy(folder.filePath(u"uploads.sqlite"_s));
    if (!QFile::exists(m_path))
        return Content();
    if (!copySqlite(m_path, copy.m_path))
        return tl::unexpected(SqliteFailure{ .message = u"cannot be read"_s });
    return copy.open().and_then([&copy] { return copy.read(); });
}

// What could not be written when it was read, and perhaps can be by now.
SqliteResult<void> UploadFile::takeUp()
{
    if (m_connection.isOpen())
        return {};
    SqliteResult<Content> content = open().and_then([this] { return read(); });
    if (content && content->uploads != m_found)
        content = tl::unexpected(SqliteFailure{ .message = u"something else has changed it"_s });
    if (!content)
        m_connection.close();
    return content.map([](const Content &) {});
}

SqliteResult<void> UploadFile::apply(const UploadChanges &changes)
{
    if (changes.isWhole) {
        if (SqliteResult<void> done = m_connection.execute(u"DELETE FROM uploads"_s); !done)
            return done;
    }
    for (const Upload &upload : changes.put) {
        if (SqliteResult<void> done = put(upload); !done)
            return done;
    }
    for (const qint64 id : changes.removed) {
        const auto done = m_connection.run(u"DELETE FROM uploads WHERE id = ?"_s, { id });
        if (!done)
            return nothing(done);
    }
    return place(changes.order);
}

// A new one comes last.
SqliteResult<void> UploadFile::put(const Upload &upload)
{
    const auto row
        = m_connection.run(u"SELECT ifnull((SELECT position FROM uploads WHERE id = ?), ?)"_s,
            { upload.id, m_lastPlace + 1 });
    if (!row)
        return nothing(row);
    const qint64 place = row->value(0).toLongLong();
    m_lastPlace = std::max(m_lastPlace, place);
    return nothing(
        m_connection.run(UploadSchema::insertion(), UploadSchema::values(upload, place)));
}

SqliteResult<void> UploadFile::place(const QList<qint64> &order)
{
    for (qsizetype i = 0; i < order.size(); ++i) {
        const auto done = m_connection.run(
            u"UPDATE uploads SET position = ? WHERE id = ?"_s, { i + 1, order.at(i) });
        if (!done)
            return nothing(done);
    }
    m_lastPlace = std::max<qint64>(m_lastPlace, order.size());
    return {};
}

Error UploadFile::errorOf(const SqliteFailure &failure) const
{
    return { .kind = ErrorKind::Io,
        .code = failure.code == SqliteFailure::Busy ? u"busy"_s : QString(),
        .message = failure.message,
        .where = m_path };
}

} // namespace falconer
