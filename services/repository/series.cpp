// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/series.h"

#include <algorithm>

namespace falconer {

namespace {

constexpr int pauseMs = 25;
constexpr int rateLimitMs
    = 1'000; // when the server says that was too fast and not how long to wait

} // namespace

Series::Series(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Series::next);
}

void Series::start(const QStringList &names, Deed deed)
{
    m_deed = std::move(deed);
    m_items.clear();
    for (const QString &name : names)
        m_items << Item{ .name = name };
    goOn();
}

void Series::goOn()
{
    Q_ASSERT(!m_isRunning);
    for (Item &item : m_items) {
        if (item.state == Item::State::Failed)
            item = { .name = item.name };
    }
    m_isRunning = true;
    m_isStopped = false;
    m_pause.start(0);
}

void Series::stop()
{
    m_isStopped = true;
    if (m_pause.isActive())
        m_pause.start(0);
}

qsizetype Series::count(Item::State state) const
{
    return std::ranges::count(m_items, state, &Item::state);
}

void Series::next()
{
    const auto waiting = std::ranges::find(m_items, Item::State::Waiting, &Item::state);
    if (waiting == m_items.end() || m_isStopped) {
        m_isRunning = false;
        emit finished();
        return;
    }
    m_index = waiting - m_items.begin();
    waiting->state = Item::State::Running;
    m_deed(m_index, [this](const std::optional<Error> &error) { take(error); });
}

void Series::take(const std::optional<Error> &error)
{
    Item &item = m_items[m_index];
    int pause = pauseMs;
    if (error && error->kind == ErrorKind::RateLimited) {
        item.state = Item::State::Waiting; // refused before anybody looked at it
        pause = std::max(error->retryAfterMs, rateLimitMs);
    } else {
        item.state = error ? Item::State::Failed : Item::State::Done;
        item.error = error.value_or(Error());
    }
    const bool isOver = m_isStopped || count(Item::State::Waiting) == 0;
    m_pause.start(isOver ? 0 : pause);
    emit changed();
}

} // namespace falconer
