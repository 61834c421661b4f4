// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How LaneFeed follows what it has read, while somebody sees it.
#include "models/lanefeed.h"

#include <algorithm>
#include <utility>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int newsSize = 50;

} // namespace

void LaneFeed::setWatched(bool watched)
{
    if (!watched && m_isWatched) {
        m_actionsWatch = {};
        m_statusWatch = {};
        m_followed = 0;
    }
    m_isWatched = watched;
    m_followsActions = m_followsActions && watched;
    if (!watched || !m_wasAsked)
        return;
    if (!std::exchange(m_followsActions, true))
        m_actionsWatch = m_feed.watch(
            listTargetActions(m_lane.controllerId, newestFirst(0, mostActions)), Priority::Slow,
            [this](const Result<Page<Action>> &page) {
                if (page) // else what is shown stays; the feed asks again
                    takeActions(*page);
            },
            Feed::First::InTurn);
    followNews();
}

void LaneFeed::followNews()
{
    const bool runs = m_isComplete && m_lane.action && m_lane.timeline.isRunning();
    if (!runs) {
        m_statusWatch = {};
        m_followed = 0;
        return;
    }
    if (m_followed == m_lane.action->id)
        return;
    m_followed = m_lane.action->id;
    m_statusWatch = m_feed.watch(
        listActionStatuses(m_lane.controllerId, m_followed, newestFirst(0, newsSize)),
        Priority::Lane, [this](const Result<Page<ActionStatus>> &page) { takeNews(page); },
        Feed::First::InTurn);
}

void LaneFeed::takeNews(const Result<Page<ActionStatus>> &page)
{
    if (!page) {
        m_lane.error = page.error(); // what is here may be old
        return touched();
    }
    const bool joins = std::ranges::any_of(
        page->content, [this](const ActionStatus &status) { return isKnown(status); });
    m_lane.error.reset();
    if (!joins && page->content.size() < page->total)
        return loadStatuses(0); // more came than a page holds
    takeStatuses(page->content);
    announce();
    if (m_lane.action->active && !m_lane.timeline.isRunning())
        confirmEnd();
}

// The last report says that the action ended; commands look at the action itself, which is read
// again only now and then.
void LaneFeed::confirmEnd()
{
    if (m_lane.isLoading)
        return; // the actions come anyway
    m_call = m_client.send(listTargetActions(m_lane.controllerId, newestFirst(0, mostActions)),
        [this](const Result<Page<Action>> &page) {
            if (page)
                takeActions(*page);
        });
}

} // namespace falconer
