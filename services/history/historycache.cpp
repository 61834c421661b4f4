// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/history/historycache.h"

#include "services/history/historyworker.h"

#include <QPointer>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostWaitMs = 3'000;
constexpr int lastWaitMs = 2'000; // for the one write that is under way

} // namespace

HistoryCache::HistoryCache(const QString &path, qint64 maxBytes, QObject *parent)
    : QObject(parent)
    , m_worker(new HistoryWorker(path, maxBytes))
    , m_thread(u"histories"_s, m_worker)
{
    connect(m_worker, &HistoryWorker::loaded, this, &HistoryCache::answer, Qt::QueuedConnection);
    connect(m_worker, &HistoryWorker::failed, this, &HistoryCache::remember, Qt::QueuedConnection);
}

HistoryCache::~HistoryCache()
{
    m_worker->skipLoads();
    m_thread.quitBehind(); // all writes
    if (m_thread.wait(QDeadlineTimer(mostWaitMs)))
        return;
    m_worker->skipAll();
    if (m_thread.wait(QDeadlineTimer(lastWaitMs)))
        return;
    disconnect(m_worker, nullptr, this, nullptr); // what is under way ends unheard
}

Call HistoryCache::load(
    const HistoryKey &key, std::function<void(std::optional<QList<ActionStatus>>)> done)
{
    const quint64 question = ++m_lastQuestion;
    m_questions.emplace(question, std::move(done));
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, question, key] { worker->load(question, key); },
        Qt::QueuedConnection);
    return Call([cache = QPointer(this), question] {
        if (cache)
            cache->m_questions.remove(question);
    });
}

void HistoryCache::keep(const Action &action, const QList<ActionStatus> &statuses)
{
    const HistoryKey key = historyKey(action);
    if (action.active || key.createdAt == 0)
        return;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, key, statuses] { worker->keep(key, statuses); },
        Qt::QueuedConnection);
}

void HistoryCache::answer(quint64 question, const std::optional<QList<ActionStatus>> &statuses)
{
    if (const auto done = m_questions.take(question))
        done(statuses);
}

void HistoryCache::remember(const Error &error)
{
    if (m_lastError)
        return;
    m_lastError = error;
    emit failed();
}

} // namespace falconer
