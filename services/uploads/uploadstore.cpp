// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadstore.h"

#include "services/uploads/uploadfileworker.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWaitMs = 3'000;

} // namespace

UploadStore::UploadStore(const QString &path, QObject *parent)
    : QObject(parent)
    , m_worker(new UploadFileWorker(path))
    , m_thread(u"uploads"_s, m_worker)
{
    connect(m_worker, &UploadFileWorker::ended, this, &UploadStore::ended, Qt::QueuedConnection);
}

UploadStore::~UploadStore()
{
    m_thread.quitBehind(); // all writes
    m_thread.wait(QDeadlineTimer(mostWaitMs));
}

Result<UploadFile::Content> UploadStore::load()
{
    Result<UploadFile::Content> result;
    QMetaObject::invokeMethod(
        m_worker, [this, &result] { result = m_worker->load(); }, Qt::BlockingQueuedConnection);
    return result;
}

void UploadStore::limitPages(int pages)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, pages] { worker->limitPages(pages); }, Qt::QueuedConnection);
}

quint64 UploadStore::write(const UploadChanges &changes)
{
    const quint64 number = ++m_lastWrite;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, number, changes] { worker->write(number, changes); },
        Qt::QueuedConnection);
    return number;
}

} // namespace falconer
