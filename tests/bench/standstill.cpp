// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/standstill.h"

#include "tests/bench/measure.h"

#include <algorithm>
#include <chrono>

#ifdef __linux__
#include <sched.h>
#endif

namespace falconer {

namespace {

constexpr double restMs = 1;
constexpr double longestRestMs = 4; // a processor that runs wakes its first thread long before

bool comeFirst([[maybe_unused]] unsigned processor)
{
#ifdef __linux__
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(processor, &only);
    const sched_param first{ .sched_priority = sched_get_priority_max(SCHED_FIFO) };
    return sched_setaffinity(0, sizeof only, &only) == 0
        && sched_setscheduler(0, SCHED_FIFO, &first) == 0;
#else
    return false;
#endif
}

} // namespace

Standstill::Standstill()
{
    for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
        m_threads.emplace_back([this, i] { watch(i); });
}

Standstill::~Standstill()
{
    m_isOver = true;
    for (std::thread &thread : m_threads)
        thread.join();
}

void Standstill::watch(unsigned processor)
{
    if (!comeFirst(processor)) {
        m_isWatched = false;
        return;
    }
    double before = nowMs();
    while (!m_isOver) {
        std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(restMs));
        const double now = nowMs();
        if (now - before > longestRestMs) {
            const std::lock_guard lock(m_mutex);
            m_spans << Span{ before, now };
        }
        before = now;
    }
}

bool Standstill::overlaps(double fromMs, double toMs) const
{
    const std::lock_guard lock(m_mutex);
    return std::ranges::any_of(
        m_spans, [&](const Span &span) { return span.fromMs < toMs && span.toMs > fromMs; });
}

} // namespace falconer
