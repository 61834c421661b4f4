// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/setfates.h"

#include "services/repository/invalidationimpact.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

SetFate setFate(const DistributionSet &set, const Result<DistributionSetStatistics> &use)
{
    if (!use)
        return { .set = set };
    const bool wasUsed = use->actions.value(u"total"_s) > 0 || use->rollouts.value(u"total"_s) > 0;
    return { .set = set,
        .kind = wasUsed ? SetFate::Kind::Hidden : SetFate::Kind::Gone,
        .autoAssignments = use->autoAssignments,
        .runningActions = invalidationImpact(*use, {}).runningActions.value_or(0) };
}

void SetFates::read(Client &client, const QList<DistributionSet> &sets, Done done)
{
    Q_ASSERT(!sets.isEmpty());
    m_done = std::move(done);
    m_fates.clear();
    m_calls.clear();
    for (const DistributionSet &set : sets)
        m_fates << SetFate{ .set = set };
    m_open = std::min(sets.size(), limit);
    for (qsizetype i = 0; i < std::min(sets.size(), limit); ++i) {
        m_calls.push_back(client.send(getDistributionSetStatistics(sets.at(i).id),
            [this, i](const Result<DistributionSetStatistics> &use) {
                m_fates[i] = setFate(m_fates.at(i).set, use);
                if (--m_open > 0)
                    return;
                const Done answer = m_done;
                answer(m_fates);
            }));
    }
}

} // namespace falconer
