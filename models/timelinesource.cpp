// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timelinesource.h"

#include "services/timeline/patternstore.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <map>
#include <utility>

namespace falconer {

namespace {

constexpr qint64 readAnewTime = 8; // ms at a time

} // namespace

TimelineSource::TimelineSource(Client &client, Feed &feed, HistoryCache *histories, QObject *parent)
    : LaneList(parent)
    , m_client(client)
    , m_feed(feed)
    , m_histories(histories)
    , m_polls(feed, [this](const Target &target) { takePoll(target); })
    , m_newer(
          feed, [this](const Action &action) { takeAction(action); }, [this] { m_soon.start(); })
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &TimelineSource::announce);
    m_readAnewSoon.setSingleShot(true);
    m_readAnewSoon.setInterval(0);
    connect(&m_readAnewSoon, &QTimer::timeout, this, &TimelineSource::readAnew);
}

TimelineSource::~TimelineSource() = default;

LaneFeed *TimelineSource::find(const QString &key) const
{
    const auto found = std::ranges::find_if(
        m_lanes, [&key](const auto &lane) { return lane->lane().key() == key; });
    return found == m_lanes.end() ? nullptr : found->get();
}

void TimelineSource::setTargets(const QList<Wanted> &targets)
{
    m_leftOut = int(std::max<qsizetype>(0, targets.size() - mostLanes));
    m_targets = targets.first(targets.size() - m_leftOut);
    m_readsAll = true;
    makeLanes();
}

void TimelineSource::setOlderShown(bool shown)
{
    if (std::exchange(m_showsOlder, shown) != shown)
        makeLanes();
}

void TimelineSource::makeLanes()
{
    QList<TimelineLane> wanted;
    for (const Wanted &target : std::as_const(m_targets))
        wanted << TimelineLane{ .controllerId = target.controllerId,
            .targetName = target.targetName,
            .targetType = target.targetType,
            .actionId = target.actionId,
            .poll = target.poll };
    m_shownOlder = m_showsOlder ? olderActions() : QList<qint64>();
    for (const qint64 action : std::as_const(m_shownOlder))
        wanted << TimelineLane{ .controllerId = m_targets.first().controllerId,
            .targetName = m_targets.first().targetName,
            .actionId = action,
            .isOlder = true };
    QHash<QString, int> lanesOf; // a device
    for (const TimelineLane &lane : std::as_const(wanted))
        ++lanesOf[lane.controllerId];
    std::map<QString, std::unique_ptr<LaneFeed>> former;
    for (std::unique_ptr<LaneFeed> &lane : m_lanes)
        former.emplace(lane->lane().key(), std::move(lane));
    m_lanes.clear();
    for (TimelineLane &lane : wanted) {
        std::unique_ptr<LaneFeed> &kept = former[lane.key()];
        const std::optional<PollStatus> poll = lane.poll;
        m_lanes.push_back(kept ? std::move(kept) : newLane(std::move(lane)));
        m_lanes.back()->setPoll(poll);
        m_lanes.back()->setOneOfSeveral(
            lanesOf[m_lanes.back()->lane().controllerId] > 1 && !m_showsOlder);
    }
    setVisibleLanes(m_visible);
    announce(); // at once: whoever shows lanes must not look at former ones
}

std::unique_ptr<LaneFeed> TimelineSource::newLane(TimelineLane lane)
{
    auto made = std::make_unique<LaneFeed>(
        m_client, m_feed, m_histories, std::move(lane), [this] { m_soon.start(); });
    made->setPatterns(m_patterns);
    return made;
}

// Those before the one that is shown, of a single target and once they are known.
QList<qint64> TimelineSource::olderActions() const
{
    QList<qint64> older;
    if (m_targets.size() != 1 || m_targets.first().actionId)
        return older;
    const LaneFeed *const present = find(m_targets.first().controllerId);
    if (!present || !present->lane().action)
        return older;
    for (const Action &action : present->actions()) {
        if (action.id < present->lane().action->id && older.size() < mostOlder)
            older << action.id;
    }
    return older;
}

void TimelineSource::setVisibleLanes(const QList<int> &lanes)
{
    m_visible = lanes;
    const QSet<int> visible(lanes.begin(), lanes.end());
    for (int i = 0; i < count(); ++i)
        m_lanes[size_t(i)]->setWatched(visible.contains(i));
    loadNext();
    watchPolls();
}

void TimelineSource::watchPolls()
{
    QStringList running;
    for (const int index : std::as_const(m_visible)) {
        if (index < count() && lane(index).action && lane(index).timeline.isRunning())
            running << lane(index).controllerId;
    }
    running.sort(); // the same request however they are arranged
    running.removeDuplicates();
    m_polls.watch(running);
}

