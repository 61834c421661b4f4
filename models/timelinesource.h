// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanefeed.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace falconer {

// The lanes of some targets, kept up to date: what the timeline shows. Lanes in view are loaded
// first, and only they are followed; a few at a time, so that a hundred targets do not hold up
// everything else. More than mostLanes are left out, and counted.
class TimelineSource final : public QObject {
    Q_OBJECT

public:
    static constexpr int mostLanes = 200;
    static constexpr int mostAtOnce = 3;

    struct Wanted {
        QString controllerId;
        QString targetName;
        std::optional<PollStatus> poll;
        std::optional<qint64> actionId; // instead of the running or newest action
    };

    TimelineSource(Client &client, Feed &feed, QObject *parent = nullptr);
    ~TimelineSource() override;

    // Lanes that stay keep what they have.
    void setTargets(const QList<Wanted> &targets);
    void setVisibleLanes(int first, int last);
    void chooseAction(const QString &controllerId, qint64 actionId);
    void retry(); // lanes that could not be read
    // After a write of our own: newer actions are looked for, a few lanes at a time.
    void reload();

    QList<TimelineLane> lanes() const;
    const QList<Action> &shownActions() const { return m_shownActions; } // of the lanes
    QList<Action> actionsOf(const QString &controllerId) const;          // newest first
    int leftOut() const { return m_leftOut; }

signals:
    void changed();
    void shownActionsChanged(); // not when only statuses came

private:
    LaneFeed *find(const QString &controllerId) const;
    void laneChanged();
    void announce();
    void updateShownActions();
    void loadNext();

    Client &m_client;
    Feed &m_feed;
    std::vector<std::unique_ptr<LaneFeed>> m_lanes;
    QList<Action> m_shownActions;
    QTimer m_soon; // many lanes that change at once are one change
    int m_first = 0;
    int m_last = -1;
    int m_leftOut = 0;
};

} // namespace falconer
