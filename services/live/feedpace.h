// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QtGlobal>

namespace falconer {

// How often and how much the feed asks. Times in ms.
//
// An idle minute costs 20 requests at most. With one page of what devices change on screen it is
// one every 3 s, since a change made elsewhere must show within 3 s; what is Slow adds one in five
// minutes. Where people alone change things, four requests that are Steady cost 12: such a change
// shows within 24 s, and is as good as not asked for while the window cannot be seen.
struct FeedPace {
    int busy = 2'000;    // between two ticks while a lane is watched
    int idle = 3'000;    // while none is
    int hidden = 15'000; // while the window cannot be seen
    int steady = 20'000; // Priority::Steady, in a window that can be seen
    int slow = 300'000;  // Priority::Slow, and what was refused (404, 403)
    int longestBackOff = 60'000;
    int budget = 24;                    // requests a tick, all watchers together
    int sweep = 2;                      // of them at most for Priority::Sweep
    std::function<qint64()> clock = {}; // ms, steady; nothing: the real one
};

} // namespace falconer
