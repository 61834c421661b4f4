// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/analysis/completion.h"

#include <QString>

namespace falconer {

// How many devices have ended and how, for when there is no estimate.
struct CompletionCounts {
    int finished = 0; // by their work: those that an estimate learns from
    int running = 0;
    int others = 0; // failed, cancelled, skipped
};
CompletionCounts completionCounts(const QList<CompletionDevice> &devices);

// When it will be done, as people say it.
struct CompletionWords {
    QString sentence; // "Half between 14:02 and 14:10, 95 % between 16:55 and 17:40"
    QString details;  // "12 stragglers; 3 ended without success and do not count"

    bool operator==(const CompletionWords &) const = default;
};

// A time to come is never told as a single number: that would promise what nobody knows.
CompletionWords completionWords(const std::optional<CompletionEstimate> &estimate,
    const CompletionCounts &counts, const QDateTime &now);

} // namespace falconer
