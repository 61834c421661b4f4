// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journal.h"

namespace falconer {

Journal::Journal(QList<JournalEntry> earlier, QObject *parent)
    : QObject(parent)
    , m_entries(std::move(earlier))
{
}

void Journal::add(const JournalEntry &entry)
{
    m_entries << entry;
    emit added(entry);
}

} // namespace falconer
