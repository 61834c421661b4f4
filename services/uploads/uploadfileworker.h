// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/uploads/uploadfile.h"

#include <QObject>

namespace falconer {

// The half of UploadStore that may block: lives on a thread of its own.
class UploadFileWorker final : public QObject {
    Q_OBJECT

public:
    explicit UploadFileWorker(const QString &path)
        : m_file(path)
    {
    }

    // On its thread.
    Result<UploadFile::Content> load() { return m_file.load(); }
    void write(quint64 number, const UploadChanges &changes);
    void limitPages(int pages) { m_file.limitPages(pages); }

signals:
    void ended(quint64 write, const std::optional<falconer::Error> &error);

private:
    UploadFile m_file;
};

} // namespace falconer
