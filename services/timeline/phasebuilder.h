// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

#include <QSet>

namespace falconer {

// Strings the phases of an action together: one at a time, each ending where the next begins.
class PhaseBuilder final {
public:
    explicit PhaseBuilder(QList<Phase> &phases)
        : m_phases(phases)
    {
    }

    bool isOpen() const { return m_isOpen; }
    PhaseKind kind() const;              // of the current one
    bool hasBegun(PhaseKind kind) const; // in this attempt
    // Of the first thing that takes time on the device; invalid: not yet.
    const QDateTime &workStart() const { return m_workStart; }

    // Goes on when the phase is the current one already.
    void enter(PhaseKind kind, const QDateTime &at, qint64 entry);
    void touch(const QDateTime &at, qint64 entry);
    void setPercent(double percent);
    // The current phase ends with the last that was heard of it.
    void abandon(const QDateTime &last);
    void startAttempt();
    void close(const QDateTime &at);

    const QDateTime &lastReport() const { return m_lastReport; }

private:
    QList<Phase> &m_phases;
    QSet<PhaseKind> m_begun; // in this attempt
    QDateTime m_workStart;
    QDateTime m_lastReport;
    int m_attempt = 0;
    bool m_isOpen = false;
};

} // namespace falconer
