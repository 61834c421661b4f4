// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

#include <optional>

namespace falconer {

struct CompletionDevice {
    Timeline timeline;
    bool silent = false; // attention.h tells
    QDateTime nextPoll;  // UTC, when it is expected next; invalid: nobody knows
};

// Between which times a share of the devices will be done. UTC.
struct CompletionBand {
    double share = 0;     // of finished and running ones
    bool reached = false; // then both times are the moment at which it was
    QDateTime low;
    QDateTime high; // invalid: what has finished so far does not tell

    bool operator==(const CompletionBand &) const = default;
};

struct CompletionEstimate {
    int finished = 0;
    int running = 0;     // with stragglers and unheard ones
    int dropped = 0;     // failed, canceled, skipped: they do not finish
    int stragglers = 0;  // running ones that are silent or take longer than any that finished
    int unheard = 0;     // running ones whose device has not come for its action yet
    CompletionBand half; // 50 %
    CompletionBand most; // 95 %

    bool operator==(const CompletionEstimate &) const = default;
};

constexpr int leastForEstimate = 5;

// When will it be done. A Kaplan-Meier curve (survivalcurve.h) of the time from a device's first
// contact to its end, then for each running device how likely it is done by a time, given how long
// it has run already. The band holds the times at which these add up to the share at the upper and
// at the lower bound of their sum (Greenwood, 90 %; it covers more while nobody knows how long the
// last ones take, as that may be anything). The truth that it covers is the expected course; a
// single rollout scatters around that.
//
// - Running devices are censored now. Leaving them out would be a lie: the quick ones finish first.
// - Silent ones are censored at their last report, as lost: nobody knows when they stopped working.
//   At best they are done at once, at worst never.
// - Failing and canceling compete with finishing. Such devices are censored at their end and taken
//   out of the shares: the answer is "when, of those that do not fail", and how many fell out
//   stands beside it. The share of all that ever finish (Aalen-Johansen) would never come to 95 %
//   once 6 % have failed, and tell no time at all.
// - Unheard ones begin when their next poll is expected; unknown or overdue: at best now, at worst
//   never.
//
// Nothing below five finished devices. Skipped and offline assignments are no evidence.
// O(n log n).
std::optional<CompletionEstimate> estimateCompletion(
    const QList<CompletionDevice> &devices, const QDateTime &now);

} // namespace falconer
