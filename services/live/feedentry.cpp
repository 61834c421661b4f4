// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/live/feedentry.h"

#include <algorithm>

namespace falconer {

int FeedEntryBase::addWatcher(Priority priority)
{
    m_watchers.insert(++m_nextId, priority);
    return m_nextId;
}

void FeedEntryBase::removeWatcher(int id)
{
    m_watchers.remove(id);
    if (!m_watchers.isEmpty())
        return;
    m_call.abort();
    m_inFlight = false;
    if (!isKnown())
        sentAt = -1;
}

Priority FeedEntryBase::priority() const
{
    return m_watchers.isEmpty() ? Priority::Sweep : *std::ranges::min_element(m_watchers);
}

} // namespace falconer
