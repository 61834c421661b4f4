// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/lanelist.h"
#include "services/analysis/attention.h"
#include "services/analysis/baseline.h"
#include "services/analysis/laneorder.h"
#include "services/analysis/typicalcourse.h"

namespace falconer {

// What the lanes of a timeline tell together: how long each step mostly takes, and, measured by
// that, what each lane waits for or does.
class LaneInsight final {
public:
    // What was learned from all lanes, O(n log n) in their steps: not at every report.
    void learn(const LaneList &lanes, LaneAlignment alignment);
    int learned() const { return m_learned; } // how often: another one, other statistics
    // What each lane does now, by what was learned; O(steps).
    void look(const LaneList &lanes, const QDateTime &now);

    const Attention &attention(int lane) const { return m_attention[lane]; }
    const QList<LaneKey> &keys() const { return m_keys; } // a lane's, for putting them in order
    int needsPerson() const;                              // lanes

    const QList<StepStatistics> &steps() const { return m_steps; }
    const AttentionLimits &limits() const { return m_limits; }
    const QList<TypicalStep> &typical() const { return m_typical; }
    // Nothing below three devices that completed it.
    const StepStatistics *usual(const StepKey &key) const;
    // How long it took when that is longer than usual: than the p95 or, of fewer devices, than
    // twice the median of five or more.
    bool isSlow(const StepKey &key, qint64 ms) const;

private:
    int m_learned = 0;
    QList<StepStatistics> m_steps;
    QHash<StepKey, qsizetype> m_places; // in m_steps
    QList<TypicalStep> m_typical;
    AttentionLimits m_limits;
    QList<Attention> m_attention;
    QList<LaneKey> m_keys;
};

// What runs in a lane against the older actions of its device in the lanes below.
QList<Baseline> laneBaselines(const LaneList &lanes, int lane, const QDateTime &now);

} // namespace falconer
