// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/history/historykey.h"
#include "services/http/result.h"
#include "services/storage/sqliteconnection.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace falconer {

// The SQLite file that histories are kept in, least recently used thrown out first. It blocks, and
// belongs to the thread that asks it first. Several processes may use one file. A file that is
// damaged or of another version is deleted and begun anew, and so is one that was deleted: it holds
// nothing that the server does not have. Errors are of kind Io.
class HistoryFile final {
public:
    // maxBytes: of the file; SQLite's log beside it takes about 4 MiB more.
    HistoryFile(QString path, qint64 maxBytes);

    Result<std::optional<QList<ActionStatus>>> load(const HistoryKey &key);
    Result<void> keep(const HistoryKey &key, const QList<ActionStatus> &statuses);

private:
    using Found = std::optional<QList<ActionStatus>>;

    template <typename T> Result<T> attempt(const std::function<SqliteResult<T>()> &act);
    SqliteResult<void> connect();
    void removeFiles();
    SqliteResult<Found> read(const HistoryKey &key);
    SqliteResult<void> insert(const HistoryKey &key, const QByteArray &bytes);
    SqliteResult<void> makeRoom();

    QString m_path;
    qint64 m_maxBytes;
    SqliteConnection m_connection;
};

} // namespace falconer
