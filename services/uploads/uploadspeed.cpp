// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/uploads/uploadspeed.h"

namespace falconer {

namespace {

constexpr qint64 windowMs = 3'000;
constexpr qint64 leastMs = 250;

} // namespace

void UploadSpeed::add(qint64 atMs, qint64 sentBytes)
{
    if (!m_samples.isEmpty() && (sentBytes < m_samples.last().bytes || isStalled(atMs)))
        m_samples.clear();
    m_samples << Sample{ atMs, sentBytes };
    while (m_samples.size() > 2 && atMs - m_samples.at(1).atMs >= windowMs)
        m_samples.removeFirst();
}

bool UploadSpeed::isStalled(qint64 atMs) const
{
    return !m_samples.isEmpty() && atMs - m_samples.last().atMs >= windowMs;
}

qint64 UploadSpeed::bytesPerSecond() const
{
    if (m_samples.isEmpty())
        return 0;
    const qint64 ms = m_samples.last().atMs - m_samples.first().atMs;
    return ms < leastMs ? 0 : (m_samples.last().bytes - m_samples.first().bytes) * 1'000 / ms;
}

} // namespace falconer
