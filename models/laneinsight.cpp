// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/laneinsight.h"

#include <algorithm>

namespace falconer {

namespace {

constexpr int leastForTwice = 5;

Attention attentionIn(const TimelineLane &lane, const AttentionLimits &limits, const QDateTime &now)
{
    if (!lane.action)
        return {};
    return attentionOf({ *lane.action, lane.timeline, lane.poll }, limits, now);
}

} // namespace

void LaneInsight::learn(const LaneList &lanes, LaneAlignment alignment)
{
    QList<DeviceTimeline> devices;
    for (int i = 0; i < lanes.count(); ++i) {
        if (lanes.lane(i).action)
            devices << DeviceTimeline{ lanes.lane(i).controllerId, lanes.lane(i).timeline };
    }
    ++m_learned;
    m_steps = stepStatistics(devices);
    m_typical = typicalCourse(devices, m_steps, alignment);
    m_limits.p95 = p95ByStep(m_steps);
    m_places.clear();
    for (qsizetype i = 0; i < m_steps.size(); ++i)
        m_places.insert(m_steps[i].key, i);
}

void LaneInsight::look(const LaneList &lanes, const QDateTime &now)
{
    m_attention.resize(lanes.count());
    m_keys.resize(lanes.count());
    for (int i = 0; i < lanes.count(); ++i) {
        const TimelineLane &lane = lanes.lane(i);
        m_attention[i] = attentionIn(lane, m_limits, now);
        m_keys[i] = lane.action
            ? laneKey(lane.title(), lane.targetType, lane.timeline, m_attention[i], now)
            : LaneKey{ .controllerId = lane.title(), .type = lane.targetType };
    }
}

int LaneInsight::needsPerson() const
{
    return int(std::ranges::count_if(m_attention, &Attention::needsPerson));
}

const StepStatistics *LaneInsight::usual(const StepKey &key) const
{
    const auto place = m_places.find(key);
    if (place == m_places.end() || m_steps[*place].devices < leastForTypical)
        return nullptr;
    return &m_steps[*place];
}

bool LaneInsight::isSlow(const StepKey &key, qint64 ms) const
{
    const StepStatistics *const statistics = usual(key);
    if (!statistics)
        return false;
    if (statistics->p95)
        return ms > *statistics->p95;
    return statistics->devices >= leastForTwice && ms > 2 * statistics->median;
}

QList<Baseline> laneBaselines(const LaneList &lanes, int lane, const QDateTime &now)
{
    const TimelineLane &present = lanes.lane(lane);
    if (present.isOlder || !present.timeline.isRunning())
        return {};
    QList<Timeline> older;
    for (int i = lane + 1; i < lanes.count() && lanes.lane(i).isOlder; ++i)
        older << lanes.lane(i).timeline;
    return older.isEmpty() ? QList<Baseline>() : baselines(present.timeline, older, now);
}

} // namespace falconer
