// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/selectedsets.h"

#include "services/hawkbit/rsql.h"

namespace falconer {

using namespace Qt::StringLiterals;

void SelectedSets::find(Client &client, const SetSelection &selection, Done done)
{
    Q_ASSERT(!selection.isAtHand());
    m_selection = selection;
    m_found = { .sets = selection.sets };
    m_done = std::move(done);
    QStringList filters{ selection.filter.value_or(QString()) };
    if (!selection.filter) {
        QStringList ids;
        for (const qint64 id : selection.ids)
            ids << QString::number(id);
        filters = rsqlIn(u"id"_s, ids);
    }
    m_walk.start(
        client, filters, listDistributionSets,
        [this](const Page<DistributionSet> &page) { return take(page); },
        [this](const std::optional<Error> &error) {
            const Done answer = m_done;
            if (error)
                answer(tl::unexpected(*error));
            else
                answer(m_found);
        });
}

bool SelectedSets::take(const Page<DistributionSet> &page)
{
    for (const DistributionSet &set : page.content) {
        if (!m_selection.excluded.contains(set.id))
            m_found.sets << set;
    }
    m_found.limited = m_selection.filter && page.total > limit + m_selection.excluded.size();
    const bool isEnough = m_found.limited && m_found.sets.size() >= limit;
    if (isEnough)
        m_found.sets.resize(limit);
    return !isEnough;
}

} // namespace falconer
