// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/ddi/timerwheel.h"

#include <algorithm>

namespace falconer {

namespace {

constexpr qint64 grainMs = 10;

} // namespace

TimerWheel::TimerWheel(QObject *parent)
    : QObject(parent)
    , m_timer(this)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &TimerWheel::runDue);
}

Call TimerWheel::after(qint64 ms, std::function<void()> run)
{
    const qint64 due = m_clock.elapsed() + std::max<qint64>(0, ms);
    const Key key{ (due + grainMs - 1) / grainMs * grainMs, ++m_lastKey };
    m_deadlines.emplace(key, std::move(run));
    if (m_deadlines.begin()->first == key)
        startTimer();
    return Call([this, key] { m_deadlines.erase(key); });
}

void TimerWheel::runDue()
{
    // One at a time, as each may add or drop others.
    const qint64 now = m_clock.elapsed();
    while (!m_deadlines.empty() && m_deadlines.begin()->first.first <= now) {
        const auto node = m_deadlines.extract(m_deadlines.begin());
        node.mapped()();
    }
    startTimer();
}

void TimerWheel::startTimer()
{
    if (m_deadlines.empty())
        return;
    const qint64 wait = m_deadlines.begin()->first.first - m_clock.elapsed();
    m_timer.start(int(std::clamp<qint64>(wait, 0, 60'000)));
}

} // namespace falconer
