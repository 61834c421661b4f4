// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/result.h"
#include "services/storage/sqliteconnection.h"
#include "services/uploads/upload.h"

#include <QList>
#include <QString>

namespace falconer {

// What is to be written, all of it or nothing.
struct UploadChanges {
    bool isWhole = false; // put and order are the whole queue: what else the file holds goes
    QList<Upload> put;    // new or changed
    QList<qint64> removed;
    QList<qint64> order; // of all, empty: as it was
};

// The SQLite file that the upload queue lives in. It blocks, and belongs to the thread that asks it
// first. What it answered to be written survives the end of the program and a power cut. One
// process at a time: it holds the file for itself until it is closed. A damaged file is put aside
// under another name and never overwritten. Errors are of kind Io.
class UploadFile final {
public:
    struct Content {
        QList<Upload> uploads;         // as they were written, in their order
        qint64 lastId = 0;             // the greatest that was ever given
        std::optional<Error> putAside; // a damaged file was: what it held is not in uploads
        std::optional<Error> notKept;  // it was read, but cannot be written now
    };

    explicit UploadFile(QString path);

    Result<Content> load();
    // After load() succeeded only. If the file could not be written then, it is tried anew each
    // time; refuses one that something else has changed since.
    Result<void> write(const UploadChanges &changes);
    void limitPages(int pages); // for tests: as if the disk were full

private:
    SqliteResult<void> open();
    SqliteResult<void> prepareSchema();
    SqliteResult<Content> read();
    SqliteResult<Content> readCopy() const;
    SqliteResult<void> takeUp();
    SqliteResult<void> apply(const UploadChanges &changes);
    SqliteResult<void> put(const Upload &upload);
    SqliteResult<void> place(const QList<qint64> &order);
    Error errorOf(const SqliteFailure &failure) const;

    QString m_path;
    QList<Upload> m_found;  // what load() read
    qint64 m_lastPlace = 0; // no row stands behind it
    SqliteConnection m_connection;
};

} // namespace falconer
