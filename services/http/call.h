// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

namespace falconer {

// The one asynchronous primitive: a handle on something under way. Destroying or overwriting it
// aborts that, and its callback never runs. Whoever asks keeps the Call as a member, so that the
// death of the asker ends the question. Move-only.
class [[nodiscard]] Call final {
public:
    Call() = default;
    explicit Call(std::function<void()> abort)
        : m_abort(std::move(abort))
    {
    }
    Call(Call &&other) noexcept
        : m_abort(std::exchange(other.m_abort, nullptr))
    {
    }
    Call &operator=(Call &&other) noexcept
    {
        if (this != &other) {
            abort();
            m_abort = std::exchange(other.m_abort, nullptr);
        }
        return *this;
    }
    Call(const Call &) = delete;
    Call &operator=(const Call &) = delete;
    ~Call() { abort(); }

    // Harmless when it ended already.
    void abort()
    {
        if (const auto run = std::exchange(m_abort, nullptr))
            run();
    }

private:
    std::function<void()> m_abort;
};

} // namespace falconer
