// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportjobs.h"

#include <QSaveFile>

namespace falconer {

ExportJobs::ExportJobs(QObject *parent)
    : QObject(parent)
{
    m_thread.setMaxThreadCount(1);
}

ExportJobs::~ExportJobs()
{
    m_thread.waitForDone();
}

void ExportJobs::run(
    std::function<Result<QByteArray>()> work, std::function<void(const Result<QByteArray> &)> done)
{
    m_thread.start([this, work = std::move(work), done = std::move(done)] {
        QMetaObject::invokeMethod(
            this, [done, result = work()] { done(result); }, Qt::QueuedConnection);
    });
}

Result<QByteArray> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return bytes;
    return tl::unexpected(
        Error{ .kind = ErrorKind::Io, .message = file.errorString(), .where = path });
}

} // namespace falconer
