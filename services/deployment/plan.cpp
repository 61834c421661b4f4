// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/deployment/plan.h"

#include "services/deployment/versionorder.h"

#include <algorithm>
#include <numeric>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

// While it is not known what a type takes, its targets count as taken.
bool isRefused(const Target &target, const PlanFacts &facts)
{
    if (!target.targetTypeId || !facts.accepted.contains(*target.targetTypeId))
        return false;
    const QList<DistributionSetType> &accepted = facts.accepted[*target.targetTypeId];
    return std::none_of(accepted.begin(), accepted.end(),
        [&](const DistributionSetType &type) { return type.key == facts.set.type; });
}

// The group of a key, made when it is new.
template <typename Group, typename Matches>
Group &groupOf(QList<Group> &groups, Matches matches, const Group &fresh)
{
    const auto found = std::find_if(groups.begin(), groups.end(), matches);
    if (found != groups.end())
        return *found;
    groups << fresh;
    return groups.last();
}

template <typename Group> void sortBySize(QList<Group> &groups)
{
    std::stable_sort(groups.begin(), groups.end(),
        [](const Group &a, const Group &b) { return a.targets.size() > b.targets.size(); });
}

template <typename Group> qint64 countTargets(const QList<Group> &groups)
{
    return std::accumulate(groups.begin(), groups.end(), qint64(0),
        [](qint64 sum, const Group &group) { return sum + group.targets.size(); });
}

// Sorts the targets into the lists of a plan.
class Planner final {
public:
    explicit Planner(const PlanFacts &facts)
        : m_facts(facts)
    {
        for (const Action &action : facts.running) {
            if (isOfThisSet(action))
                m_there.insert(action.controllerId);
        }
    }

    Plan run()
    {
        m_plan.set = m_facts.set;
        m_plan.selected = m_facts.selected;
        m_plan.missingModuleTypes = m_facts.missingModuleTypes;
        m_plan.incompleteModules = m_facts.incompleteModules;
        std::copy(std::begin(m_facts.parts), std::end(m_facts.parts), m_plan.parts);
        for (const Target &target : m_facts.targets)
            place({ target.controllerId, target.name }, &target);
        for (const QString &id : m_facts.unresolvedIds)
            place({ id, id }, nullptr);
        addCancellations();
        for (PlanChange &change : m_plan.changes) {
            if (change.isDowngrade)
                m_plan.downgrades += change.targets;
        }
        sortBySize(m_plan.changes);
        sortBySize(m_plan.cancellations);
        sortBySize(m_plan.refusals);
        m_plan.block = block();
        return std::move(m_plan);
    }

private:
    bool isOfThisSet(const Action &action) const
    {
        if (action.distributionSetId)
            return *action.distributionSetId == m_facts.set.id;
        return action.distributionSet == m_facts.set.name + u':' + m_facts.set.version;
    }

    // target: nothing, when only its id is known.
    void place(const PlanTarget &named, const Target *target)
    {
        const QString &id = named.controllerId;
        if (m_facts.absentIds.contains(id)) {
            m_plan.absent << id;
        } else if (m_facts.assigned.contains(id) || m_there.contains(id)) {
            m_plan.alreadyThere << named;
        } else if (target && isRefused(*target, m_facts)) {
            addRefusal(named, *target);
        } else {
            m_plan.starting << named;
            m_starting.insert(id, named);
            addChange(named);
            if (target)
                addSilence(named, *target);
        }
    }

    void addRefusal(const PlanTarget &named, const Target &target)
    {
        PlanRefusal fresh{ .targetType = target.targetTypeName };
        for (const DistributionSetType &type : m_facts.accepted[*target.targetTypeId])
            fresh.accepted << (type.name.isEmpty() ? type.key : type.name);
        groupOf(
            m_plan.refusals,
            [&](const PlanRefusal &group) { return group.targetType == fresh.targetType; }, fresh)
                .targets
            << named;
    }

    void addChange(const PlanTarget &named)
    {
        PlanChange fresh;
        if (m_facts.installed.contains(named.controllerId)) {
            fresh.from = PlanChange::From::Set;
            fresh.former = { m_facts.set.name, m_facts.set.version };
            m_plan.reinstalling << named;
        } else if (const auto it = m_facts.former.find(named.controllerId);
                   it != m_facts.former.end()) {
            fresh.from = it->name.isEmpty() ? PlanChange::From::Nothing : PlanChange::From::Set;
            fresh.former = *it;
            fresh.isDowngrade = it->name == m_facts.set.name
                && compareVersions(m_facts.set.version, it->version) < 0;
        }
        groupOf(
            m_plan.changes,
            [&](const PlanChange &group) {
                return group.from == fresh.from && group.former == fresh.former;
            },
            fresh)
                .targets
            << named;
    }

    void addSilence(const PlanTarget &named, const Target &target)
    {
        if (target.pollStatus && target.pollStatus->overdue) {
            m_plan.overdue << named;
            const QDateTime since = target.pollStatus->nextExpectedRequestAt;
            if (!m_plan.overdueSince.isValid() || since < m_plan.overdueSince)
                m_plan.overdueSince = since;
        } else if (!target.pollStatus && !target.lastControllerRequestAt.isValid()) {
            m_plan.neverPolled << named;
        }
    }

    void addCancellations()
    {
        for (const Action &action : m_facts.running) {
            const auto target = m_starting.find(action.controllerId);
            if (target == m_starting.end() || action.status == "canceling"_L1)
                continue;
            groupOf(
                m_plan.cancellations,
                [&](const PlanCancellation &group) {
                    return group.distributionSet == action.distributionSet;
                },
                PlanCancellation{ .distributionSet = action.distributionSet })
                    .targets
                << *target;
        }
    }

    PlanBlock block() const
    {
        if (m_facts.setGone || m_facts.set.deleted)
            return PlanBlock::SetDeleted;
        if (!m_facts.set.valid)
            return PlanBlock::SetInvalid;
        if (!m_facts.set.complete)
            return PlanBlock::SetIncomplete;
        if (!m_facts.mayAssign)
            return PlanBlock::NotPermitted;
        if (m_facts.selected > maxTargetsOfPlan)
            return PlanBlock::TooMany;
        const Knowledge &targets = m_facts.part(PlanPart::Targets);
        if (m_facts.byFilter && targets.state == Knowledge::State::Gathering)
            return PlanBlock::StillCounting;
        if (m_facts.byFilter && targets.state == Knowledge::State::Failed)
            return PlanBlock::Unreachable;
        return m_plan.starting.isEmpty() ? PlanBlock::NoTargets : PlanBlock::None;
    }

    const PlanFacts &m_facts;
    Plan m_plan;
    QSet<QString> m_there;
    QHash<QString, PlanTarget> m_starting;
};

} // namespace

size_t qHash(const SetName &name, size_t seed)
{
    return qHashMulti(seed, name.name, name.version);
}

bool Plan::isComplete() const
{
    return std::none_of(std::begin(parts), std::end(parts),
        [](const Knowledge &part) { return part.state == Knowledge::State::Gathering; });
}

qint64 Plan::cancelledCount() const
{
    return countTargets(cancellations);
}

qint64 Plan::refusedCount() const
{
    return countTargets(refusals);
}

QStringList Plan::controllerIds() const
{
    QStringList ids;
    ids.reserve(starting.size());
    for (const PlanTarget &target : starting)
        ids << target.controllerId;
    return ids;
}

Plan makePlan(const PlanFacts &facts)
{
    return Planner(facts).run();
}

} // namespace falconer
