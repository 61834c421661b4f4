// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/history/historykey.h"
#include "services/http/call.h"
#include "services/http/error.h"
#include "services/threads/workerthread.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace falconer {

class HistoryWorker;

// Keeps the histories of actions that ended, so that they are fetched once: a finished history
// never changes. One file a profile; it may be deleted at any time, and whatever is wrong with it
// costs nothing but requests. All work is done on a thread of its own.
class HistoryCache final : public QObject {
    Q_OBJECT

public:
    // path: of the file, its folder is made; maxBytes: least recently used histories go first.
    explicit HistoryCache(
        const QString &path, qint64 maxBytes = 64LL * 1024 * 1024, QObject *parent = nullptr);
    // Waits for what is still to be written, 3 s at most.
    ~HistoryCache() override;

    // done runs once, on this thread, never before load() returned, and never after the Call or
    // the cache was dropped; with nothing when the history is not there. done may destroy the
    // cache.
    [[nodiscard]] Call load(
        const HistoryKey &key, std::function<void(std::optional<QList<ActionStatus>>)> done);
    // statuses: all of them. An action that is active, or without a moment of its assignment, is
    // not kept.
    void keep(const Action &action, const QList<ActionStatus> &statuses);

    // The first thing that went wrong with the file; the cache does what it can without it.
    const std::optional<Error> &lastError() const { return m_lastError; }

signals:
    void failed(); // once: lastError() has something to say

private:
    void answer(quint64 question, const std::optional<QList<ActionStatus>> &statuses);
    void remember(const Error &error);

    HistoryWorker *m_worker; // ends with its thread
    WorkerThread m_thread;
    QHash<quint64, std::function<void(std::optional<QList<ActionStatus>>)>> m_questions;
    quint64 m_lastQuestion = 0;
    std::optional<Error> m_lastError;
};

} // namespace falconer
