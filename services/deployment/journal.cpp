// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journal.h"

#include <algorithm>

namespace falconer {

void Journal::add(const JournalEntry &entry)
{
    m_entries << entry;
    dropOldest();
    emit added(entry);
}

void Journal::addEarlier(const QList<JournalEntry> &entries)
{
    m_entries = entries + m_entries;
    dropOldest();
    emit earlierAdded();
}

void Journal::dropOldest()
{
    m_entries.remove(0, std::max<qsizetype>(m_entries.size() - most, 0));
}

} // namespace falconer
