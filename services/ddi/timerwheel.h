// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/call.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <map>

namespace falconer {

// Many deadlines, one timer: thousands of devices sleep here. Deadlines that fall into the same
// 10 ms run together. Must outlive the Calls that it hands out.
class TimerWheel final : public QObject {
    Q_OBJECT

public:
    explicit TimerWheel(QObject *parent = nullptr);

    // Runs after so many ms, on this thread, never before this returned. Dropping the Call stops
    // it.
    Call after(qint64 ms, std::function<void()> run);
    qsizetype pending() const { return qsizetype(m_deadlines.size()); }

private:
    using Key = std::pair<qint64, quint64>; // when it is due; tells equals apart

    void runDue();
    void startTimer();

    QElapsedTimer m_clock;
    QTimer m_timer;
    quint64 m_lastKey = 0;
    std::map<Key, std::function<void()>> m_deadlines;
};

} // namespace falconer
