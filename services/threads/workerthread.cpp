// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/threads/workerthread.h"

#include <QCoreApplication>
#include <QThread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace falconer {

namespace {

constexpr int mostWaitMs = 2'000;

// On Linux, QThread's priorities say nothing to the usual scheduler; a thread's nice value does.
void giveWay()
{
#ifdef Q_OS_LINUX
    constexpr int step = 5;
    setpriority(PRIO_PROCESS, 0, getpriority(PRIO_PROCESS, 0) + step); // 0: this thread
#endif
}

} // namespace

WorkerThread::WorkerThread(const QString &name, QObject *worker, Rank rank)
    : m_thread(std::make_unique<QThread>())
    , m_worker(worker)
{
    m_thread->setObjectName(name);
    worker->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, worker, &QObject::deleteLater);
    if (rank == Rank::BehindWindow)
        QObject::connect(m_thread.get(), &QThread::started, worker, &giveWay, Qt::DirectConnection);
    m_thread->start(rank == Rank::BehindWindow ? QThread::LowPriority : QThread::InheritPriority);
}

WorkerThread::~WorkerThread()
{
    if (!m_isQuitting)
        quit();
    if (m_thread->isFinished() && m_thread->wait())
        return;
    QThread *const left = m_thread.release();
    QObject::connect(left, &QThread::finished, left, &QObject::deleteLater);
    QObject::connect(
        qApp, &QCoreApplication::aboutToQuit, left, [left, patience = QDeadlineTimer(mostWaitMs)] {
            if (left->wait(patience))
                delete left; // no event loop runs any more
        });
    if (left->isFinished()) // just now
        left->deleteLater();
}

void WorkerThread::quit()
{
    m_isQuitting = true;
    m_thread->quit();
}

void WorkerThread::quitBehind()
{
    m_isQuitting = true;
    QMetaObject::invokeMethod(
        m_worker, [] { QThread::currentThread()->quit(); }, Qt::QueuedConnection);
}

bool WorkerThread::wait(QDeadlineTimer patience)
{
    return m_thread->wait(patience);
}

} // namespace falconer
