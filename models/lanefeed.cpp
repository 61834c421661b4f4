// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lanefeed.h"

#include "services/history/historycache.h"

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 500;

} // namespace

ListQuery LaneFeed::newestFirst(int offset, int limit)
{
    return { .offset = offset, .limit = limit, .sort = { u"id"_s, Qt::DescendingOrder } };
}

LaneFeed::LaneFeed(Client &client, Feed &feed, HistoryCache *histories, TimelineLane lane,
    std::function<void()> changed)
    : m_client(client)
    , m_feed(feed)
    , m_histories(histories)
    , m_changed(std::move(changed))
    , m_lane(std::move(lane))
    , m_chosen(m_lane.actionId)
{
}

bool LaneFeed::setPoll(const std::optional<PollStatus> &poll)
{
    if (!poll || poll == m_lane.poll)
        return false;
    if (m_lane.poll && poll->lastRequestAt < m_lane.poll->lastRequestAt)
        return false; // an answer that was on its way
    m_lane.poll = poll;
    return true;
}

qint64 LaneFeed::newestKnown() const
{
    return m_actions.isEmpty() ? 0 : m_actions.constFirst().id;
}

void LaneFeed::note(qint64 actionId)
{
    if (!m_isRead)
        m_noted = std::max(m_noted, actionId);
    else if (newestKnown() < actionId)
        reloadSoon();
}

void LaneFeed::load()
{
    m_wasAsked = true;
    m_lane.isLoading = true;
    m_call = m_client.send(listTargetActions(m_lane.controllerId, newestFirst(0, mostActions)),
        [this](const Result<Page<Action>> &page) {
            if (!page)
                return fail(page.error());
            takeActions(*page);
            if (!m_lane.action || m_isComplete)
                finishLoading(); // no statuses are on their way
        });
}

void LaneFeed::takeActions(const Page<Action> &page)
{
    m_actions = page.content;
    m_isRead = true;
    if (newestKnown() < std::exchange(m_noted, 0))
        m_wasAsked = false; // it came while the answer was on its way
    auto wanted = std::ranges::find_if(m_actions,
        [this](const Action &action) { return m_chosen ? action.id == *m_chosen : action.active; });
    if (wanted != m_actions.end())
        show(*wanted);
    else if (m_chosen)
        loadChosen(); // older than the newest fifty
    else if (!m_actions.isEmpty())
        show(m_actions.constFirst());
}

void LaneFeed::loadChosen()
{
    if (m_lane.action && m_lane.action->id == *m_chosen && m_lane.action->hasEnded())
        return m_actions.append(*m_lane.action); // never changes
    m_call = m_client.send(
        getAction(m_lane.controllerId, *m_chosen), [this](const Result<Action> &action) {
            if (!action)
                return fail(action.error());
            m_actions << *action;
            show(*action);
            if (m_isComplete)
                finishLoading();
        });
}

void LaneFeed::show(Action action)
{
    const bool isOther = !m_lane.action || m_lane.action->id != action.id;
    if (action.controllerId.isEmpty())
        action.controllerId = m_lane.controllerId;
    // The list of a target's actions does not name their sets; the action itself does.
    if (action.distributionSet.isEmpty())
        action.distributionSet = m_setNames.value(action.id);
    const std::optional<Action> former = std::exchange(m_lane.action, std::move(action));
    if (isOther) {
        m_statusWatch = {};
        m_followed = 0;
        m_builder.emplace(*m_lane.action, m_patterns);
        m_mustReadAnew = false;
        m_isComplete = false;
        takeStatuses({});
    }
    const bool hasEnded = former && former->active && !m_lane.action->active;
    m_isComplete = m_isComplete && !hasEnded; // an end comes with its last reports
    if (!m_isComplete)
        return loadHistory();
    if (m_lane.action == former)
        return;
    m_builder->setAction(*m_lane.action);
    takeStatuses({});
    announce(); // its state changed: the statuses follow
}

void LaneFeed::chooseAction(qint64 actionId)
{
    if (m_chosen == actionId)
        return;
    m_chosen = actionId;
    const auto action = std::ranges::find(m_actions, actionId, &Action::id);
    if (action != m_actions.end())
        show(*action);
}

void LaneFeed::loadHistory()
{
    if (!m_histories || !m_lane.action->hasEnded())
        return loadStatuses(0);
    m_lane.isLoading = true;
    m_call = m_histories->load(
        historyKey(*m_lane.action), [this](std::optional<QList<ActionStatus>> statuses) {
            if (!statuses)
                return loadStatuses(0);
            m_builder->setAction(*m_lane.action);
            takeStatuses(*statuses);
            finishLoading();
        });
}

void LaneFeed::loadStatuses(int offset)
{
    m_lane.isLoading = true;
    if (offset == 0)
        m_arrived.clear();
    m_call = m_client.send(
        listActionStatuses(m_lane.controllerId, m_lane.action->id, newestFirst(offset, pageSize)),
        [this, offset](const Result<Page<ActionStatus>> &page) {
            if (!page)
                return fail(page.error());
            m_arrived += page->content;
            // New ones push the rest down meanwhile: pages overlap then, and nothing is lost.
            if (page->content.size() == pageSize && offset + pageSize < page->total)
                return loadStatuses(offset + pageSize);
            m_builder->setAction(*m_lane.action);
            takeStatuses(std::exchange(m_arrived, {}));
            if (m_histories && m_lane.action->hasEnded())
                m_histories->keep(*m_lane.action, m_lane.statuses);
            finishLoading();
        });
}

// The lane shares what the builder has; it lets go first, so that nothing is copied.
void LaneFeed::takeStatuses(const QList<ActionStatus> &statuses)
{
    m_lane.statuses = {};
    m_lane.timeline = {};
    m_builder->add(statuses);
    m_lane.statuses = m_builder->entries();
    m_lane.timeline = m_builder->timeline();
    ++m_lane.revision;
}

void LaneFeed::setPatterns(const MessagePatterns &patterns)
{
    m_patterns = patterns;
    m_mustReadAnew = m_builder.has_value();
}

void LaneFeed::readAnew()
{
    m_builder->setPatterns(m_patterns);
    m_mustReadAnew = false;
    takeStatuses({});
    announce(); // whether it still runs may be read differently
}

bool LaneFeed::isKnown(const ActionStatus &status) const
{
    return std::ranges::binary_search(m_builder->entries(), status.id, {}, &ActionStatus::id);
}

void LaneFeed::finishLoading()
{
    m_lane.isLoading = false;
    m_lane.error.reset();
    m_isComplete = true;
    announce();
    if (m_lane.action && m_lane.action->distributionSet.isEmpty())
        loadSetName(m_lane.action->id);
}

void LaneFeed::loadSetName(qint64 actionId)
{
    m_nameCall = m_client.send(
        getAction(m_lane.controllerId, actionId), [this, actionId](const Result<Action> &action) {
            if (!action || action->distributionSet.isEmpty() || !m_lane.action)
                return; // the lane is whole without it
            m_setNames.insert(actionId, action->distributionSet);
            if (m_lane.action->id != actionId)
                return;
            m_lane.action->distributionSet = action->distributionSet;
            touched();
        });
}

void LaneFeed::fail(const Error &error)
{
    m_lane.isLoading = false;
    m_lane.error = error;
    announce();
}

void LaneFeed::touched()
{
    ++m_lane.revision;
    m_changed();
}

void LaneFeed::announce()
{
    setWatched(m_isWatched);
    touched();
}

} // namespace falconer
