// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/timeline/phasebuilder.h"

#include <algorithm>

namespace falconer {

namespace {

bool isWork(PhaseKind kind)
{
    return kind == PhaseKind::Download || kind == PhaseKind::Downloaded
        || kind == PhaseKind::Install || kind == PhaseKind::Installed;
}

} // namespace

PhaseKind PhaseBuilder::kind() const
{
    return m_isOpen ? m_phases.last().kind : PhaseKind::WaitingForDevice;
}

bool PhaseBuilder::hasBegun(PhaseKind kind) const
{
    return m_begun.contains(kind);
}

void PhaseBuilder::enter(PhaseKind kind, const QDateTime &at, qint64 entry)
{
    if (!m_isOpen || m_phases.last().kind != kind) {
        close(at);
        m_phases << Phase{ .kind = kind, .attempt = m_attempt, .start = at };
        m_isOpen = true;
        m_begun << kind;
        if (isWork(kind) && !m_workStart.isValid())
            m_workStart = at;
    }
    touch(at, entry);
}

void PhaseBuilder::touch(const QDateTime &at, qint64 entry)
{
    m_lastReport = at;
    if (m_isOpen && !m_phases.last().entries.endsWith(entry))
        m_phases.last().entries << entry;
}

void PhaseBuilder::setPercent(double percent)
{
    if (m_isOpen)
        m_phases.last().percent = percent;
}

void PhaseBuilder::abandon(const QDateTime &last)
{
    if (m_isOpen)
        m_phases.last().end = std::max(last, m_phases.last().start);
    m_isOpen = false;
}

void PhaseBuilder::startAttempt()
{
    ++m_attempt;
    m_begun.clear();
}

void PhaseBuilder::close(const QDateTime &at)
{
    if (m_isOpen) {
        m_phases.last().end = at;
        m_phases.last().endReported = true;
    }
    m_isOpen = false;
}

} // namespace falconer
