// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanefeed.h"
#include "models/lanelist.h"
#include "models/lanepolls.h"
#include "models/neweractions.h"

#include <QTimer>

#include <memory>
#include <vector>

namespace falconer {

class HistoryCache;
class PatternStore;

// The lanes of some targets, kept up to date: what the timeline shows. Lanes in view are loaded
// first, and only they are followed; a few at a time, so that a hundred targets do not hold up
// everything else. More than mostLanes are left out, and counted.
class TimelineSource final : public LaneList {
    Q_OBJECT

public:
    static constexpr int mostLanes = 200;
    static constexpr int mostAtOnce = 3;
    static constexpr int mostOlder = 5;

    struct Wanted {
        QString controllerId;
        QString targetName;
        std::optional<PollStatus> poll;
        std::optional<qint64> actionId = {}; // instead of the running or newest action
        QString targetType = {};
    };

    // histories: of ended actions, nullptr: each is fetched. All outlive the source.
    TimelineSource(
        Client &client, Feed &feed, HistoryCache *histories = nullptr, QObject *parent = nullptr);
    ~TimelineSource() override;

    // Lanes that stay keep what they have.
    void setTargets(const QList<Wanted> &targets);
    void setVisibleLanes(const QList<int> &lanes); // in the order in which they are seen
    // Of a single target its older actions too, a lane each below the present one.
    void setOlderShown(bool shown);
    bool hasOlder() const { return !olderActions().isEmpty(); }
    // In the lane with this key, instead of what it shows.
    void chooseAction(const QString &lane, qint64 actionId);
    // The words of people's own devices. Takes effect at once, lane after lane, those in view
    // first; nothing is asked again.
    void setPatterns(const MessagePatterns &patterns);
    void followPatterns(const PatternStore &store); // now, and whenever they change
    void retry();                                   // lanes that could not be read
    // Whether lanes out of sight are read as well, one after the other; those in sight always are.
    void setReadsAll(bool all);
    bool readsAll() const { return m_readsAll; }
    int lanesToRead() const; // with those being read
    // After a write of our own: newer actions are looked for, a few lanes at a time.
    void reload();
    // The same for these alone: somebody else may have assigned something to them.
    void lookFor(const QStringList &controllerIds);

    int count() const override { return int(m_lanes.size()); }
    const TimelineLane &lane(int index) const override { return m_lanes[size_t(index)]->lane(); }
    const QList<Action> &shownActions() const { return m_shownActions; } // of the lanes
    int readLanes() const { return m_readLanes; } // whose action, or that there is none, is known
    QList<Action> actionsOf(const QString &lane) const; // newest first
    int leftOut() const { return m_leftOut; }
    // For whoever asks more about these lanes.
    Client &client() const { return m_client; }
    HistoryCache *histories() const { return m_histories; }
    const MessagePatterns &patterns() const { return m_patterns; }

signals:
    void shownActionsChanged(); // not when only statuses came

private:
    LaneFeed *find(const QString &key) const;
    void makeLanes();
    std::unique_ptr<LaneFeed> newLane(TimelineLane lane);
    QList<qint64> olderActions() const;
    void announce();
    void updateShownActions();
    void loadNext();
    void readAnew();
    LaneFeed *nextToReadAnew() const;
    void watchPolls();
    void takePoll(const Target &target);
    void watchActions();
    void takeAction(const Action &action);

    Client &m_client;
    Feed &m_feed;
    HistoryCache *m_histories;
    QList<Wanted> m_targets;
    QList<qint64> m_shownOlder; // actions
    bool m_showsOlder = false;
    bool m_readsAll = true;
    std::vector<std::unique_ptr<LaneFeed>> m_lanes;
    QList<Action> m_shownActions;
    MessagePatterns m_patterns;
    QTimer m_soon; // many lanes that change at once are one change
    QTimer m_readAnewSoon;
    QList<int> m_visible;
    LanePolls m_polls;    // of the running lanes in view
    NewerActions m_newer; // of the devices of all lanes
    int m_readLanes = 0;
    int m_leftOut = 0;
};

} // namespace falconer
