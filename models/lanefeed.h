// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/timelinelane.h"
#include "services/http/client.h"
#include "services/live/feed.h"
#include "services/timeline/timelinebuilder.h"

#include <QMap>

#include <functional>
#include <optional>

namespace falconer {

class HistoryCache;

// Loads one lane and keeps it up to date: the actions of a target, the chosen one's statuses, all
// of them once (pages of 500), then only what is new. A finished history is read once, if at all:
// the cache may have it.
class LaneFeed final {
public:
    // lane: who is meant; what is read comes into it. histories: may be nullptr.
    LaneFeed(Client &client, Feed &feed, HistoryCache *histories, TimelineLane lane,
        std::function<void()> changed);

    const TimelineLane &lane() const { return m_lane; }
    const QList<Action> &actions() const { return m_actions; } // newest first, about 50
    bool isLoading() const { return m_lane.isLoading; }
    bool wantsLoading() const { return !m_wasAsked; }
    // Whether it is known what action there is, if any.
    bool isRead() const { return m_isRead; }

    // How the device's messages are to be read. What is here is read anew when told to.
    void setPatterns(const MessagePatterns &patterns);
    bool mustReadAnew() const { return m_mustReadAnew; }
    void readAnew();

    bool setPoll(const std::optional<PollStatus> &poll); // whether it is news
    void setOneOfSeveral(bool several) { m_lane.isOneOfSeveral = several; }
    void load();                              // also once more, after a failure
    void reloadSoon() { m_wasAsked = false; } // a newer action may be there
    void note(qint64 actionId);               // the device has it; reads anew what is too old
    // While it can be seen: a running action is followed, and a newer one found.
    void setWatched(bool watched);
    // Instead of the running or newest one.
    void chooseAction(qint64 actionId);

private:
    static constexpr int mostActions = 50;

    static ListQuery newestFirst(int offset, int limit);
    qint64 newestKnown() const;
    void takeActions(const Page<Action> &page);
    void loadChosen();
    void show(Action action);
    void loadHistory();
    void loadStatuses(int offset);
    void takeStatuses(const QList<ActionStatus> &statuses);
    void followNews();
    void takeNews(const Result<Page<ActionStatus>> &page);
    void confirmEnd();
    void finishLoading();
    void loadSetName(qint64 actionId);
    void fail(const Error &error);
    void touched();
    void announce();
    bool isKnown(const ActionStatus &status) const;

    Client &m_client;
    Feed &m_feed;
    HistoryCache *m_histories;
    std::function<void()> m_changed;
    TimelineLane m_lane;
    std::optional<TimelineBuilder> m_builder; // of the lane's action
    MessagePatterns m_patterns;
    bool m_mustReadAnew = false; // the builder's patterns are former ones
    QList<Action> m_actions;
    QList<ActionStatus> m_arrived; // pages of a history that is not whole yet
    std::optional<qint64> m_chosen;
    qint64 m_noted = 0; // an action, before it is known whether it is news
    bool m_isRead = false;
    bool m_wasAsked = false;
    bool m_isComplete = false; // all statuses up to the newest are here
    bool m_isWatched = false;
    bool m_followsActions = false;
    qint64 m_followed = 0;            // the action whose news are watched
    QMap<qint64, QString> m_setNames; // by action
    Call m_call;
    Call m_nameCall;
    Call m_actionsWatch;
    Call m_statusWatch;
};

} // namespace falconer
