// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/conversation.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace falconer {

void Conversation::noteWrite(qint64 requests)
{
    ++m_writes;
    if (requests != 1)
        ++m_writesNotSentOnce;
}

bool waitUntil(const std::function<bool()> &isTrue, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs);
    while (!isTrue()) {
        if (deadline.hasExpired())
            return false;
        QEventLoop loop;
        QTimer::singleShot(100, &loop, &QEventLoop::quit);
        loop.exec();
    }
    return true;
}

} // namespace falconer
