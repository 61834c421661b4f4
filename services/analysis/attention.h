// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/stepkey.h"
#include "services/hawkbit/actions.h"
#include "services/hawkbit/targets.h"

#include <optional>

namespace falconer {

// What an action waits for or does, by what matters most to whoever looks after it.
enum class ActionState {
    Ended,
    Scheduled,              // its rollout group has not begun
    CancelNotConfirmed,     // requested; the device has neither confirmed nor rejected
    WaitingForConfirmation, // somebody must agree
    NotPolled,              // two polls missed, and nothing reported since either
    QuotaReached,           // the server refuses progress, only the end will be seen
    WaitingForWindow,       // its maintenance window is still to come
    WaitingForDevice,       // it has not come for it yet, or not begun what comes next
    Downloading,
    Installing, // until the closing report
    Silent,     // has begun, or polls, and reports nothing for too long
};

struct Attention {
    ActionState state = ActionState::Ended;
    QDateTime since;          // UTC, when the state began
    bool needsPerson = false; // nothing will change by waiting alone
    StepKey running;          // the innermost step or the phase; the total when neither runs
    qint64 silence = 0;       // ms without a report, or without a begin while the device polls
    qint64 silenceLimit = 0;  // ms from which on it is too long, 0: none here
    int missedPolls = 0;
    QDateTime due; // UTC: the window's begin, the next poll; invalid: unknown

    bool operator==(const Attention &) const = default;
};

// All in ms. A device is silent when it tells nothing for longer than its running step mostly takes
// (p95) times the factor, but never before the floor: reports come with the polls. A step whose p95
// nobody knows yet has the default. A cancel waits that long, too, before somebody must look.
struct AttentionLimits {
    double factor = 2;
    qint64 floor = 60'000;
    qint64 usual = 120'000;     // without statistics
    QHash<StepKey, qint64> p95; // stepstatistics.h
};

struct RunningAction {
    Action action;
    Timeline timeline;
    std::optional<PollStatus> poll; // nothing: never polled, or not read
    qint64 pollInterval = 0; // ms, the server's; used when the poll status tells none. 0: unknown
};

// Pure; O(steps).
Attention attentionOf(
    const RunningAction &running, const AttentionLimits &limits, const QDateTime &now);

} // namespace falconer
