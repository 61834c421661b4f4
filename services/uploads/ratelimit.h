// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <mutex>

namespace falconer {

// How fast all uploads together may send: a token bucket that holds a tenth of a second's worth.
// For any thread.
class RateLimit final {
public:
    using Clock = std::chrono::steady_clock;

    RateLimit() = default;
    // Takes from the whole one, for somebody who may be left behind by it.
    explicit RateLimit(RateLimit &whole)
        : m_whole(&whole)
        , m_isPart(true)
    {
    }
    void leaveWhole(); // lets nothing pass from now on

    void setBytesPerSecond(qint64 bytesPerSecond); // 0: as fast as it goes

    // How many of these bytes may be sent now, 0: none yet.
    qint64 take(qint64 wanted, Clock::time_point now = Clock::now());
    // What was taken and not sent.
    void giveBack(qint64 bytes);

private:
    std::mutex m_mutex;
    RateLimit *m_whole = nullptr;
    bool m_isPart = false;
    qint64 m_bytesPerSecond = 0;
    double m_tokens = 0;
    Clock::time_point m_filledAt;
};

} // namespace falconer
