// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/history/historyworker.h"

namespace falconer {

void HistoryWorker::load(quint64 question, const HistoryKey &key)
{
    if (m_skipsLoads)
        return;
    const auto found = m_file.load(key);
    if (!found)
        emit failed(found.error());
    emit loaded(question, found.value_or(std::nullopt));
}

void HistoryWorker::keep(const HistoryKey &key, const QList<ActionStatus> &statuses)
{
    if (m_skipsKeeps)
        return;
    if (const auto kept = m_file.keep(key, statuses); !kept)
        emit failed(kept.error());
}

} // namespace falconer
