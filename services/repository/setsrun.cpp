// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setsrun.h"

#include <algorithm>

namespace falconer {

namespace {

constexpr int pauseMs = 25;
constexpr int rateLimitMs
    = 1'000; // when the server says that was too fast and not how long to wait

} // namespace

SetsRun::SetsRun(Client &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &SetsRun::next);
}

void SetsRun::start(SetDeed deed, const QList<DistributionSet> &sets)
{
    Q_ASSERT(!m_isRunning);
    m_deed = deed;
    m_items.clear();
    for (const DistributionSet &set : sets)
        m_items << SetsRunItem{ .set = set };
    m_index = 0;
    m_isRunning = true;
    m_isStopped = false;
    m_pause.start(0);
}

void SetsRun::stop()
{
    m_isStopped = true;
    if (m_pause.isActive())
        m_pause.start(0);
}

qsizetype SetsRun::count(SetsRunItem::State state) const
{
    return std::count_if(m_items.begin(), m_items.end(),
        [&](const SetsRunItem &item) { return item.state == state; });
}

void SetsRun::next()
{
    if (m_index == m_items.size() || m_isStopped) {
        m_isRunning = false;
        emit finished();
        return;
    }
    m_items[m_index].state = SetsRunItem::State::Running;
    send(m_items.at(m_index).set);
}

void SetsRun::send(const DistributionSet &set)
{
    const auto done = [this](const std::optional<Error> &error) { take(error); };
    switch (m_deed) {
    case SetDeed::Delete:
        return m_deletion.remove(m_client, set.id, done);
    case SetDeed::Lock:
        return m_lock.lock(m_client, set.id, done);
    case SetDeed::Unlock:
        return m_lock.unlock(m_client, set, true, done);
    }
}

void SetsRun::take(const std::optional<Error> &error)
{
    SetsRunItem &item = m_items[m_index];
    int pause = pauseMs;
    if (error && error->kind == ErrorKind::RateLimited) {
        item.state = SetsRunItem::State::Waiting; // refused before anybody looked at it
        pause = std::max(error->retryAfterMs, rateLimitMs);
    } else {
        item.state = error ? SetsRunItem::State::Failed : SetsRunItem::State::Done;
        item.error = error.value_or(Error());
        ++m_index;
    }
    m_pause.start(m_isStopped || m_index == m_items.size() ? 0 : pause);
    emit changed();
}

} // namespace falconer
