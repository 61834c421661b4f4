// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/laneinsight.h"
#include "models/relativetime.h"

#include <QHash>
#include <QTimer>

namespace falconer {

// What happened to a lane that somebody who looks elsewhere wants to hear of.
struct LaneNews {
    enum class Kind { Finished, Failed, Canceled, NeedsAttention, Returned };

    Kind kind = Kind::Finished;
    QString title; // of the lane
    QString cause; // of a failure, the device's words; mostly empty

    bool operator==(const LaneNews &) const = default;
};

// Looks at lanes while they change and while time passes. A lane that it sees for the first time is
// no news, whatever its state.
class LaneWatch final : public QObject {
    Q_OBJECT

public:
    // lanes outlive it.
    LaneWatch(const LaneList &lanes, Clock clock, QObject *parent = nullptr);

    // By what lanes are judged from now on, as the timeline judges them; outlives the watch.
    void setInsight(const LaneInsight &insight) { m_insight = &insight; }

    void look(); // now; called by itself

signals:
    void happened(const QList<falconer::LaneNews> &news);

private:
    QList<LaneNews> findNews();
    LaneState stateOf(const TimelineLane &lane, const QDateTime &now) const;

    const LaneList &m_lanes;
    Clock m_clock;
    const LaneInsight *m_insight = nullptr;
    int m_learned = 0; // when the limits were taken from it
    AttentionLimits m_limits;
    QHash<QString, LaneState> m_known; // by the lane's key and action
    QTimer m_timer;
};

} // namespace falconer
