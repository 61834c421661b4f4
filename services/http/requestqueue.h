// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <set>

namespace falconer {

// Which request goes next when only so many may run. Numbers grow with every request. Writes first,
// in the order in which they were asked for; then reads, the newest first: it is what the user
// looks at now.
class RequestQueue final {
public:
    explicit RequestQueue(int limit);

    void addRead(quint64 number);
    void addWrite(quint64 number);
    // Waiting, running or neither.
    void remove(quint64 number);
    // The next one, now running; nothing when none waits or the limit is reached.
    std::optional<quint64> takeNext();

private:
    std::size_t m_limit;
    std::set<quint64> m_reads;
    std::set<quint64> m_writes;
    std::set<quint64> m_running;
};

} // namespace falconer
