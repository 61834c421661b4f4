// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/historydeletion.h"

namespace falconer {

HistoryDeletion::HistoryDeletion(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
}

void HistoryDeletion::start(const QList<qint64> &actionIds)
{
    Q_ASSERT(!m_isRunning);
    m_ids = actionIds;
    m_deleted = 0;
    m_error.reset();
    m_isRunning = true;
    m_isStopped = false;
    // finished() never comes before start() returned.
    QMetaObject::invokeMethod(this, &HistoryDeletion::sendNext, Qt::QueuedConnection);
}

void HistoryDeletion::stop()
{
    m_isStopped = true;
}

void HistoryDeletion::sendNext()
{
    const QList<qint64> next = m_ids.mid(m_deleted, batch);
    if (next.isEmpty() || m_isStopped || m_error) {
        m_isRunning = false;
        emit finished();
        return;
    }
    m_call = m_client.send(deleteActions(next),
        [this, size = next.size()](const Result<Nothing> &answer) { take(size, answer); });
}

void HistoryDeletion::take(qsizetype size, const Result<Nothing> &answer)
{
    if (answer)
        m_deleted += size;
    else
        m_error = answer.error();
    emit changed();
    sendNext();
}

} // namespace falconer
