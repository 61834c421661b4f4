// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/deployment/journalfile.h"

namespace falconer {

// The half of JournalStore that may block: lives on a thread of its own.
class JournalWorker final : public QObject {
    Q_OBJECT

public:
    explicit JournalWorker(const QString &path)
        : m_file(path, Journal::most)
    {
    }

    // On its thread.
    void load();
    void append(const JournalEntry &entry);
    void writeRest();

signals:
    void loaded(const QList<falconer::JournalEntry> &entries);
    void damagedPutAside(const QString &path);
    void ended(const std::optional<falconer::Error> &error); // of reading or of a write

private:
    JournalFile m_file;
    QList<JournalEntry> m_unwritten;
};

} // namespace falconer
