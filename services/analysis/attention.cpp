// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/analysis/attention.h"

#include <algorithm>

namespace falconer {

using namespace Qt::StringLiterals;

namespace {

constexpr int tooManyMissed = 2;

class Reader final {
public:
    Reader(const RunningAction &running, const AttentionLimits &limits, const QDateTime &now);

    Attention read();

private:
    Attention is(ActionState state, const QDateTime &since, bool needsPerson) const;
    Attention cancelState() const;
    Attention workState() const;
    Attention waitState() const;
    StepKey innermost() const;
    qint64 limit() const;
    qint64 limitOf(const StepKey &key) const;
    QDateTime lastContact() const;
    void readPolls();
    bool hasVanished() const { return m_facts.missedPolls >= tooManyMissed; }

    const RunningAction &m_running;
    const Timeline &m_timeline;
    const AttentionLimits &m_limits;
    QDateTime m_now;
    PhaseKind m_phase = PhaseKind::WaitingForDevice;
    QDateTime m_phaseStart;
    qint64 m_interval = 0;
    Attention m_facts;
};

Reader::Reader(const RunningAction &running, const AttentionLimits &limits, const QDateTime &now)
    : m_running(running)
    , m_timeline(running.timeline)
    , m_limits(limits)
    , m_now(now)
    , m_phaseStart(running.timeline.assignedAt)
{
    if (!m_timeline.phases.isEmpty()) {
        m_phase = m_timeline.phases.last().kind;
        m_phaseStart = m_timeline.phases.last().start;
    }
    m_facts.running = innermost();
    m_facts.silence = m_timeline.silence(now);
    readPolls();
}

StepKey Reader::innermost() const
{
    if (const int step = m_timeline.currentStep(); step >= 0)
        return StepKey::of(m_timeline.steps[step].name);
    return m_timeline.phases.isEmpty() ? StepKey::total() : StepKey::of(m_phase);
}

// A report is a contact as well: many clients do not poll while they install.
QDateTime Reader::lastContact() const
{
    QDateTime last = m_timeline.lastReport;
    if (m_running.poll && m_running.poll->lastRequestAt.isValid())
        last = last.isValid() ? std::max(last, m_running.poll->lastRequestAt)
                              : m_running.poll->lastRequestAt;
    return last;
}

void Reader::readPolls()
{
    const auto &poll = m_running.poll;
    m_interval = m_running.pollInterval;
    if (poll && poll->lastRequestAt.isValid() && poll->nextExpectedRequestAt.isValid()) {
        m_facts.due = poll->nextExpectedRequestAt;
        m_interval = std::max<qint64>(0, poll->lastRequestAt.msecsTo(poll->nextExpectedRequestAt));
    }
    // One that never came is missed from the assignment on.
    const QDateTime last = lastContact();
    const qint64 since = (last.isValid() ? last : m_timeline.assignedAt).msecsTo(m_now);
    if (m_interval > 0 && since > 0) // what is due in this very moment is not missed yet
        m_facts.missedPolls = int(std::min<qint64>((since - 1) / m_interval, 1'000'000));
}

Attention Reader::is(ActionState state, const QDateTime &since, bool needsPerson) const
{
    Attention result = m_facts;
    result.state = state;
    result.since = since;
    result.needsPerson = needsPerson;
    return result;
}

qint64 Reader::limitOf(const StepKey &key) const
{
    const qint64 p95 = m_limits.p95.value(key, -1);
    return p95 < 0 ? -1 : std::max(m_limits.floor, qint64(double(p95) * m_limits.factor));
}

// Of the innermost step whose time is known; what holds for an outer one holds for it as well.
qint64 Reader::limit() const
{
    for (int i = m_timeline.currentStep(); i >= 0; i = m_timeline.steps[i].parent) {
        if (const qint64 known = limitOf(StepKey::of(m_timeline.steps[i].name)); known >= 0)
            return known;
    }
    const qint64 known = limitOf(StepKey::of(m_phase));
    return known >= 0 ? known : std::max(m_limits.floor, m_limits.usual);
}

// The device must come for it first: two polls are its due.
Attention Reader::cancelState() const
{
    QDateTime since = m_phaseStart;
    for (const Mark &mark : m_timeline.marks) {
        if (mark.kind == MarkKind::CancelRequested)
            since = mark.time;
    }
    const qint64 patience = std::max(m_limits.usual, tooManyMissed * m_interval);
    return is(ActionState::CancelNotConfirmed, since, since.msecsTo(m_now) > patience);
}

// It has its deployment.
Attention Reader::workState() const
{
    if (m_facts.silence > m_facts.silenceLimit) {
        return hasVanished() ? is(ActionState::NotPolled, lastContact(), true)
                             : is(ActionState::Silent, m_timeline.lastReport, true);
    }
    switch (m_phase) {
    case PhaseKind::Download:
        return is(ActionState::Downloading, m_phaseStart, false);
    case PhaseKind::Install:
    case PhaseKind::Installed:
        return is(ActionState::Installing, m_phaseStart, false);
    default:
        return is(ActionState::WaitingForDevice, m_phaseStart, false);
    }
}

// It has not come for it, though it may poll.
Attention Reader::waitState() const
{
    if (hasVanished()) {
        const QDateTime last = lastContact();
        return is(ActionState::NotPolled, last.isValid() ? last : m_timeline.assignedAt, true);
    }
    const bool polls = m_running.poll && m_running.poll->lastRequestAt > m_phaseStart;
    if (polls && m_facts.silence > m_facts.silenceLimit)
        return is(ActionState::Silent, m_phaseStart, true);
    return is(ActionState::WaitingForDevice, m_phaseStart, false);
}

Attention Reader::read()
{
    if (!m_timeline.isRunning())
        return is(ActionState::Ended, m_timeline.outcome.at, false);
    if (m_running.action.status == "scheduled"_L1)
        return is(ActionState::Scheduled, m_timeline.assignedAt, false);
    if (m_timeline.cancelRequested)
        return cancelState();
    if (m_phase == PhaseKind::WaitingForConfirmation)
        return is(ActionState::WaitingForConfirmation, m_phaseStart, true);
    if (m_timeline.hasNote(NoteKind::QuotaReached))
        return is(ActionState::QuotaReached, m_timeline.lastReport, true);

    const auto &window = m_running.action.maintenanceWindow;
    const bool mayWait = m_phase == PhaseKind::Retrieved || m_phase == PhaseKind::Downloaded;
    if (mayWait && !hasVanished() && window && window->nextStartAt > m_now) {
        m_facts.due = window->nextStartAt;
        return is(ActionState::WaitingForWindow, m_phaseStart, false);
    }
    if (m_phase != PhaseKind::WaitingForDevice) {
        m_facts.silenceLimit = limit();
        return workState();
    }
    m_facts.silence = std::max<qint64>(0, m_phaseStart.msecsTo(m_now));
    m_facts.silenceLimit = std::max(m_limits.usual, tooManyMissed * m_interval);
    return waitState();
}

} // namespace

Attention attentionOf(
    const RunningAction &running, const AttentionLimits &limits, const QDateTime &now)
{
    return Reader(running, limits, now).read();
}

} // namespace falconer
