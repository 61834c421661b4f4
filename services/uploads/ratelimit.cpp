// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/ratelimit.h"

#include <algorithm>

namespace falconer {

namespace {

constexpr double holdsSeconds = 0.1;
constexpr double leastTokens = 1'024; // so that a very slow limit still lets something pass

} // namespace

void RateLimit::leaveWhole()
{
    const std::lock_guard lock(m_mutex);
    m_whole = nullptr;
}

void RateLimit::setBytesPerSecond(qint64 bytesPerSecond)
{
    const std::lock_guard lock(m_mutex);
    m_bytesPerSecond = bytesPerSecond;
    m_tokens = 0;
    m_filledAt = Clock::now();
}

qint64 RateLimit::take(qint64 wanted, Clock::time_point now)
{
    const std::lock_guard lock(m_mutex);
    if (m_isPart)
        return m_whole ? m_whole->take(wanted, now) : 0;
    if (m_bytesPerSecond <= 0)
        return wanted;
    const double seconds = std::chrono::duration<double>(now - m_filledAt).count();
    const double most = std::max(double(m_bytesPerSecond) * holdsSeconds, leastTokens);
    m_tokens = std::min(most, m_tokens + std::max(seconds, 0.0) * double(m_bytesPerSecond));
    m_filledAt = now;
    const qint64 taken = std::min(wanted, qint64(m_tokens));
    m_tokens -= double(taken);
    return taken;
}

void RateLimit::giveBack(qint64 bytes)
{
    const std::lock_guard lock(m_mutex);
    if (m_whole)
        return m_whole->giveBack(bytes);
    m_tokens += double(bytes);
}

} // namespace falconer
