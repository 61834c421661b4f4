// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

#include <QList>
#include <QString>

#include <optional>

namespace falconer {

struct MessagePattern;

// A step or a mark that is read from a history.
struct PreviewLine {
    enum class Kind { Step, Mark };

    QString key; // tells lines of a preview apart
    Kind kind = Kind::Mark;
    QString text;
    int depth = 0;   // of a step
    QDateTime begin; // UTC; of a mark its time
    QDateTime end;   // UTC, invalid while running, and of a mark
    StepOutcome outcome = StepOutcome::Running;
    std::optional<double> percent;
    qsizetype reports = 0;
    bool isNew = false; // without the own patterns it would not be here, or be otherwise

    bool operator==(const PreviewLine &) const = default;
};

// What own patterns make of the history of one action. Bad ones are left out.
struct PatternPreview {
    QList<PreviewLine> lines; // as they were reported
    QList<int> matches;       // of each pattern: messages that it was the first to match
    QList<int> slow;          // patterns that were cut off too often, by index
    int messages = 0;         // of the device; 0 without patterns
    int changedLines = 0;     // that are new

    int matched() const; // messages
};

PatternPreview previewPatterns(const Action &action, const QList<ActionStatus> &statuses,
    const QList<MessagePattern> &patterns);

} // namespace falconer
