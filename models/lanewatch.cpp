// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/lanewatch.h"

#include <utility>

namespace falconer {

namespace {

constexpr int lookMs = 5'000; // silence is no change that anybody tells

// Nothing when the change is none to be told.
std::optional<LaneNews::Kind> kindOf(LaneState before, LaneState now)
{
    switch (now) {
    case LaneState::Finished:
        return LaneNews::Kind::Finished;
    case LaneState::Failed:
        return LaneNews::Kind::Failed;
    case LaneState::Canceled:
        return LaneNews::Kind::Canceled;
    case LaneState::NeedsPerson:
        return LaneNews::Kind::NeedsAttention;
    case LaneState::Running:
    case LaneState::Waiting:
        return before == LaneState::NeedsPerson ? std::optional(LaneNews::Kind::Returned)
                                                : std::nullopt;
    case LaneState::Unknown:
        break;
    }
    return {};
}

} // namespace

LaneWatch::LaneWatch(const LaneList &lanes, Clock clock, QObject *parent)
    : QObject(parent)
    , m_lanes(lanes)
    , m_clock(std::move(clock))
{
    connect(&lanes, &LaneList::changed, this, &LaneWatch::look);
    m_timer.setInterval(lookMs);
    connect(&m_timer, &QTimer::timeout, this, &LaneWatch::look);
    m_timer.start();
}

LaneState LaneWatch::stateOf(const TimelineLane &lane, const QDateTime &now) const
{
    const Attention attention
        = attentionOf({ *lane.action, lane.timeline, lane.poll }, m_limits, now);
    return laneKey(lane.controllerId, {}, lane.timeline, attention, now).state;
}

// Whoever is only judged more kindly by what was learned meanwhile did not return.
void LaneWatch::look()
{
    QList<LaneNews> news = findNews();
    if (m_insight && m_learned != m_insight->learned()) {
        m_learned = m_insight->learned();
        m_limits = m_insight->limits();
        const QList<LaneNews> judgedAnew = findNews();
        for (const LaneNews &lane : judgedAnew) {
            if (lane.kind != LaneNews::Kind::Returned)
                news << lane;
        }
    }
    if (!news.isEmpty())
        emit happened(news);
}

QList<LaneNews> LaneWatch::findNews()
{
    const QDateTime now = m_clock();
    QHash<QString, LaneState> known;
    QList<LaneNews> news;
    for (int i = 0; i < m_lanes.count(); ++i) {
        const TimelineLane &lane = m_lanes.lane(i);
        if (!lane.action || lane.isOlder)
            continue;
        const QString key = lane.key() + u'\n' + QString::number(lane.action->id);
        const auto before = m_known.constFind(key);
        if (lane.isLoading || lane.statuses.isEmpty()) { // being read anew, maybe
            if (before != m_known.cend())
                known.insert(key, *before);
            continue;
        }
        const LaneState state = stateOf(lane, now);
        known.insert(key, state);
        if (before == m_known.cend() || *before == state)
            continue;
        if (const auto kind = kindOf(*before, state))
            news << LaneNews{ *kind, lane.title(), lane.timeline.outcome.cause };
    }
    m_known = std::move(known);
    return news;
}

} // namespace falconer
