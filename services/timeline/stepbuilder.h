// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/messageparser.h"
#include "services/timeline/timeline.h"

#include <QHash>

namespace falconer {

// Makes nested steps of begins and ends that come one by one: a stack, since devices send no depth.
// Ends without begin, begins without end and outer ends over open inner steps are taken as they
// are and counted.
class StepBuilder final {
public:
    explicit StepBuilder(QList<Step> &steps)
        : m_steps(steps)
    {
    }

    // Whether this begin can only mean that the device started anew: the step is open already, and
    // its number does not rise (devices/README 6.2).
    bool startsAnew(const Message &begin) const;

    void begin(const Message &message, const QDateTime &at, qint64 entry);
    void end(const Message &message, const QDateTime &at, qint64 entry);
    // Progress of an open step, without a name of the innermost one; false when none is open.
    bool report(const Message &message, qint64 entry);
    // The device read its deployment or a file: what it reports next may be a new attempt.
    void contact() { ++m_contacts; }
    // Ends all open steps.
    void closeAll(StepOutcome outcome, const QDateTime &at);
    void startAttempt();

    bool knows(const QString &name) const { return m_lastOf.contains(name); } // open or ended
    bool hasOpen() const { return !m_open.isEmpty(); }
    int holes() const { return m_holes; }
    int repeats() const { return m_repeats; }

private:
    struct OpenStep {
        int step = 0;
        int contacts = 0; // when it was last reported
    };

    qsizetype findOpen(const QString &name) const { return m_openAt.value(name, -1); }
    void add(const Message &message, const QDateTime &at, qint64 entry, bool startReported);
    bool repeatsAnEnd(const Message &message, StepOutcome outcome, qint64 entry);
    void progress(OpenStep &open, const Message &message, qint64 entry);
    void dropOpen(qsizetype from);

    QList<Step> &m_steps;
    QList<OpenStep> m_open; // outermost first
    // By name, since a device may leave hundreds of steps open.
    QHash<QString, qsizetype> m_openAt; // position in m_open; each name is open once
    QHash<QString, qsizetype> m_lastOf; // position in m_steps
    bool m_installationBegan = false;   // in this attempt
    int m_attempt = 0;
    int m_contacts = 0;
    int m_holes = 0;
    int m_repeats = 0;
};

} // namespace falconer
