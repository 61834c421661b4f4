// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace falconer {

// hawkBit's filter against floods: so many requests a second, of which bursts of twice the number
// pass, reads, writes and devices alike (hawkbit-api 3.3 and 7.5). Here all come from one address.
class FloodGuard final {
public:
    // perSecond 0 admits all. now in ms.
    bool admits(qint64 now, int perSecond)
    {
        if (now - m_since >= windowMs) {
            m_since = now;
            m_admitted = 0;
        }
        if (perSecond > 0 && m_admitted >= 2LL * perSecond)
            return false;
        ++m_admitted;
        return true;
    }

private:
    static constexpr qint64 windowMs = 1'000;

    qint64 m_since = 0;
    qint64 m_admitted = 0;
};

} // namespace falconer
