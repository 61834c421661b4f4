// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journalstore.h"

#include "services/deployment/journalworker.h"

#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWaitMs = 3'000;

} // namespace

JournalStore::JournalStore(Journal &journal, const QString &path, QObject *parent)
    : QObject(parent)
    , m_worker(new JournalWorker(path))
    , m_thread(u"journal"_s, m_worker)
{
    connect(m_worker, &JournalWorker::loaded, &journal, &Journal::addEarlier, Qt::QueuedConnection);
    connect(m_worker, &JournalWorker::ended, this, &JournalStore::takeError, Qt::QueuedConnection);
    connect(
        m_worker, &JournalWorker::damagedPutAside, this,
        [this](const QString &where) {
            m_putAside = where;
            emit troubled();
        },
        Qt::QueuedConnection);
    connect(&journal, &Journal::added, this, &JournalStore::write);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->load(); }, Qt::QueuedConnection);
}

JournalStore::~JournalStore()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->writeRest(); }, Qt::QueuedConnection);
    m_thread.quitBehind();
    m_thread.wait(QDeadlineTimer(mostWaitMs));
}

void JournalStore::write(const JournalEntry &entry)
{
    if (m_leftOut.contains(entry.server))
        return;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, entry] { worker->append(entry); }, Qt::QueuedConnection);
}

void JournalStore::takeError(const std::optional<Error> &error)
{
    const bool wasBad = m_error.has_value();
    m_error = error;
    if (error && !wasBad)
        emit troubled();
    else if (!error && wasBad)
        emit recovered();
}

} // namespace falconer
