// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>

#include <functional>
#include <optional>

namespace falconer {

// Decides which page is asked for next: the newest window first, few at once, none twice, and
// nothing that has left the window. Holds numbers only; times are ms of any steady clock.
class PageQueue final {
public:
    static constexpr int maxRunning = 3;
    static constexpr qint64 oldEnoughToAbort = 100; // a younger one is about to be answered

    // What the window needs, most wanted first. Replaces what waits.
    void want(const QList<int> &pages);
    // Needed though not on screen, after the window, in this order.
    void require(const QList<int> &pages);

    // The next page to ask for, now counted as running.
    std::optional<int> takeNext(qint64 now);
    // Running pages that are not worth their answer: further than two pages from the window and
    // not required. They no longer count.
    QList<int> takeAbandoned(int firstPage, int lastPage, qint64 now);
    void finished(int page);
    void failed(int page); // if it was required, it waits for requireFailed()
    // Requires those failed ones again that may be asked for now.
    void requireFailed(const std::function<bool(int page)> &mayAsk);
    // Nothing runs from here; returns what ran. What was required still is.
    QList<int> stop();
    void forgetRequired();

    bool isRunning(int page) const { return m_running.contains(page); }
    bool isBusy() const { return !m_running.isEmpty() || !m_wanted.isEmpty(); }

private:
    QList<int> m_wanted;
    QList<int> m_required;
    QList<int> m_failed;          // of the required ones
    QHash<int, qint64> m_running; // page -> when it was asked for
};

} // namespace falconer
