// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <atomic>
#include <mutex>
#include <thread>
#include <vector>

namespace falconer {

// When the machine itself stood still: a virtual one whose processors are all busy is stopped by
// its host for some ten ms at a time, and no program on it can do anything about it. Seen by a
// thread on each processor that comes before all others and yet was not woken in time. Needs the
// right to such a priority (Linux, root).
class Standstill final {
public:
    Standstill();
    ~Standstill();

    bool isWatched() const { return m_isWatched; }
    bool overlaps(double fromMs, double toMs) const; // as nowMs() counts

private:
    struct Span {
        double fromMs = 0;
        double toMs = 0;
    };

    void watch(unsigned processor);

    std::atomic<bool> m_isWatched = true;
    std::atomic<bool> m_isOver = false;
    mutable std::mutex m_mutex;
    QList<Span> m_spans;
    std::vector<std::thread> m_threads; // last: they use the others
};

} // namespace falconer
