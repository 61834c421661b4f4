// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadstore.h"

#include "services/uploads/uploadfileworker.h"

#include <QDeadlineTimer>
#include <QThread>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWaitMs = 3'000;

} // namespace

UploadStore::UploadStore(const QString &path, QObject *parent)
    : QObject(parent)
    , m_thread(std::make_unique<QThread>())
    , m_worker(new UploadFileWorker(path))
{
    m_thread->setObjectName(u"uploads"_s);
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &UploadFileWorker::ended, this, &UploadStore::ended, Qt::QueuedConnection);
    m_thread->start();
}

UploadStore::~UploadStore()
{
    // Queued behind all writes, unlike quit().
    QMetaObject::invokeMethod(
        m_worker, [] { QThread::currentThread()->quit(); }, Qt::QueuedConnection);
    if (m_thread->wait(QDeadlineTimer(mostWaitMs)))
        return;
    // A disk that hangs must not hang the window: what is under way ends by itself, unheard.
    QThread *const left = m_thread.release();
    connect(left, &QThread::finished, left, &QObject::deleteLater);
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
