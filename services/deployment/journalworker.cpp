// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/journalworker.h"

namespace falconer {

void JournalWorker::load()
{
    const Result<JournalFile::Content> content = m_file.load();
    if (!content)
        return emit ended(content.error());
    if (content->putAside)
        emit damagedPutAside(content->putAside->where);
    emit loaded(content->entries);
    if (content->notKept)
        emit ended(content->notKept);
}

void JournalWorker::append(const JournalEntry &entry)
{
    m_unwritten << entry;
    writeRest();
}

void JournalWorker::writeRest()
{
    if (m_unwritten.isEmpty())
        return;
    const Result<void> done = m_file.append(m_unwritten);
    if (done)
        m_unwritten.clear();
    emit ended(done ? std::nullopt : std::optional(done.error()));
}

} // namespace falconer
