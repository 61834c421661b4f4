// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/journal.h"
#include "services/http/error.h"
#include "services/threads/workerthread.h"

#include <QSet>

#include <optional>

namespace falconer {

class JournalWorker;

// Keeps a journal over restarts, in a file on a thread of its own: what happened earlier is read
// and added, what is added is written. Without its file the journal goes on in memory; what was not
// written is tried again with the next entry, and once more at the end.
class JournalStore final : public QObject {
    Q_OBJECT

public:
    // The journal outlives it.
    JournalStore(Journal &journal, const QString &path, QObject *parent = nullptr);
    // Waits for what is still to be written, 3 s at most.
    ~JournalStore() override;

    // What happens on a server that ends with the program is not kept.
    void leaveOut(const QString &server) { m_leftOut.insert(server); }

    // The last thing that went wrong with the file, until writing succeeds.
    const std::optional<Error> &error() const { return m_error; }
    // The file was damaged: where it is now. Empty: it was not.
    const QString &putAside() const { return m_putAside; }

signals:
    void troubled();  // error() or putAside() has something to say that it had not
    void recovered(); // error() has nothing to say any more: all is written

private:
    void write(const JournalEntry &entry);
    void takeError(const std::optional<Error> &error);

    JournalWorker *m_worker; // ends with its thread
    WorkerThread m_thread;
    QSet<QString> m_leftOut;
    std::optional<Error> m_error;
    QString m_putAside;
};

} // namespace falconer
