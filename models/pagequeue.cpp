// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pagequeue.h"

namespace falconer {

void PageQueue::want(const QList<int> &pages)
{
    m_wanted = pages;
    m_wanted.removeIf([this](int page) { return m_running.contains(page); });
}

void PageQueue::require(const QList<int> &pages)
{
    for (const int page : pages) {
        if (!m_required.contains(page))
            m_required << page;
    }
}

std::optional<int> PageQueue::takeNext(qint64 now)
{
    if (m_running.size() >= maxRunning)
        return std::nullopt;
    QList<int> *const from = m_wanted.isEmpty() ? &m_required : &m_wanted;
    for (int i = 0; i < from->size(); ++i) {
        const int page = from->at(i);
        if (m_running.contains(page))
            continue;
        if (from == &m_wanted)
            m_wanted.removeAt(i);
        m_running.insert(page, now);
        return page;
    }
    return std::nullopt;
}

QList<int> PageQueue::takeAbandoned(int firstPage, int lastPage, qint64 now)
{
    QList<int> abandoned;
    m_running.removeIf([&](const auto &it) {
        const bool far = it.key() < firstPage - 2 || it.key() > lastPage + 2;
        if (!far || now - it.value() < oldEnoughToAbort || m_required.contains(it.key()))
            return false;
        abandoned << it.key();
        return true;
    });
    return abandoned;
}

void PageQueue::finished(int page)
{
    m_running.remove(page);
    m_wanted.removeAll(page);
    m_required.removeAll(page);
    m_failed.removeAll(page);
}

void PageQueue::failed(int page)
{
    const bool isRequired = m_required.contains(page);
    finished(page);
    if (isRequired)
        m_failed << page;
}

void PageQueue::requireFailed(const std::function<bool(int page)> &mayAsk)
{
    QList<int> again;
    m_failed.removeIf([&](int page) {
        if (!mayAsk(page))
            return false;
        again << page;
        return true;
    });
    require(again);
}

QList<int> PageQueue::stop()
{
    QList<int> ran = m_running.keys();
    m_running.clear();
    m_wanted.clear();
    return ran;
}

void PageQueue::forgetRequired()
{
    m_required.clear();
    m_failed.clear();
}

} // namespace falconer
