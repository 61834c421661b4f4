// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/history/historyfile.h"

#include <QObject>

#include <atomic>

namespace falconer {

// The half of HistoryCache that may block: lives on a thread of its own, one piece of work after
// the other.
class HistoryWorker final : public QObject {
    Q_OBJECT

public:
    HistoryWorker(QString path, qint64 maxBytes)
        : m_file(std::move(path), maxBytes)
    {
    }

    // On its thread.
    void load(quint64 question, const HistoryKey &key);
    void keep(const HistoryKey &key, const QList<ActionStatus> &statuses);

    // On any thread: what waits is not worth its time any more.
    void skipLoads() { m_skipsLoads = true; }
    void skipAll() { m_skipsLoads = m_skipsKeeps = true; }

signals:
    void loaded(quint64 question, const std::optional<QList<falconer::ActionStatus>> &statuses);
    void failed(const falconer::Error &error);

private:
    HistoryFile m_file;
    std::atomic<bool> m_skipsLoads = false;
    std::atomic<bool> m_skipsKeeps = false;
};

} // namespace falconer
