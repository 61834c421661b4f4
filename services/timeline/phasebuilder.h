// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/timeline/timeline.h"

namespace falconer {

// Strings the phases of an action together: one at a time, each ending where the next begins.
class PhaseBuilder final {
public:
    PhaseKind kind() const;              // of the current one
    bool hasBegun(PhaseKind kind) const; // in this attempt

    // Goes on when the phase is the current one already.
    void enter(PhaseKind kind, const QDateTime &at, qint64 entry);
    void touch(const QDateTime &at, qint64 entry);
    void setPercent(double percent);
    // The current phase ends with the last that was heard of it.
    void abandon(const QDateTime &last);
    void startAttempt() { ++m_attempt; }
    void close(const QDateTime &at);

    const QDateTime &lastReport() const { return m_lastReport; }
    const QList<Phase> &phases() const { return m_phases; }

private:
    QList<Phase> m_phases;
    QDateTime m_lastReport;
    int m_attempt = 0;
    bool m_isOpen = false;
};

} // namespace falconer
