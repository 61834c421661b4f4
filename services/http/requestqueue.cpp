// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/http/requestqueue.h"

#include <algorithm>
#include <iterator>

namespace falconer {

RequestQueue::RequestQueue(int limit)
    : m_limit(std::size_t(std::max(1, limit)))
{
}

void RequestQueue::addRead(quint64 number)
{
    m_reads.insert(number);
}

void RequestQueue::addWrite(quint64 number)
{
    m_writes.insert(number);
}

void RequestQueue::remove(quint64 number)
{
    m_reads.erase(number);
    m_writes.erase(number);
    m_running.erase(number);
}

std::optional<quint64> RequestQueue::takeNext()
{
    if (m_running.size() >= m_limit || (m_writes.empty() && m_reads.empty()))
        return std::nullopt;
    std::set<quint64> &from = m_writes.empty() ? m_reads : m_writes;
    const auto next = m_writes.empty() ? std::prev(from.end()) : from.begin();
    const quint64 number = *next;
    from.erase(next);
    m_running.insert(number);
    return number;
}

} // namespace falconer
