// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/messageparser.h"
#include "services/timeline/timeline.h"

namespace falconer {

// Makes nested steps of begins and ends that come one by one: a stack, since devices send no depth.
// Ends without begin, begins without end and outer ends over open inner steps are taken as they
// are and counted.
class StepBuilder final {
public:
    // Whether this begin can only mean that the device started anew: the step is open already, and
    // its number does not rise (devices/README 6.2).
    bool startsAnew(const Message &begin) const;

    void begin(const Message &message, const QDateTime &at, qint64 entry);
    void end(const Message &message, const QDateTime &at, qint64 entry);
    // The device read its deployment or a file: what it reports next may be a new attempt.
    void contact() { ++m_contacts; }
    // Ends all open steps.
    void closeAll(StepOutcome outcome, const QDateTime &at);
    void startAttempt() { ++m_attempt; }

    bool knows(const QString &name) const; // open or ended
    bool hasOpen() const { return !m_open.isEmpty(); }
    const QList<Step> &steps() const { return m_steps; }
    int holes() const { return m_holes; }
    int repeats() const;

private:
    struct OpenStep {
        int step = 0;
        int contacts = 0; // when it was last reported
    };

    qsizetype findOpen(const QString &name) const;
    void add(const Message &message, const QDateTime &at, qint64 entry, bool startReported);
    bool repeatsAnEnd(const Message &message, StepOutcome outcome, qint64 entry);
    void progress(OpenStep &open, const Message &message, qint64 entry);

    QList<Step> m_steps;
    QList<OpenStep> m_open; // outermost first
    int m_attempt = 0;
    int m_contacts = 0;
    int m_holes = 0;
};

} // namespace falconer
