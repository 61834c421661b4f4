// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/actions.h"
#include "services/live/feed.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace falconer {

// Finds what anybody assigns to the devices of lanes, on screen or not, in one request a tick for
// all of them. It asks for ids behind the last one seen, so that the answer stays empty, and the
// server says 304, until there is something new.
class NewerActions final {
public:
    static constexpr int pageSize = 200;

    // found: with an action that may be known already; its controllerId tells whose it is.
    // moved: watch() is to be called once more, not from here.
    NewerActions(
        Feed &feed, std::function<void(const Action &)> found, std::function<void()> moved);

    // Instead of those before. What is known of their actions must have been read after they were
    // first watched here, or while nothing had been watched yet.
    void watch(const QStringList &controllerIds);

private:
    // As many devices as an address has room for.
    struct Part {
        QString filter;
        qint64 seen = 0; // all actions up to this id; 0: none yet
        qint64 asked = -1;
        Call call;
    };

    void ask(Part &part);
    void take(const QString &filter, const Page<Action> &page);
    qint64 seenByAll() const;

    Feed &m_feed;
    std::function<void(const Action &)> m_found;
    std::function<void()> m_moved;
    std::vector<Part> m_parts;
    QStringList m_watched;
    qint64 m_seen = 0; // by all parts there were
};

} // namespace falconer
