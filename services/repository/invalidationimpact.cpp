// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/repository/invalidationimpact.h"

#include "services/hawkbit/actions.h"
#include "services/hawkbit/rsql.h"

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

qint64 sumWithout(const QMap<QString, qint64> &counts, const QStringList &left)
{
    qint64 sum = 0;
    for (auto it = counts.begin(); it != counts.end(); ++it) {
        if (!left.contains(it.key().toUpper()))
            sum += it.value();
    }
    return sum;
}

qint64 runningOf(const DistributionSetStatistics &statistics)
{
    return sumWithout(statistics.actions,
        { u"TOTAL"_s, u"FINISHED"_s, u"ERROR"_s, u"CANCELED"_s, u"DOWNLOADED"_s });
}

qint64 openRolloutsOf(const DistributionSetStatistics &statistics)
{
    return sumWithout(statistics.rollouts,
        { u"TOTAL"_s, u"FINISHED"_s, u"STOPPED"_s, u"DELETING"_s, u"DELETED"_s });
}

} // namespace

InvalidationImpact invalidationImpact(
    const std::optional<DistributionSetStatistics> &statistics, std::optional<qint64> running)
{
    InvalidationImpact impact{ .runningActions = running };
    if (!statistics)
        return impact;
    if (!running)
        impact.runningActions = runningOf(*statistics);
    impact.canceling = statistics->actions.value(u"CANCELING"_s);
    impact.rollouts = openRolloutsOf(*statistics);
    impact.autoAssignments = statistics->autoAssignments;
    return impact;
}

void InvalidationGatherer::start(Client &client, const Dialect &dialect, qint64 setId, Done done)
{
    stop();
    m_done = std::move(done);
    m_statistics.reset();
    m_running.reset();
    m_open = 2;
    m_statisticsCall = client.send(getDistributionSetStatistics(setId),
        [this](const Result<DistributionSetStatistics> &answer) {
            if (answer)
                m_statistics = *answer;
            answered();
        });
    const ListQuery query{ .limit = 1,
        .filter = rsqlAnd({ dialect.runningActionsFilter(),
            rsqlSame(u"distributionset.id"_s, QString::number(setId)) }) };
    m_actionsCall = client.send(listActions(query), [this](const Result<Page<Action>> &answer) {
        if (answer)
            m_running = answer->total;
        answered();
    });
}

void InvalidationGatherer::stop()
{
    m_statisticsCall = {};
    m_actionsCall = {};
}

void InvalidationGatherer::answered()
{
    if (--m_open > 0)
        return;
    const Done done = m_done;
    done(invalidationImpact(m_statistics, m_running));
}

} // namespace falconer
