// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/threads/workerthread.h"
#include "services/uploads/uploadfile.h"

#include <QObject>

namespace falconer {

class UploadFileWorker;

// The queue's file on a thread of its own: writes one set of changes after the other, in order.
class UploadStore final : public QObject {
    Q_OBJECT

public:
    explicit UploadStore(const QString &path, QObject *parent = nullptr);
    // Waits for what is still to be written, 3 s at most.
    ~UploadStore() override;

    // Waits for it: once, when the program starts.
    Result<UploadFile::Content> load();

    // After load() succeeded. Answers the write's number.
    quint64 write(const UploadChanges &changes);

    // For tests: as if the disk were full with so many pages in the file.
    void limitPages(int pages);

signals:
    // In the order of the writes. error: it was not written.
    void ended(quint64 write, const std::optional<falconer::Error> &error);

private:
    UploadFileWorker *m_worker; // ends with its thread
    WorkerThread m_thread;
    quint64 m_lastWrite = 0;
};

} // namespace falconer
