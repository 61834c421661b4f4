// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pageledger.h"

#include <algorithm>

namespace falconer {

void PageLedger::setLoaded(int page)
{
    const bool isCorrected = m_pages.value(page).isCorrected;
    m_pages[page] = { .held = true, .isCorrected = isCorrected, .used = ++m_clock };
}

void PageLedger::setFailed(int page, const Error &error)
{
    Entry &entry = m_pages[page];
    entry.error = error;
    entry.stale = true;
    entry.used = ++m_clock;
}

void PageLedger::markStale(int page)
{
    if (const auto it = m_pages.find(page); it != m_pages.end())
        it->stale = true;
}

void PageLedger::markAllStale()
{
    m_pages.removeIf([](const auto &it) { return !it->held; });
    for (Entry &entry : m_pages) {
        entry.stale = true;
        entry.error.reset();
    }
    allowCorrections();
}

void PageLedger::markOutdated(int page)
{
    const auto it = m_pages.find(page);
    if (it == m_pages.end())
        return;
    it->stale = true;
    it->isResting = it->isCorrected;
    it->isCorrected = true;
}

void PageLedger::allowCorrections()
{
    for (Entry &entry : m_pages)
        entry.isCorrected = entry.isResting = false;
}

void PageLedger::forgetFailure(int page)
{
    const auto it = m_pages.find(page);
    if (it == m_pages.end())
        return;
    it->error.reset();
    if (!it->held)
        m_pages.remove(page);
}

void PageLedger::forgetFailuresOutside(int firstPage, int lastPage)
{
    const QList<int> pages = m_pages.keys();
    for (const int page : pages) {
        if (page < firstPage || page > lastPage)
            forgetFailure(page);
    }
}

void PageLedger::remove(int page)
{
    m_pages.remove(page);
}

RowState PageLedger::state(int page) const
{
    const auto it = m_pages.constFind(page);
    if (it == m_pages.constEnd())
        return RowState::Loading;
    if (!it->held)
        return it->error ? RowState::Failed : RowState::Loading;
    return it->stale ? RowState::Stale : RowState::Fresh;
}

std::optional<Error> PageLedger::error(int page) const
{
    const auto it = m_pages.constFind(page);
    return it == m_pages.constEnd() ? std::nullopt : it->error;
}

bool PageLedger::isHeld(int page) const
{
    const auto it = m_pages.constFind(page);
    return it != m_pages.constEnd() && it->held;
}

bool PageLedger::needsFetch(int page) const
{
    const auto it = m_pages.constFind(page);
    if (it == m_pages.constEnd())
        return true;
    return (!it->held || it->stale) && !it->error && !it->isResting;
}

QList<int> PageLedger::heldPages() const
{
    QList<int> pages;
    for (auto it = m_pages.constBegin(); it != m_pages.constEnd(); ++it) {
        if (it->held)
            pages << it.key();
    }
    std::ranges::sort(pages);
    return pages;
}

void PageLedger::touch(int page)
{
    if (const auto it = m_pages.find(page); it != m_pages.end())
        it->used = ++m_clock;
}

QList<int> PageLedger::takeExcess(int capacity, int firstPage, int lastPage)
{
    QList<int> pages = heldPages();
    const qsizetype excess = pages.size() - capacity;
    if (excess <= 0)
        return {};
    pages.removeIf([&](int page) { return page >= firstPage && page <= lastPage; });
    std::ranges::sort(pages, {}, [this](int page) { return m_pages.value(page).used; });
    pages.resize(std::min(excess, pages.size()));
    for (const int page : std::as_const(pages))
        m_pages.remove(page);
    return pages;
}

} // namespace falconer