void TimelineSource::takePoll(const Target &target)
{
    for (const auto &lane : m_lanes) {
        if (lane->lane().controllerId == target.controllerId && lane->setPoll(target.pollStatus))
            m_soon.start();
    }
}

void TimelineSource::watchActions()
{
    QStringList devices;
    for (const Wanted &target : std::as_const(m_targets))
        devices << target.controllerId;
    devices.sort();
    devices.removeDuplicates();
    m_newer.watch(devices);
}

void TimelineSource::takeAction(const Action &action)
{
    for (const auto &lane : m_lanes) {
        if (lane->lane().controllerId == action.controllerId)
            lane->note(action.id);
    }
}

void TimelineSource::chooseAction(const QString &lane, qint64 actionId)
{
    if (LaneFeed *const found = find(lane))
        found->chooseAction(actionId);
    m_soon.start();
}

void TimelineSource::setPatterns(const MessagePatterns &patterns)
{
    m_patterns = patterns;
    for (const auto &lane : m_lanes)
        lane->setPatterns(patterns);
    m_readAnewSoon.start();
}

void TimelineSource::followPatterns(const PatternStore &store)
{
    setPatterns(store.usable());
    connect(&store, &PatternStore::changed, this, [this, &store] { setPatterns(store.usable()); });
}

// Two hundred lanes of a thousand reports take their time: the window goes on meanwhile.
void TimelineSource::readAnew()
{
    QElapsedTimer elapsed;
    elapsed.start();
    LaneFeed *lane = nextToReadAnew();
    while (lane && elapsed.elapsed() < readAnewTime) {
        lane->readAnew();
        lane = nextToReadAnew();
    }
    if (lane)
        m_readAnewSoon.start();
}

LaneFeed *TimelineSource::nextToReadAnew() const
{
    for (const int index : m_visible) {
        if (index < count() && m_lanes[size_t(index)]->mustReadAnew())
            return m_lanes[size_t(index)].get();
    }
    const auto found = std::ranges::find_if(m_lanes, &LaneFeed::mustReadAnew);
    return found == m_lanes.end() ? nullptr : found->get();
}

void TimelineSource::retry()
{
    for (const auto &lane : m_lanes) {
        if (lane->lane().error && !lane->isLoading())
            lane->load();
    }
    m_soon.start();
}

void TimelineSource::setReadsAll(bool all)
{
    m_readsAll = all;
    m_soon.start();
}

int TimelineSource::lanesToRead() const
{
    return int(std::ranges::count_if(
        m_lanes, [](const auto &lane) { return lane->wantsLoading() || lane->isLoading(); }));
}

void TimelineSource::reload()
{
    for (const auto &lane : m_lanes)
        lane->reloadSoon();
    loadNext();
}

void TimelineSource::lookFor(const QStringList &controllerIds)
{
    for (const auto &lane : m_lanes) {
        if (!lane->lane().actionId && controllerIds.contains(lane->lane().controllerId))
            lane->reloadSoon();
    }
    loadNext();
}

void TimelineSource::announce()
{
    if (m_showsOlder && olderActions() != m_shownOlder)
        return makeLanes(); // comes back here
    loadNext();
    watchPolls();
    watchActions();
    updateShownActions();
    emit changed();
}

// Commands depend on the actions alone, and reports, which are most of the changes, move none.
void TimelineSource::updateShownActions()
{
    QList<Action> actions;
    int read = 0;
    for (const auto &lane : m_lanes) {
        read += lane->isRead();
        if (lane->lane().action && !lane->lane().isOlder)
            actions << *lane->lane().action;
    }
    if (actions == m_shownActions && read == m_readLanes)
        return;
    m_shownActions = std::move(actions);
    m_readLanes = read;
    emit shownActionsChanged();
}

void TimelineSource::loadNext()
{
    auto busy = std::ranges::count_if(m_lanes, [](const auto &lane) { return lane->isLoading(); });
    const auto load = [&](int index) {
        if (index >= count() || busy >= mostAtOnce || !m_lanes[size_t(index)]->wantsLoading())
            return;
        m_lanes[size_t(index)]->load();
        ++busy;
    };
    std::ranges::for_each(m_visible, load);
    for (int i = 0; m_readsAll && i < count(); ++i)
        load(i);
}

QList<Action> TimelineSource::actionsOf(const QString &lane) const
{
    const LaneFeed *const found = find(lane);
    return found ? found->actions() : QList<Action>();
}

} // namespace falconer
