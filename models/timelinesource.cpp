// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinesource.h"

#include <algorithm>

namespace falconer {

TimelineSource::TimelineSource(Client &client, Feed &feed, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_feed(feed)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &TimelineSource::announce);
}

TimelineSource::~TimelineSource() = default;

LaneFeed *TimelineSource::find(const QString &controllerId) const
{
    const auto found = std::ranges::find_if(m_lanes, [&controllerId](const auto &lane) {
        return lane && lane->lane().controllerId == controllerId;
    });
    return found == m_lanes.end() ? nullptr : found->get();
}

void TimelineSource::setTargets(const QList<Wanted> &targets)
{
    std::vector<std::unique_ptr<LaneFeed>> lanes;
    m_leftOut = int(std::max<qsizetype>(0, targets.size() - mostLanes));
    for (const Wanted &wanted : targets.first(targets.size() - m_leftOut)) {
        const auto kept = std::ranges::find_if(m_lanes, [&wanted](const auto &lane) {
            return lane && lane->lane().controllerId == wanted.controllerId;
        });
        if (kept != m_lanes.end())
            lanes.push_back(std::move(*kept));
        else
            lanes.push_back(std::make_unique<LaneFeed>(m_client, m_feed, wanted.controllerId,
                wanted.targetName, [this] { laneChanged(); }));
        lanes.back()->setPoll(wanted.poll);
        if (wanted.actionId)
            lanes.back()->chooseAction(*wanted.actionId);
    }
    m_lanes = std::move(lanes);
    setVisibleLanes(m_first, m_last);
    m_soon.start();
}

void TimelineSource::setVisibleLanes(int first, int last)
{
    m_first = first;
    m_last = last;
    for (int i = 0; i < int(m_lanes.size()); ++i)
        m_lanes[size_t(i)]->setWatched(i >= first && i <= last);
    loadNext();
}

void TimelineSource::chooseAction(const QString &controllerId, qint64 actionId)
{
    if (LaneFeed *lane = find(controllerId))
        lane->chooseAction(actionId);
    m_soon.start();
}

void TimelineSource::retry()
{
    for (const auto &lane : m_lanes) {
        if (lane->lane().error && !lane->isLoading())
            lane->load();
    }
    m_soon.start();
}

void TimelineSource::reload()
{
    for (const auto &lane : m_lanes)
        lane->reloadSoon();
    loadNext();
}

void TimelineSource::laneChanged()
{
    m_soon.start();
}

void TimelineSource::announce()
{
    loadNext();
    updateShownActions();
    emit changed();
}

// Commands depend on the actions alone, and reports, which are most of the changes, move none.
void TimelineSource::updateShownActions()
{
    QList<Action> actions;
    for (const auto &lane : m_lanes) {
        if (lane->lane().action)
            actions << *lane->lane().action;
    }
    if (actions == m_shownActions)
        return;
    m_shownActions = std::move(actions);
    emit shownActionsChanged();
}

void TimelineSource::loadNext()
{
    auto busy = std::ranges::count_if(m_lanes, [](const auto &lane) { return lane->isLoading(); });
    const auto loadRange = [&](int first, int last) {
        for (int i = std::max(0, first); i <= last && i < int(m_lanes.size()); ++i) {
            LaneFeed &lane = *m_lanes[size_t(i)];
            if (busy >= mostAtOnce)
                return;
            if (lane.wantsLoading()) {
                lane.load();
                ++busy;
            }
        }
    };
    loadRange(m_first, m_last);
    loadRange(0, int(m_lanes.size()) - 1);
}

QList<TimelineLane> TimelineSource::lanes() const
{
    QList<TimelineLane> lanes;
    lanes.reserve(qsizetype(m_lanes.size()));
    for (const auto &lane : m_lanes)
        lanes << lane->lane();
    return lanes;
}

QList<Action> TimelineSource::actionsOf(const QString &controllerId) const
{
    const LaneFeed *lane = find(controllerId);
    return lane ? lane->actions() : QList<Action>();
}

} // namespace falconer
